import { describe, expect } from 'vitest';
import { previewRecipe } from '../../src/generation/previewRecipe';
import * as drive from '../../tools/driveApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';
import { triageRecipe } from '../support/triageRecipe';

/** So many that the writer needs seconds for them: a tab that is killed after the run proves nothing. */
const rows = 160;

/** Mulberry32; the moments differ with the seed and are printed, so that a failure can be repeated. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function start(app: OpenApp): Promise<void> {
  const recipe = {
    name: 'triage.json',
    mimeType: 'application/json',
    buffer: Buffer.from(triageRecipe(rows)),
  };
  await drive.openRecipe(app.page, recipe);
  await drive.makeRecords(app.page);
}

async function finish(page: OpenApp['page']): Promise<Record<string, unknown>[]> {
  await drive.waitForRun(page, 170_000);
  await drive.goTo(page, 'Export');
  return readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
}

/** As they are drawn in one go, without a browser and without texts. */
function drawnRecords(): Record<string, unknown>[] {
  const [batch] = previewRecipe(triageRecipe(rows), rows).batches;
  const columns = batch?.columns.filter(({ path }) => path !== 'note') ?? [];
  return Array.from({ length: batch?.rowCount ?? 0 }, (_, row) =>
    Object.fromEntries(columns.map(({ path, cells }) => [path, cells[row]])),
  );
}

function sampled(records: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return records.map(({ note: _note, ...rest }) => rest);
}

describe('a run whose tab is killed', () => {
  test('resumes three times and ends with every record once', { timeout: 400_000 }, async ({ app }) => {
    const seed = Number(process.env['RESUME_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
    const random = chance(seed);
    await start(app);
    let { page } = app;
    const moments: number[] = [];
    for (let third = 0; third < 3; third++) {
      const least = Math.max(1, Math.floor(((third + random()) * rows) / 4));
      moments.push(await drive.untilMade(page, { least, rows }));
      await page.waitForTimeout(Math.floor(random() * 300));
      await killTab(app, page);
      page = await app.newPage();
      await page.goto(app.origin);
      await page.getByRole('button', { name: new RegExp(`^Resume from \\d+ of ${rows}$`) }).click();
    }
    console.log(`RESUME_SEED=${seed} killed at: ${moments.join('; ')}`);
    const resumed = await finish(page);
    expect(resumed).toHaveLength(rows);
    expect(new Set(resumed.map((record) => record['visit_id'])).size).toBe(rows);
    expect(resumed.every((record) => typeof record['note'] === 'string' && record['note'] !== '')).toBe(true);

    expect(sampled(resumed)).toEqual(drawnRecords());
  });

  test('keeps going after a pause, and a cancel leaves what was made', async ({ app }) => {
    const { page } = app;
    await start(app);
    await drive.untilMade(page, { least: 1, rows });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('heading', { level: 1, name: 'Writing and checking the texts' }).waitFor();
    // Enough for the first record to be among them: what a cancel leaves are the records without a gap before them.
    await drive.untilMade(page, { least: rows / 2, rows });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cancelled' }).waitFor();
    const { status, counts } = await drive.storedRun(page);
    expect(status).toBe('cancelled');
    expect(counts.made).toBeGreaterThan(0);
    expect(counts.made).toBeLessThan(rows);
    await drive.goTo(page, 'Export');
    const left = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
    expect(left).toHaveLength(counts.made);
  });
});

/** As when the browser's process is ended from outside: no handler of the page runs. */
async function killTab(app: OpenApp, page: OpenApp['page']): Promise<void> {
  const session = await app.context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
