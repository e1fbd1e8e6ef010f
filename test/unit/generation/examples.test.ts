import { describe, expect, test } from 'vitest';
import type { RowBatch } from '../../../src/dataset/RowBatch';
import { planRun } from '../../../src/generation/planRun';
import { previewRecipe } from '../../../src/generation/previewRecipe';
import { consecutive } from '../../../src/generation/toBatch';
import { examples } from '../../../src/recipe/examples';

const shownRows = 5;

describe.each(examples)('the example $id', ({ id, document, recipe }) => {
  test('draws the same first records as ever: a change here changes what users have made', async () => {
    const { batches, problems } = previewRecipe(document, shownRows);
    expect(problems).toEqual([]);
    const records = Object.fromEntries(batches.map((batch) => [batch.table, recordsOf(batch)]));
    const text = `${JSON.stringify(records, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../recipes/${id}/expected.json`);
  });

  test('keeps its hard rules in every record', () => {
    for (const table of planRun(recipe).tables) {
      const { records } = table.settled(consecutive(0, table.rowCount));
      for (const { unit, options } of table.earlyRules) {
        expect(records.filter((record) => unit.holds?.(options, record, table.today) === false)).toEqual([]);
      }
    }
  });
});

function recordsOf({ columns, rowCount }: RowBatch): Record<string, unknown>[] {
  return consecutive(0, rowCount).map((row) =>
    Object.fromEntries(columns.map(({ path, cells }) => [path, cells[row]])),
  );
}
