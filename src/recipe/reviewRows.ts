import { problem, type Problem } from '../problems/Problem';
import { fieldTypeOf } from './fieldTypeOf';
import { mostRows } from './recipeSchema';
import { pathAt } from './pathAt';
import type { Recipe } from './Recipe';
import { rowsOf } from './rowsOf';

/** From here on a user should know beforehand how long the writing takes. */
const manyRows = 20_000;
/** What the embedded writer does on two processor cores, roughly; only for the words of a caution. */
const cellsPerSecond = 10;

export function reviewRows(recipe: Recipe, name: string, broken: ReadonlySet<string>): Problem[] {
  const table = recipe.tables[name];
  if (table === undefined) return [];
  const at = pathAt('', name);
  const counted = Object.entries(table.fields)
    .filter(([, field]) => field.type === 'reference' && field['perParent'] !== undefined)
    .map(([field]) => `\`${field}.perParent\``);
  const given = [...(table.rows === undefined ? [] : ['`rows`']), ...counted];
  // What could not be read may be the reference that says it.
  const unclear = [...broken].some((path) => path.startsWith(`${name}.`));
  if (given.length === 0) return unclear ? [] : [problem('recipe.rowsNotSaid', at)];
  if (given.length > 1) return [problem('recipe.rowsSaidTwice', at, { given: given.join(' and by ') })];
  const rows = rowsOf(recipe, name);
  if (rows > mostRows) {
    return [problem('recipe.tooManyRows', at, { value: Math.round(rows), most: mostRows })];
  }
  const written = Object.values(table.fields).filter(
    (field) => fieldTypeOf(field.type)?.origin === 'written',
  ).length;
  if (written === 0 || rows <= manyRows) return [];
  const cells = Math.round(rows) * written;
  return [problem('recipe.manyWritten', at, { cells, duration: inWords(cells / cellsPerSecond) })];
}

function inWords(seconds: number): string {
  const hours = Math.round(seconds / 3600);
  return hours < 1 ? `${Math.round(seconds / 60)} minutes` : hours === 1 ? 'an hour' : `${hours} hours`;
}
