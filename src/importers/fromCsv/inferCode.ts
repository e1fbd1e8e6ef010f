import { problem } from '../../problems/Problem';
import type { ColumnSurvey } from './ColumnSurvey';
import type { Inferred } from './inferCategory';
import { leastSightings } from './leastSightings';

const mostShapes = 8;
const longestCode = 40;

/**
 * Codes: texts whose shape repeats though their digits do not (`844 F.3d 914`, `AB-0012`). Words between the
 * digits are kept only where enough records share them; other letters are drawn anew.
 */
export function inferCode(survey: ColumnSurvey, at: string): Inferred | undefined {
  const { sample } = survey;
  const coded = sample.filter((cell) => cell.length <= longestCode && /\d/.test(cell));
  if (sample.length < leastSightings || coded.length < sample.length * 0.9) return undefined;
  const shapes = shapesOf(coded);
  const covered = shapes.reduce((sum, [, count]) => sum + count, 0);
  if (shapes.length === 0 || covered < coded.length * 0.6) return undefined;
  const unique = survey.repeats === 0 && survey.present > leastSightings;
  const [first] = shapes[0]!;
  const listed = shapes.map(([shape]) => shape).join('; ');
  if (
    unique &&
    shapes.length === 1 &&
    !/(?<!\\)a/.test(first) &&
    (first.match(/[#A]/g) ?? []).length >= digitsFor(survey.present)
  ) {
    return {
      field: { type: 'id', pattern: toPattern(first) },
      notes: [problem('importers.id', at, { pattern: first })],
    };
  }
  const zeroFirst = coded.some((cell) => /(?<!\d)0/.test(cell));
  const regex = shapes.map(([shape]) => toRegex(shape, zeroFirst)).join('|');
  return { field: { type: 'pattern', regex }, notes: [problem('importers.code', at, { shapes: listed })] };
}

/** So many places that ten times the records fit. */
function digitsFor(records: number): number {
  return Math.ceil(Math.log10(Math.max(10, records))) + 1;
}

/**
 * Shapes that enough cells share, most frequent first: digits as `#`, letters as they stand where that still
 * is shared, else as `A` and `a`. A plain `#`, `A` or `a` of the source is marked by a backslash.
 */
function shapesOf(cells: readonly string[]): [string, number][] {
  const literal = countBy(cells, (cell) => shapeOf(cell, false));
  const shapes = countBy(cells, (cell) => {
    const shape = shapeOf(cell, false);
    return (literal.get(shape) ?? 0) >= leastSightings ? shape : shapeOf(cell, true);
  });
  return [...shapes]
    .filter(([, count]) => count >= leastSightings)
    .sort(([, few], [, many]) => many - few)
    .slice(0, mostShapes);
}

function shapeOf(cell: string, hideLetters: boolean): string {
  return [...cell]
    .map((mark) => {
      if (/\d/.test(mark)) return '#';
      if (hideLetters && /\p{Lu}/u.test(mark)) return 'A';
      if (hideLetters && /\p{L}/u.test(mark)) return 'a';
      return /[#Aa\\]/.test(mark) ? `\\${mark}` : mark;
    })
    .join('');
}

function countBy(cells: readonly string[], keyOf: (cell: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(keyOf(cell), (counts.get(keyOf(cell)) ?? 0) + 1);
  return counts;
}

/** For the `id` field, which knows `#`, `A` and the backslash. */
function toPattern(shape: string): string {
  return shape.replace(/\\a/g, 'a');
}

function toRegex(shape: string, zeroFirst: boolean): string {
  return shape.replace(/\\?./gu, (mark, at: number) => {
    if (mark === '#') return zeroFirst || shape[at - 1] === '#' ? '[0-9]' : '[1-9]';
    if (mark === 'A') return '[A-Z]';
    if (mark === 'a') return '[a-z]';
    const plain = mark.startsWith('\\') && mark.length > 1 ? mark.slice(1) : mark;
    return /[\\^$.*+?()[\]{}|/-]/.test(plain) ? `\\${plain}` : plain;
  });
}
