import type { ParseError } from '@marcbachmann/cel-js';
import { problem, type Problem } from '../problems/Problem';

const instead: Readonly<Record<string, string>> = {
  '=': 'write == to compare',
  and: 'write && for “and”',
  AND: 'write && for “and”',
  or: 'write || for “or”',
  OR: 'write || for “or”',
  not: 'write ! for “not”',
  '&': 'write && for “and”',
  '|': 'write || for “or”',
  '<>': 'write != for “not equal”',
};

const missing: Readonly<Record<string, string>> = {
  RPAREN: 'a closing ) is missing',
  RBRACKET: 'a closing ] is missing',
  RBRACE: 'a closing } is missing',
  COLON: 'a : is missing',
};

/** The library's complaint in our words; `position` counts characters from 1. */
export function syntaxProblem(source: string, error: ParseError): Problem {
  const start = Math.min(error.range?.start ?? 0, source.length);
  const end = Math.max(error.range?.end ?? start, start);
  const reason = reasonFor(error, source.slice(start, end), source.slice(0, start));
  return problem('expression.syntax', '', { source, position: start + 1, reason });
}

function reasonFor(error: ParseError, found: string, before: string): string {
  const hint = instead[found === '>' && before.endsWith('<') ? '<>' : found];
  if (hint !== undefined) return hint;
  if (error.code === 'unterminated_string' || error.code === 'newline_in_string')
    return 'a quote is not closed';
  if (error.code === 'reserved_identifier') return `“${found}” is a reserved word`;
  if (error.code === 'limit_exceeded') return 'it is too long or too deeply nested';
  const expected = /^Expected (\w+)/.exec(error.summary)?.[1];
  if (expected !== undefined && missing[expected] !== undefined) return missing[expected];
  if (found.trim() === '') return 'it ends too early';
  if (/^(unexpected|expected)_/.test(error.code)) return `“${found}” does not belong here`;
  return `${error.summary.charAt(0).toLowerCase()}${error.summary.slice(1)}`;
}
