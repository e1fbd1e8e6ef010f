import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';
import { triageRecipe } from '../support/triageRecipe';

const rows = 2000;
/** Where memory is looked at; the first 200 fill the caches. */
const looks = [200, 800, 1400, 1900];
const mostGrowth = 1.2;

/** MiB of the page and all its workers, WebAssembly's included; the browser collects what is garbage first. */
function heldMiB(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const measuring = performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
    };
    return (await measuring.measureUserAgentSpecificMemory()).bytes / 1024 ** 2;
  });
}

test(
  'a run of 2,000 texts holds no more memory than it did after the first 200',
  {
    timeout: 1_200_000,
  },
  async ({ app }) => {
    const { page } = app;
    const buffer = Buffer.from(triageRecipe(rows));
    await drive.openRecipe(page, { name: 'triage.json', mimeType: 'application/json', buffer });
    await drive.makeRecords(page);
    const held: number[] = [];
    for (const least of looks) {
      await drive.untilMade(page, { least, rows, timeoutMs: 300_000 });
      held.push(await heldMiB(page));
    }
    await drive.waitForRun(page, 300_000);
    const [first = 0, ...later] = held;
    console.log(
      `MiB at ${looks.join(', ')} of ${rows} records: ${held.map((one) => one.toFixed(0)).join(', ')}`,
    );
    // The model alone holds more than this: a look that missed the engine would prove nothing.
    expect(first).toBeGreaterThan(40);
    expect(Math.max(...later) / first).toBeLessThanOrEqual(mostGrowth);
    expect(Math.min(...later) / first).toBeGreaterThan(0.5);
    expect(await drive.storedRun(page)).toMatchObject({ status: 'done', counts: { made: rows, marked: 0 } });
    await drive.goTo(page, 'Export');
    const records = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
    expect(records).toHaveLength(rows);
    expect(records.filter(({ note }) => typeof note !== 'string' || note === '')).toEqual([]);
  },
);
