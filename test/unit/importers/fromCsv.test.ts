import { describe, expect, test } from 'vitest';
import { describe as say } from '../../../src/problems/describe';
import { Failure } from '../../../src/problems/Failure';
import { fromCsv } from '../../../src/importers/fromCsv/fromCsv';
import type { Imported } from '../../../src/importers/Importer';
import { recogniseImporter } from '../../../src/importers/importers';
import { fieldsOf, importTable, quietJob, tableOf } from '../../support/importText';

const codes = ({ notes }: Imported): string[] => notes.map(({ code }) => code);
const sexOf = (row: number): string => (row % 3 === 0 ? 'male' : 'female');

describe('what the file is', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('a %s separates the cells', async (_, mark) => {
    const lines = Array.from({ length: 30 }, (_, row) => [row + 1, sexOf(row), `"a${mark}b"`].join(mark));
    const imported = await importTable([['no', 'sex', 'pair'].join(mark), ...lines].join('\n'));
    expect(Object.keys(fieldsOf(imported))).toEqual(['no', 'sex', 'pair']);
    expect(fieldsOf(imported)['pair']).toEqual({ type: 'constant', value: `a${mark}b` });
  });

  test.each([
    ['UTF-8', new TextEncoder().encode('größe\n')],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('größe\n')])],
    ['UTF-16', utf16('größe\n', [0xff, 0xfe])],
    ['UTF-16 without a mark', utf16('größe\n', [])],
    ['windows-1252', new Uint8Array([0x67, 0x72, 0xf6, 0xdf, 0x65, 0x0a])],
  ])('%s is read as what it is', async (name, header) => {
    const rows = 'ja\n'.repeat(20);
    const body = name.startsWith('UTF-16') ? utf16(rows, []) : new TextEncoder().encode(rows);
    const imported = await importTable(new Uint8Array([...header, ...body]));
    expect(fieldsOf(imported)).toEqual({ große: undefined, grosse: undefined, ...fieldsOf(imported) });
    expect(Object.values(fieldsOf(imported))[0]).toEqual({ type: 'constant', label: 'größe', value: 'ja' });
  });

  test('single quotes, line ends of old Macs and quoted line ends are understood', async () => {
    const rows = Array.from({ length: 20 }, () => "'x','a, b'").join('\r');
    expect(fieldsOf(await importTable(`'one','two'\r${rows}`))).toMatchObject({ two: { value: 'a, b' } });
    const lines = Array.from({ length: 20 }, () => '1,"a\nb"').join('\r\n');
    expect(fieldsOf(await importTable(`n,text\r\n${lines}`))).toMatchObject({ text: { value: 'a\nb' } });
  });

  test('a first line of records is not taken for names', async () => {
    const imported = await importTable(
      Array.from({ length: 30 }, (_, row) => `${row * 7},${sexOf(row)}`).join('\n'),
    );
    expect(Object.keys(fieldsOf(imported))).toEqual(['column_1', 'column_2']);
    expect(codes(imported)).toContain('importers.noHeader');
  });

  test('empty and repeated headers get names, and every header stays as label', async () => {
    const rows = 'a,b,c,d\n'.repeat(20);
    const imported = await importTable(`Sex,,Sex,2nd "Résumé"\n${rows}`);
    expect(Object.entries(fieldsOf(imported)).map(([key, { label }]) => [key, label])).toEqual([
      ['sex', 'Sex'],
      ['column_2', undefined],
      ['sex_2', 'Sex'],
      ['n2nd_resume', '2nd "Résumé"'],
    ]);
    expect(codes(imported)).toEqual(
      expect.arrayContaining(['importers.emptyHeaders', 'importers.repeatedHeaders']),
    );
  });

  test('ragged records are counted and read as far as they go', async () => {
    const imported = await importTable(`a,b\n${'x,y\n'.repeat(20)}x\nx,y,z\n`);
    expect(imported.notes.find(({ code }) => code === 'importers.ragged')?.values['count']).toBe(2);
    expect(fieldsOf(imported)['b']).toEqual({ type: 'constant', value: 'y', missing: 0.045 });
  });
});

describe('what a column is', () => {
  const only = async (cell: (row: number) => string | number, records = 200, header = 'x') =>
    fieldsOf(await importTable(tableOf({ [header]: cell, other: sexOf }, records)))[header];

  test('a category keeps the values that enough records share, the rest become “other”', async () => {
    const imported = await importTable(
      tableOf({ x: (row) => (row < 10 ? 'rare' : sexOf(row)), y: sexOf }, 100),
    );
    expect(fieldsOf(imported)['x']).toEqual({
      type: 'category',
      values: { female: 60, male: 30, other: 10 },
    });
    expect(JSON.stringify(imported)).not.toContain('rare"');
    expect(imported.notes.map(say)).toContain(
      '`visits.fields.x`: rarer values, each in fewer than 11 records, did not enter: 1 of them, in 10 records, became “other”.',
    );
  });

  test('numbers get a shape and a range that hides their extremes', async () => {
    expect(await only((row) => (row * 13) % 150)).toEqual({
      type: 'integer',
      distribution: 'uniform',
      min: 0,
      max: 150,
    });
    const normal = await only((row) => (50 + 10 * probit((row + 0.5) / 200)).toFixed(1));
    expect(normal).toMatchObject({ type: 'number', distribution: 'normal', mean: 50, decimals: 1 });
    expect(normal?.['sd']).toBeCloseTo(9.97, 1);
  });

  test('rare numbers of a short list count as the nearest frequent one', async () => {
    expect(await only((row) => (row < 3 ? 9 : row % 3))).toEqual({
      type: 'category',
      values: { '0': 66, '1': 66, '2': 68 },
    });
  });

  test('decimal commas and thousands are read', async () => {
    const imported = await importTable(
      `x;y\n${Array.from({ length: 99 }, (_, row) => `1.${String(100 + row)},5;a`).join('\n')}`,
    );
    expect(fieldsOf(imported)['x']).toMatchObject({ type: 'number', min: 1100, max: 1200, decimals: 1 });
    expect(codes(imported)).toContain('importers.decimalComma');
  });

  test('leading zeros make a code, not a number', async () => {
    expect(await only((row) => String((row * 37) % 10000).padStart(5, '0'))).toEqual({
      type: 'id',
      pattern: '#####',
    });
    expect(await only((row) => `0${(row * 7) % 90}x`.padStart(4, '0'))).toMatchObject({ type: 'pattern' });
  });

  test('keys keep their pattern, counters their start', async () => {
    expect(await only((row) => `A-${String(row * 31 + 1000)}`)).toMatchObject({
      type: 'id',
      pattern: '\\A-####',
    });
    expect(await only((row) => row + 1)).toEqual({ type: 'id', style: 'sequence', start: 1 });
    expect(await only((row) => 70_000 + row * 17, 200, 'mrn')).toEqual({ type: 'id', pattern: '#####' });
  });

  test.each([
    ['2024-03-17', { type: 'date', from: '2024-03-01', to: '2024-03-31' }],
    ['17/03/2024', { type: 'date', from: '2024-03-01', to: '2024-03-31' }],
    ['03/17/24', { type: 'date', from: '2024-03-01', to: '2024-03-31' }],
    ['17 Mar 2024', { type: 'date', from: '2024-03-01', to: '2024-03-31' }],
    ['20240317', { type: 'date', from: '2024-03-01', to: '2024-03-31' }],
    ['2024-03-17 08:30', { type: 'datetime', from: '2024-03-01', to: '2024-03-31' }],
    ['2024-03-17T08:30:11Z', { type: 'datetime', from: '2024-03-01', to: '2024-03-31' }],
    ['3/17/2024 2:05 PM', { type: 'datetime', from: '2024-03-01', to: '2024-03-31' }],
    ['14:05', { type: 'time', from: '14:00', to: '14:59' }],
    ['2:05 pm', { type: 'time', from: '14:00', to: '14:59' }],
  ])('%s is a moment', async (cell, field) => {
    expect(await only(() => cell, 20)).toEqual(field);
  });

  test('days and months are told apart by a day above 12, and doubt is said', async () => {
    const sure = await importTable(
      tableOf({ x: (row) => `${(row % 12) + 1}/${(row % 28) + 1}/2024`, y: sexOf }, 50),
    );
    expect(sure.notes.find(({ code }) => code === 'importers.date')?.values['format']).toBe('m/d/y');
    expect(codes(sure)).not.toContain('importers.ambiguousDate');
    const doubtful = await importTable(
      tableOf({ x: (row) => `${(row % 12) + 1}/${(row % 5) + 1}/2024`, y: sexOf }, 50),
    );
    expect(codes(doubtful)).toContain('importers.ambiguousDate');
  });

  test('true and false are a boolean, 0 and 1 and yes and no a category spelled as in the source', async () => {
    expect(await only((row) => (row % 4 === 0 ? 'TRUE' : 'FALSE'))).toEqual({ type: 'boolean', share: 0.25 });
    expect(await only((row) => (row % 4 === 0 ? 1 : 0))).toEqual({
      type: 'category',
      values: { '0': 150, '1': 50 },
    });
    expect(await only((row) => (row % 4 === 0 ? 'Yes' : 'No'))).toEqual({
      type: 'category',
      values: { No: 150, Yes: 50 },
    });
  });

  test('persons are replaced whatever they are called', async () => {
    const name = (row: number): string => `Name${letters(row)} Family${letters(row * 7)}`;
    expect(await only(name, 50, 'Patient_Name')).toBeUndefined();
    const imported = await importTable(
      tableOf(
        {
          'Patient Name': name,
          contact: (row) => `p${row}@mail.test`,
          Phone: (row) => `(303) 555-${1000 + row}`,
        },
        50,
      ),
    );
    expect(fieldsOf(imported)).toEqual({
      patient_name: { type: 'person', label: 'Patient Name', parts: ['name'] },
      contact: { type: 'person', parts: ['email'] },
      phone: { type: 'person', label: 'Phone', parts: ['phone'] },
    });
  });

  test('prose becomes a written text about the columns beside it', async () => {
    const words = (row: number): string =>
      `the ${letters(row)} patient felt ${'very '.repeat(row % 20)}well today`;
    const imported = await importTable(
      tableOf(
        { age: (row) => 20 + (row % 60), sex: sexOf, id: (row) => row + 1, 'Nursing note': words },
        120,
      ),
    );
    expect(fieldsOf(imported)['nursing_note']).toEqual({
      type: 'text',
      label: 'Nursing note',
      kind: 'nursing note',
      facts: ['age', 'sex'],
      words: [5, 25],
    });
  });

  test('every word for nothing counts as missing and is announced', async () => {
    const words = ['', 'NA', 'n/a', '?', '-', 'NULL'];
    const imported = await importTable(tableOf({ x: (row) => words[row % 12] ?? 'here', y: sexOf }, 120));
    expect(fieldsOf(imported)['x']).toEqual({ type: 'constant', value: 'here', missing: 0.5 });
    expect(imported.notes.map(say).join()).toContain('an empty cell, “na”, “n/a”, “?”, “-”, “null”');
  });

  test('of fewer than 11 records nothing enters but kinds', async () => {
    const imported = await importTable('age,city,seen\n61,Uruk,2024-05-06\n47,Ur,2023-01-02\n');
    expect(fieldsOf(imported)).toEqual({
      age: { type: 'integer', distribution: 'uniform', min: 0, max: 100 },
      city: { type: 'category', values: { other: 2 } },
      seen: { type: 'date', from: '2020-01-01', to: '2029-12-31' },
    });
  });
});

describe('what is refused, in a sentence', () => {
  const refusal = async (content: string | Uint8Array<ArrayBuffer>): Promise<string> => {
    const reason: unknown = await importTable(content).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(Failure);
    return (reason as Failure).message;
  };

  test.each([
    ['nothing', '', 'The file is empty'],
    ['a workbook', 'PK\u0003\u0004xl/workbook.xml', 'The file is an Excel workbook or another ZIP file'],
    ['a PDF', '%PDF-1.7', 'The file is a PDF'],
    ['a header alone', 'a,b,c\n', 'The file has no records'],
    ['blank lines', '\n\n\n', 'The file has no records'],
    ['too many columns', `${'a,'.repeat(600)}\n${'1,'.repeat(600)}\n`, 'The file has 601 columns; up to 500'],
  ])('%s', async (_, content, start) => {
    expect(await refusal(content)).toContain(start);
  });

  test('bytes that are no text', async () => {
    expect(await refusal(new Uint8Array(3000).map((_, index) => (index * 7) % 30))).toContain(
      'a file of bytes',
    );
  });

  test('a quotation mark that swallows the file', async () => {
    expect(await refusal(`a,b\n1,"${'word '.repeat(600_000)}`)).toContain(
      'a quotation mark that is never closed',
    );
  });

  test('a file beyond the limit, before it is read', async () => {
    const huge = new Blob(Array.from({ length: 61 }, () => new Uint8Array(1 << 20).fill(0x31)));
    await expect(fromCsv.read(huge, 'huge.csv', quietJob)).rejects.toThrow('The file has 61 MB; up to 60 MB');
  });
});

test('an aborted import rejects with the reason of its signal', async () => {
  const controller = new AbortController();
  controller.abort();
  const job = { signal: controller.signal, progress: (): void => undefined };
  await expect(fromCsv.read(new Blob(['a,b\n1,2\n']), 'a.csv', job)).rejects.toBe(controller.signal.reason);
});

test('the importer of a file is found, and an image is sent away', async () => {
  expect((await recogniseImporter(new Blob(['a,b\n1,2']), 'x.csv')).id).toBe('csv');
  await expect(
    recogniseImporter(new Blob(['\u0089PNG'.replace('\u0089', '')]), 'x.txt'),
  ).resolves.toBeDefined();
  const image = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])]);
  await expect(recogniseImporter(image, 'x.csv')).rejects.toThrow('a PNG image');
});

function utf16(text: string, mark: number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array([
    ...mark,
    ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ]);
}

/** Letters that differ for every number below 17,576. */
function letters(number: number): string {
  return [676, 26, 1].map((step) => String.fromCharCode(97 + (Math.floor(number / step) % 26))).join('');
}

/** Normal quantile, Winitzki's approximation (2008): within 0.005 here. */
function probit(share: number): number {
  const z = 2 * share - 1;
  const logarithm = Math.log(1 - z * z);
  const a = 2 / (Math.PI * 0.147) + logarithm / 2;
  return Math.SQRT2 * Math.sign(z) * Math.sqrt(Math.sqrt(a * a - logarithm / 0.147) - a);
}
