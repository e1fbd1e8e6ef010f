import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellLineage } from '../../../src/dataset/RowBatch';
import { toCsv } from '../../../src/exporters/toCsv';
import { exportText, type TestColumn } from '../../support/exportText';

const columns: TestColumn[] = [
  { path: 'id', type: 'text', cells: ['a', 'b', 'c'] },
  {
    path: 'arrived',
    type: 'datetime',
    label: 'Arrived at',
    cells: ['2025-01-31T14:05:00', null, '2025-12-01T00:00:00'],
  },
  { path: 'born', type: 'date', cells: ['1999-02-03', '2000-02-29', null] },
  { path: 'pulse', type: 'number', cells: [-3.5, null, 0] },
  { path: 'fell', type: 'boolean', cells: [true, false, null] },
];

const text = (cells: (string | null)[], path = 'note'): TestColumn[] => [
  { path: 'id', type: 'integer', cells: cells.map((_, row) => row) },
  { path, type: 'text', cells },
];

describe('a CSV file', () => {
  test('has a header of labels, CRLF after every line, and nothing for a missing cell', async () => {
    expect(await exportText(toCsv, columns)).toBe(
      'id,Arrived at,born,pulse,fell\r\n' +
        'a,2025-01-31T14:05:00,1999-02-03,-3.5,true\r\n' +
        'b,,2000-02-29,,false\r\n' +
        'c,2025-12-01T00:00:00,,0,\r\n',
    );
  });

  test.each([
    ['dd/mm/yyyy', '31/01/2025 14:05:00', '03/02/1999'],
    ['mm/dd/yyyy', '01/31/2025 14:05:00', '02/03/1999'],
  ] as const)('writes dates as %s', async (dateFormat, arrived, born) => {
    const lines = (await exportText(toCsv, columns, { dateFormat })).split('\r\n');
    expect(lines[1]).toBe(`a,${arrived},${born},-3.5,true`);
  });

  test('never takes a text for a date', async () => {
    const csv = await exportText(toCsv, text(['2025-01-31']), { dateFormat: 'dd/mm/yyyy' });
    expect(csv).toContain('0,2025-01-31');
  });

  test('quotes only cells with the delimiter, a quote or a line break', async () => {
    const cells = ['a b', 'a,b', 'a;b', 'say "x"', 'one\ntwo', 'one\r\ntwo', "it's"];
    expect(await exportText(toCsv, text(cells))).toBe(
      'id,note\r\n0,a b\r\n1,"a,b"\r\n2,a;b\r\n3,"say ""x"""\r\n4,"one\ntwo"\r\n5,"one\r\ntwo"\r\n6,it\'s\r\n',
    );
    expect(await exportText(toCsv, text(['a,b', 'a;b']), { delimiter: 'semicolon' })).toBe(
      'id;note\r\n0;a,b\r\n1;"a;b"\r\n',
    );
    expect(await exportText(toCsv, text(['a\tb']), { delimiter: 'tab' })).toBe('id\tnote\r\n0\t"a\tb"\r\n');
  });

  test('tells empty text from a missing cell, and has no empty line', async () => {
    expect(await exportText(toCsv, text(['', null]))).toBe('id,note\r\n0,""\r\n1,\r\n');
    const alone: TestColumn[] = [{ path: 'note', type: 'text', cells: [null, 'x'] }];
    expect(await exportText(toCsv, alone)).toBe('note\r\n""\r\nx\r\n');
  });

  test('guards texts and headers that a spreadsheet would run, never numbers', async () => {
    const cells = ['=1+1', '+44 20', '-5 mmHg', '@SUM(A1)', '\tx', '\rx', 'a=1', null];
    const lines = parse(await exportText(toCsv, text(cells, '=head')));
    expect(lines.map((line) => line[1])).toEqual([
      "'=head",
      "'=1+1",
      "'+44 20",
      "'-5 mmHg",
      "'@SUM(A1)",
      "'\tx",
      "'\rx",
      'a=1',
      '',
    ]);
    const numbers: TestColumn[] = [{ path: 'n', type: 'number', cells: [-5, -0] }];
    expect(await exportText(toCsv, numbers)).toBe('n\r\n-5\r\n0\r\n');
  });

  test('leaves formulas as they are when asked to', async () => {
    expect(await exportText(toCsv, text(['=1']), { guardFormulas: false })).toBe('id,note\r\n0,=1\r\n');
  });

  test('starts with a byte order mark only when asked to', async () => {
    expect(await exportText(toCsv, text(['é']), { bom: true })).toBe('\ufeffid,note\r\n0,é\r\n');
  });

  test('shows names when asked to, and wherever two fields share a label', async () => {
    expect(await exportText(toCsv, columns, { header: 'name' })).toMatch(/^id,arrived,born,pulse,fell\r\n/);
    const same: TestColumn[] = [
      { path: 'a', type: 'text', label: 'Name', cells: [] },
      { path: 'b', type: 'text', label: 'Name', cells: [] },
      { path: 'c', type: 'text', label: 'a', cells: [] },
      { path: 'd', type: 'text', label: 'الاسم 🙂', cells: [] },
    ];
    expect(await exportText(toCsv, same)).toBe('a,b,c,الاسم 🙂\r\n');
  });

  test('adds verdict, attempts and writer of written cells when asked to', async () => {
    const attempt = { seed: 1, tokens: 9, milliseconds: 5, problems: [] };
    const lineage: CellLineage[] = [
      { model: 'tiny, v1', attempts: [attempt], verdict: 'passed' },
      { model: 'tiny, v1', attempts: [attempt, attempt], verdict: 'marked' },
    ];
    const written: TestColumn[] = [{ path: 'note', type: 'text', origin: 'written', cells: ['x', 'y'] }];
    expect(await exportText(toCsv, written, { lineage: true }, { lineage: { note: lineage } })).toBe(
      'note,note__verdict,note__attempts,note__model\r\nx,passed,1,"tiny, v1"\r\ny,marked,2,"tiny, v1"\r\n',
    );
  });

  test('reads back the same in another program, whatever the text', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({
        unit: fc.constantFrom(',', ';', '\t', '"', '\r', '\n', '=', 'é', '😀', "'"),
        minLength: 1,
      }),
    );
    const delimiter = fc.constantFrom('comma', 'semicolon', 'tab');
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 8 }), delimiter, async (cells, between) => {
        const csv = await exportText(toCsv, text(cells), { delimiter: between, guardFormulas: false });
        const read = parse(csv, {
          delimiter: { comma: ',', semicolon: ';', tab: '\t' }[between],
          record_delimiter: '\r\n',
          from_line: 1,
        });
        expect(read).toEqual([['id', 'note'], ...cells.map((one, row) => [String(row), one])]);
      }),
    );
  });
});
