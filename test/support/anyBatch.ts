import fc from 'fast-check';
import type { Cell, CellLineage, ColumnType, RowBatch } from '../../src/dataset/RowBatch';

const types: ColumnType[] = ['text', 'integer', 'number', 'boolean', 'date', 'datetime', 'time'];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  // Any UTF-16 code units: halves of surrogate pairs too.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\ud800', '\udc00', '😀', 'a\u0000b', '"', '\r\n'),
);

const cells: readonly fc.Arbitrary<Cell>[] = [
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 0, 1),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2025-01-31', '1999-12-01'),
  fc.constantFrom<Cell>('a', 'bb', null),
  fc.constantFrom<Cell>('2025-01-31', '1999-12-01', null),
  fc.option(fc.stringMatching(/^\d{4}-\d\d-\d\d$/)),
  fc.option(fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d$/)),
  fc.stringMatching(/^[0-2]\d:[0-5]\d:[0-5]\d$/),
  fc.option(fc.integer({ min: -100_000, max: 100_000 }).map((whole) => whole / 100)),
  fc.maxSafeInteger(),
];

const plain = { noNullPrototype: true };

const lineage: fc.Arbitrary<CellLineage> = fc.record(
  {
    model: fc.string(),
    attempts: fc.array(
      fc.record(
        {
          seed: fc.nat(),
          tokens: fc.nat(),
          milliseconds: fc.nat(),
          problems: fc.constant([{ code: 'storage.gone' as const, at: '', values: { what: 'run', n: 1 } }]),
        },
        plain,
      ),
      { maxLength: 2 },
    ),
    verdict: fc.constantFrom('passed', 'marked', 'missing'),
  },
  plain,
);

/** Batches of every kind of cell, columns of one kind or mixed, with 0 to 40 records. */
export const anyBatch: fc.Arbitrary<RowBatch> = fc.integer({ min: 0, max: 40 }).chain((rowCount) => {
  const ofRows = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
    fc.array(item, { minLength: rowCount, maxLength: rowCount });
  return fc.record(
    {
      table: fc.string(),
      start: fc.nat(),
      rowCount: fc.constant(rowCount),
      columns: fc.array(
        fc.record(
          {
            path: fc.string(),
            type: fc.constantFrom(...types),
            cells: fc.oneof(...cells.map(ofRows), ofRows(fc.oneof(...cells))),
          },
          plain,
        ),
        { maxLength: 5 },
      ),
      lineage: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), ofRows(lineage), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    plain,
  );
});
