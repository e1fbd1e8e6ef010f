import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { readCsv } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';

const header = 'ward;code;postcode;age;admitted;smoker;diary';

/** A different sentence for every record. */
function diaryOf(at: number): string {
  const word = (seed: number) =>
    [...String(seed * 7919 + 104729)].map((digit) => 'bcdfghklmn'[Number(digit)] + 'aeiou'[at % 5]!).join('');
  return `Slept ${word(at)} and spoke of ${word(at * 3)} until ${word(at * 5)} came by`;
}

/** 60 records: two wards seen often, one seen once; leading zeros; a tenth of the ages missing; a private remark. */
const source = [
  header,
  ...Array.from({ length: 60 }, (_, at) => {
    const ward = at === 59 ? 'Ward of one' : at % 3 === 0 ? 'Été' : 'North';
    const age = at % 10 === 0 ? '' : String(20 + at);
    const day = String((at % 28) + 1).padStart(2, '0');
    return `${ward};0${(at % 3) + 1};0${1000 + at};${age};${day}/03/2025;${at % 2 === 0 ? 'yes' : 'no'};${diaryOf(at)}`;
  }),
].join('\r\n');

describe('a table that is dropped on Start', () => {
  test('becomes a recipe and records like it, without its cells', async ({ app }) => {
    const { page } = app;
    // Latin-1: the accent is one byte, which is no UTF-8.
    const notes = await drive.importTable(page, {
      name: 'Ward list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(source, 'latin1'),
    });
    expect(notes.length).toBeGreaterThan(0);
    const document = await drive.readDocument(page);
    expect(document).toContain('Été');
    expect(document).not.toContain('Ward of one');
    for (let at = 0; at < 60; at++) expect(document).not.toContain(diaryOf(at));
    // Its texts are for a writer; the other columns are what is looked at here.
    const recipe = JSON.parse(document) as {
      tables: Record<string, { rows: number; fields: Record<string, { type: string }> }>;
    };
    const [table] = Object.values(recipe.tables);
    if (table === undefined) throw new Error('There is no table.');
    table.rows = 200;
    for (const [name, { type }] of Object.entries(table.fields))
      if (type === 'text') delete table.fields[name];
    await drive.writeDocument(page, JSON.stringify(recipe));
    await page.getByRole('button', { name: 'Make 200 records' }).waitFor();
    await drive.makeRecords(page);
    await drive.waitForRun(page, 60_000);
    await drive.goTo(page, 'Export');
    const records = readCsv(await drive.exportTable(page, { format: 'CSV' }));
    expect(records).toHaveLength(200);
    for (const record of records) {
      expect(['01', '02', '03']).toContain(record['code']);
      expect(record['postcode']).toMatch(/^\d{5}$/);
      expect(record['admitted']).toMatch(/^2025-0[1-5]-\d\d$/);
      expect(['yes', 'no']).toContain(record['smoker']?.toLowerCase());
      if (record['age'] !== '') expect(Number(record['age'])).toBeGreaterThanOrEqual(15);
    }
    const missing = records.filter((record) => record['age'] === '').length;
    // 10 % of 200, five standard deviations (4.2 each) either way.
    expect(missing).toBeGreaterThan(0);
    expect(missing).toBeLessThan(42);
    expect(app.otherHosts).toEqual([]);
  });

  test('is not kept: nothing of it lies in the storage of the browser', async ({ app }) => {
    const { page } = app;
    await drive.importTable(page, { name: 'w.csv', mimeType: 'text/csv', buffer: Buffer.from(source) });
    const stores = ['works', 'recipes', 'runs', 'chunks', 'journal'] as const;
    const stored = JSON.stringify(await Promise.all(stores.map((store) => drive.storedIn(page, store))));
    expect(stored).toContain('North');
    for (let at = 0; at < 60; at++) expect(stored).not.toContain(diaryOf(at));
  });
});
