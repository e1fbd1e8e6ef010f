import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { compareExports, readCsv, readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';

interface Document {
  tables: Record<string, { rows?: number }>;
}

/** The example made small: no table with more than `rows` records of its own. */
function shrink(text: string, rows: number): string {
  const document = JSON.parse(text) as Document;
  for (const table of Object.values(document.tables)) if (table.rows !== undefined) table.rows = rows;
  return JSON.stringify(document, null, 2);
}

describe('the main job', () => {
  test.for([
    { id: 'ed-triage', rows: 8 },
    { id: 'billing-lines', rows: 2 },
  ])('turns the example $id into records that other readers can read', async ({ id, rows }, { app }) => {
    const { page } = app;
    await drive.waitUntilReadyOffline(page);
    await app.cutNetwork();
    await drive.openExample(page, drive.exampleTitle(id));
    await drive.writeDocument(page, shrink(await drive.readDocument(page), rows));
    await drive.makeRecords(page);
    await drive.waitForRun(page, 170_000);

    const run = await drive.storedRun(page);
    expect(run.status).toBe('done');
    expect(run.counts.made).toBe(run.counts.requested);
    expect(run.counts.cells).toBeGreaterThan(0);
    expect(run.writer?.engine).toBe('llamaCpp');

    await drive.goTo(page, 'Records');
    await drive.openRecord(page, 1);
    expect(await page.getByRole('dialog').innerText()).toContain('record 2 of');
    await page.keyboard.press('Escape');
    await drive.goTo(page, 'Report');
    await drive.waitForReport(page);
    await drive.goTo(page, 'Export');
    for (const { table, rows: expected } of run.tables) {
      const choice = run.tables.length > 1 ? { table } : {};
      const csv = await drive.exportTable(page, { format: 'CSV', ...choice });
      const jsonl = await drive.exportTable(page, { format: 'JSON Lines', ...choice });
      expect(compareExports(csv, jsonl, expected)).toEqual([]);
    }
    expect(app.otherHosts).toEqual([]);
    expect(app.violations).toEqual([]);
  });

  test('gives the same sampled cells for the same recipe and seed, and others for another seed', async ({
    app,
  }) => {
    const { page } = app;
    const document = { cloister: 1, title: 'Seeds', today: '2026-03-01' };
    const fields = {
      code: { type: 'id', pattern: 'AA-####' },
      weight: { type: 'number', distribution: 'normal', mean: 70, sd: 12, min: 40, max: 140, decimals: 1 },
      seen: { type: 'date', from: '2025-01-01', to: '2025-12-31' },
    };
    const files: string[] = [];
    for (const seed of [11, 11, 12]) {
      await page.goto(`${app.origin}/#/`);
      const text = JSON.stringify({ ...document, seed, tables: { visit: { rows: 1200, fields } } });
      await drive.openRecipe(page, {
        name: 'seeds.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await drive.makeRecords(page);
      await drive.waitForRun(page, 60_000);
      await drive.goTo(page, 'Export');
      files.push(await drive.exportTable(page, { format: 'CSV' }));
    }
    expect(readCsv(files[0] ?? '')).toHaveLength(1200);
    expect(files[1]).toBe(files[0]);
    expect(files[2]).not.toBe(files[0]);
  });

  test('guards spreadsheets against formulas, and JSON needs no guard', async ({ app }) => {
    const { page } = app;
    const fields = {
      remark: { type: 'constant', value: '=1+1' },
      name: { type: 'constant', value: 'Åsa "Z", 病院' },
    };
    const text = JSON.stringify({
      cloister: 1,
      title: 'Guard',
      seed: 1,
      tables: { visit: { rows: 2, fields } },
    });
    await drive.openRecipe(page, { name: 'g.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await drive.makeRecords(page);
    await drive.waitForRun(page, 60_000);
    await drive.goTo(page, 'Export');
    const [first] = readCsv(await drive.exportTable(page, { format: 'CSV' }));
    expect(first).toEqual({ remark: "'=1+1", name: 'Åsa "Z", 病院' });
    const [same] = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
    expect(same).toEqual({ remark: '=1+1', name: 'Åsa "Z", 病院' });
  });
});
