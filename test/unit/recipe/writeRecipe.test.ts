import { expect, test } from 'vitest';
import { readRecipe } from '../../../src/recipe/readRecipe';
import type { Recipe } from '../../../src/recipe/Recipe';
import { writeRecipe } from '../../../src/recipe/writeRecipe';

test('keys come in a fixed order, short values on one line, options of nobody last', () => {
  const recipe = {
    tables: {
      visit: {
        fields: {
          pulse: { missing: 0.1, max: 180, min: 40, label: 'Pulse', type: 'integer' },
          note: { words: [10, 40], facts: ['pulse'], kind: 'a note', type: 'text', style: 'x'.repeat(60) },
        },
        rows: 20,
        constraints: [{ hard: false, rule: 'pulse > 50', type: 'rule' }],
      },
    },
    today: '2026-01-01',
    seed: 7,
    title: 'Test',
    cloister: 1,
  } as unknown as Recipe;
  expect(writeRecipe(recipe)).toBe(`{
  "cloister": 1,
  "title": "Test",
  "seed": 7,
  "today": "2026-01-01",
  "tables": {
    "visit": {
      "rows": 20,
      "fields": {
        "pulse": { "type": "integer", "label": "Pulse", "min": 40, "max": 180, "missing": 0.1 },
        "note": {
          "type": "text",
          "kind": "a note",
          "facts": ["pulse"],
          "words": [10, 40],
          "style": "${'x'.repeat(60)}"
        }
      },
      "constraints": [{ "type": "rule", "rule": "pulse > 50", "hard": false }]
    }
  }
}
`);
});

test('what is written reads back as the same recipe', () => {
  const source = {
    cloister: 1,
    title: '“quotes” and\nlines',
    seed: 2 ** 53 - 1,
    tables: {
      t: { rows: 1, label: '😀', fields: { a: { type: 'category', values: { '10': 1, '9': 2, 'é"': 3 } } } },
    },
  };
  const { recipe } = readRecipe(source);
  expect(recipe).toBeDefined();
  expect(readRecipe(writeRecipe(recipe as Recipe)).recipe).toEqual(recipe);
});
