import { problem, type Problem } from '../problems/Problem';
import type { Document } from './migrations';
import { pathAt } from './pathAt';
import { scanJson } from './scanJson';

const longestDocument = 5_000_000;

/** The document as plain data of its own, from its text or from an object; undefined with the reason beside it. */
export function parseDocument(source: unknown): { document?: Document; problems: Problem[] } {
  const text = typeof source === 'string' ? source.replace(/^\uFEFF/, '') : toText(source);
  if (text === undefined) return { problems: [problem('recipe.notAnObject')] };
  if (text.trim() === '') return { problems: [problem('recipe.empty')] };
  if (text.length > longestDocument) {
    return {
      problems: [problem('recipe.documentTooLong', '', { characters: text.length, most: longestDocument })],
    };
  }
  const { fault, duplicates } = scanJson(text);
  if (fault !== undefined) {
    const { line, column, found } = fault;
    const code = found === '' ? 'recipe.jsonEnds' : 'recipe.notJson';
    return { problems: [problem(code, '', { line, column, found })] };
  }
  const problems = duplicates.map(({ path, line }) =>
    problem('recipe.duplicateKey', placeOf(path), { key: String(path.at(-1)).slice(0, 60), line }),
  );
  const document = parse(text);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return { problems: [problem('recipe.notAnObject')] };
  }
  return { document: document as Document, problems };
}

/** Also the way to take a copy: what we were handed may be a proxy, or change under our hands. */
function toText(source: unknown): string | undefined {
  try {
    return JSON.stringify(source);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Paths leave out `tables`, as everywhere. */
function placeOf(path: readonly (string | number)[]): string {
  return path[0] === 'tables' && path.length > 1 ? pathAt('', ...path.slice(1)) : pathAt('', ...path);
}
