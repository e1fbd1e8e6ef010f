import { expect, test } from 'vitest';
import { weightsOf, writeWeights } from '../../../../src/app/editing/weights';

test('an object and a list are both rows', () => {
  expect(weightsOf({ fall: 2 })).toEqual([{ name: 'fall', weight: 2 }]);
  expect(weightsOf(['a', 'b'])).toEqual([
    { name: 'a', weight: 1 },
    { name: 'b', weight: 1 },
  ]);
  expect(weightsOf(undefined)).toEqual([]);
});

test('a list stays a list until one value weighs more', () => {
  const rows = weightsOf(['a', 'b']);
  expect(writeWeights(rows, true)).toEqual(['a', 'b']);
  expect(writeWeights([{ name: 'a', weight: 3 }, ...rows.slice(1)], true)).toEqual({ a: 3, b: 1 });
});

test('rows without a name are not written', () => {
  expect(
    writeWeights(
      [
        { name: 'a', weight: 1 },
        { name: '', weight: 1 },
      ],
      false,
    ),
  ).toEqual({ a: 1 });
});
