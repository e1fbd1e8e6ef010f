import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldTypes } from '../../../src/fields/fieldTypes';
import { schemaDocument } from '../../../src/recipe/schemaDocument';

test('the published schema is the one the code makes; `npx tsx tools/writeSchema.ts` renews it', () => {
  expect(readFileSync('public/recipe.schema.json', 'utf8') === schemaDocument()).toBe(true);
});

test('it knows every field type, allows no unknown option and names no host but its dialect', () => {
  const text = schemaDocument();
  for (const type of Object.keys(fieldTypes)) expect(text).toContain(`"const": "${type}"`);
  expect(text.match(/https?:[^"]*/g)).toEqual(['http://json-schema.org/draft-07/schema#']);
  expect(text.match(/"additionalProperties": true/)).toBeNull();
});
