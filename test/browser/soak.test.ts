import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';

/** Three short texts a record, of as many kinds, so that the writer's slots hold now this and now that. */
const rows = 667;
/** Records after which memory is looked at; the first 200 texts fill the caches. */
const looks = [67, 200, 330, 460, 600];
const mostGrowth = 1.2;

const text = (kind: string, facts: readonly string[]) => ({ type: 'text', kind, facts, words: [4, 14] });
const recipe = JSON.stringify({
  cloister: 1,
  title: 'Soak',
  seed: 7,
  today: '2026-03-01',
  tables: {
    visit: {
      rows,
      fields: {
        visit_id: { type: 'id', pattern: 'SYN-######' },
        complaint: { type: 'category', values: { 'chest pain': 3, fall: 2, 'shortness of breath': 2 } },
        pulse: { type: 'integer', min: 50, max: 130 },
        age: { type: 'integer', min: 20, max: 90 },
        triage: text('triage note', ['complaint', 'pulse']),
        nursing: text('nursing note', ['pulse']),
        summary: text('discharge summary', ['age', 'complaint']),
      },
    },
  },
});

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
    const buffer = Buffer.from(recipe);
    await drive.openRecipe(page, { name: 'soak.json', mimeType: 'application/json', buffer });
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
    expect(await drive.storedRun(page)).toMatchObject({
      status: 'done',
      counts: { made: rows, cells: 3 * rows },
    });
    await drive.goTo(page, 'Export');
    const records = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
    expect(records).toHaveLength(rows);
    const texts = records.flatMap(({ triage, nursing, summary }) => [triage, nursing, summary]);
    expect(texts.filter((one) => typeof one !== 'string' || one === '')).toEqual([]);
  },
);
