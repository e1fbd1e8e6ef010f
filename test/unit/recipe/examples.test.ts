import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { previewRecipe } from '../../../src/generation/previewRecipe';
import { columnsOf } from '../../../src/recipe/columnsOf';
import { examples } from '../../../src/recipe/examples';
import { readRecipe } from '../../../src/recipe/readRecipe';

test('every recipe folder is an example, with trades and tables of all sorts', () => {
  const folders = readdirSync('test/recipes').filter((name) =>
    existsSync(`test/recipes/${name}/recipe.json`),
  );
  expect(examples.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  for (const trade of ['clinical', 'legal'] as const) {
    const own = examples.filter((example) => example.trade === trade);
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.some(({ recipe }) => Object.keys(recipe.tables).length === 2)).toBe(true);
  }
});

describe.each(examples)('$id', ({ id, title, recipe, document }) => {
  test('reads without any problem, and its file is laid out as we write it', () => {
    expect(readRecipe(document)).toEqual({ recipe, problems: [] });
    expect(readFileSync(`test/recipes/${id}/recipe.json`, 'utf8')).toBe(document);
    expect(title).toBe(recipe.title);
  });

  test('has texts, hard and soft rules, and headers of which none stands twice', () => {
    const tables = Object.entries(recipe.tables);
    const fields = tables.flatMap(([, table]) => Object.values(table.fields));
    const rules = tables.flatMap(([, table]) => table.constraints ?? []);
    expect(fields.filter(({ type }) => type === 'text').length).toBeGreaterThan(0);
    expect(new Set(rules.map(({ hard }) => hard))).toEqual(new Set([true, false]));
    for (const [name] of tables) {
      const headers = columnsOf(recipe, name).map(({ label }) => label);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  test('is drawn in full with every hard rule met', () => {
    const { batches, problems } = previewRecipe(document, 1000);
    expect(problems).toEqual([]);
    expect(batches.map(({ rowCount }) => rowCount > 20)).not.toContain(false);
  });
});
