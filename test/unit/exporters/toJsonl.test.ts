import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellLineage } from '../../../src/dataset/RowBatch';
import { toJsonl } from '../../../src/exporters/toJsonl';
import { exportText, type TestColumn } from '../../support/exportText';

const columns: TestColumn[] = [
  { path: 'patient.name', type: 'text', label: 'Name', cells: ['Ada "A" B', null] },
  { path: 'patient.sex', type: 'text', cells: ['female', null] },
  { path: 'pulse', type: 'integer', cells: [80, null] },
];

function readLines(file: string): unknown[] {
  expect(file.endsWith('\n')).toBe(true);
  return file
    .slice(0, -1)
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

describe('a JSON Lines file', () => {
  test('nests the parts of a field and writes null for a missing cell', async () => {
    expect(await exportText(toJsonl, columns)).toBe(
      '{"patient":{"name":"Ada \\"A\\" B","sex":"female"},"pulse":80}\n' +
        '{"patient":{"name":null,"sex":null},"pulse":null}\n',
    );
  });

  test('keeps dotted keys when asked to', async () => {
    expect(readLines(await exportText(toJsonl, columns, { shape: 'dotted' }))[0]).toEqual({
      'patient.name': 'Ada "A" B',
      'patient.sex': 'female',
      pulse: 80,
    });
  });

  test('leaves missing cells out when asked to', async () => {
    expect(readLines(await exportText(toJsonl, columns, { missing: 'leave out' }))[1]).toEqual({});
  });

  test('keeps a part dotted where its field has a cell of its own', async () => {
    const both: TestColumn[] = [
      { path: 'due', type: 'date', cells: ['2025-01-01'] },
      { path: 'due.days', type: 'integer', cells: [3] },
    ];
    expect(readLines(await exportText(toJsonl, both))).toEqual([{ due: '2025-01-01', 'due.days': 3 }]);
  });

  test('puts lineage under _lineage, without times', async () => {
    const failed = [{ code: 'storage.gone' as const, at: '', values: {} }];
    const lineage: CellLineage[] = [
      {
        model: 'tiny',
        verdict: 'passed',
        attempts: [
          { seed: 1, tokens: 9, milliseconds: 5, problems: failed },
          { seed: 2, tokens: 8, milliseconds: 7, problems: [] },
        ],
      },
    ];
    const note: TestColumn[] = [{ path: 'note', type: 'text', origin: 'written', cells: ['x'] }];
    expect(
      readLines(await exportText(toJsonl, note, { lineage: true }, { lineage: { note: lineage } })),
    ).toEqual([
      {
        note: 'x',
        _lineage: {
          note: {
            verdict: 'passed',
            model: 'tiny',
            attempts: [
              { seed: 1, tokens: 9, problems: ['storage.gone'] },
              { seed: 2, tokens: 8, problems: [] },
            ],
          },
        },
      },
    ]);
  });

  test('reads back the same, whatever the text', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\u2028', '\ud800', '"', '\\'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (cells) => {
        const file = await exportText(toJsonl, [{ path: 'a.b', type: 'text', cells }]);
        expect(readLines(file)).toEqual(cells.map((b) => ({ a: { b } })));
      }),
    );
  });
});
