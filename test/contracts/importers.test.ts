import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importers } from '../../src/importers/importers';
import { describe as say, isWrong } from '../../src/problems/describe';
import { Failure } from '../../src/problems/Failure';
import { columnsOf } from '../../src/recipe/columnsOf';
import { readRecipe } from '../../src/recipe/readRecipe';
import { quietJob } from '../support/importText';

const casesOf = (id: string): string[] => (existsSync(folder(id)) ? readdirSync(folder(id)) : []);
const folder = (id: string): string => `test/cases/importers/${id}`;

function inputOf(id: string, name: string): { bytes: Uint8Array<ArrayBuffer>; fileName: string } {
  const place = `${folder(id)}/${name}`;
  const fileName = readdirSync(place).find((file) => file.startsWith('input.')) ?? 'none';
  return { bytes: new Uint8Array(readFileSync(`${place}/${fileName}`)), fileName };
}

describe.each(importers)('the importer $id', (importer) => {
  const cases = casesOf(importer.id);

  test('has cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test.each(cases)('case %s: gives its recipe and its notes', async (name) => {
    const { bytes, fileName } = inputOf(importer.id, name);
    const expected: unknown = JSON.parse(
      readFileSync(`${folder(importer.id)}/${name}/expected.json`, 'utf8'),
    );
    const { recipe, notes } = await importer.read(new Blob([bytes]), fileName, quietJob);
    expect({ recipe, notes: notes.map(say) }).toEqual(expected);
  });

  test.each(cases)('case %s: is recognised, alone among the importers or most surely', (name) => {
    const { bytes, fileName } = inputOf(importer.id, name);
    const sure = importer.recognise(bytes, fileName);
    expect(sure).toBeGreaterThan(0.5);
    for (const other of importers) expect(other.recognise(bytes, fileName)).toBeLessThanOrEqual(sure);
  });

  test('progress only grows and ends at 1', async () => {
    const { bytes, fileName } = inputOf(importer.id, cases[0] ?? '');
    const shares: number[] = [];
    await importer.read(new Blob([bytes]), fileName, {
      ...quietJob,
      progress: (share) => shares.push(share),
    });
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('any bytes give a recipe that can be read, or a Failure with its sentence', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        try {
          const imported = await importer.read(new Blob([new Uint8Array(content)]), 'x.csv', quietJob);
          expect(readRecipe(imported.recipe).problems.filter(isWrong)).toEqual([]);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          expect(error.message).not.toMatch(/\{\w+\}/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('any table of texts, numbers, dates and gaps', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer().map(String),
    fc.double({ noNaN: true }).map(String),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((day) => day.toISOString()),
    fc.constantFrom(
      '',
      'NA',
      'yes',
      'no',
      '0',
      '1',
      'true',
      '__proto__',
      'constructor',
      '007',
      'A-001',
      '1,5',
      '>5',
    ),
    fc.lorem({ maxCount: 12 }),
  );
  /** Columns that draw from few values, so that some are seen often enough to enter. */
  const table = fc
    .record({
      headers: fc.array(
        fc.oneof(fc.string({ maxLength: 9 }), fc.constantFrom('id', 'note', '__proto__', 'today', 'name')),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      pool: fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 5 }),
      rows: fc.integer({ min: 1, max: 60 }),
      step: fc.integer({ min: 1, max: 7 }),
    })
    .map(({ headers, pool, rows, step }) => {
      const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const lines = Array.from({ length: rows }, (_, row) =>
        headers.map((_, column) => {
          const values = pool[column] ?? [''];
          return quote(values[(row * step + column) % values.length] ?? '');
        }),
      );
      return [headers.map(quote), ...lines].map((line) => line.join(',')).join('\n');
    });

  test('becomes a recipe without a wrong problem, with one column for each of the file', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (content) => {
        const imported = await importers[0]
          .read(new Blob([content]), 'any.csv', quietJob)
          .catch((error: unknown) => {
            if (error instanceof Failure) return undefined;
            throw error;
          });
        if (imported === undefined) return;
        const { recipe, problems } = readRecipe(imported.recipe);
        expect(problems.filter(isWrong).map(say)).toEqual([]);
        const name = Object.keys(imported.recipe.tables)[0] as string;
        expect(columnsOf(recipe as never, name)).toHaveLength(
          Object.keys(recipe?.tables[name]?.fields ?? {}).length,
        );
      }),
      { numRuns: 300 },
    );
  });
});
