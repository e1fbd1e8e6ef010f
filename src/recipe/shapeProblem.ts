import type * as v from 'valibot';
import { suggestion } from '../problems/didYouMean';
import { problem, type Problem } from '../problems/Problem';
import { pathAt } from './pathAt';

type Issue = v.BaseIssue<unknown>;

/** What valibot found, as a sentence of ours. `at` is the path of the thing that was read. */
export function shapeProblem(issue: Issue, at: string): Problem {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (issue.type === 'union') return unionProblem(issue, at, keys);
  const place = pathAt(at, ...keys);
  const value = shown(issue.input);
  const requirement = issue.requirement;
  if (isKeyIssue(issue)) {
    const key = String(keys.at(-1) ?? '');
    const parent = pathAt(at, ...keys.slice(0, -1));
    return issue.expected === 'never'
      ? problem('recipe.unknownKey', parent, { key: clip(key), near: '.' })
      : problem('recipe.missingKey', parent, { key });
  }
  switch (issue.type) {
    case 'integer':
    case 'safe_integer':
      return problem('recipe.notWhole', place, { value });
    case 'min_value':
    case 'gt_value':
      if (keys.at(-1) === 'rows' && requirement === 1) return problem('recipe.noRows', place, { value });
      return issue.type === 'min_value'
        ? problem('recipe.belowLeast', place, { value, least: shown(requirement) })
        : problem('recipe.notAbove', place, { value, bound: shown(requirement) });
    case 'max_value':
    case 'lt_value':
      if (keys.at(-1) === 'rows')
        return problem('recipe.tooManyRows', place, { value, most: shown(requirement) });
      return issue.type === 'max_value'
        ? problem('recipe.aboveMost', place, { value, most: shown(requirement) })
        : problem('recipe.notBelow', place, { value, bound: shown(requirement) });
    case 'non_empty':
    case 'min_length':
    case 'min_entries':
    case 'length':
      return countOf(issue.input) === 0
        ? problem('recipe.emptyValue', place)
        : problem('recipe.tooFew', place, { count: countOf(issue.input), least: shown(requirement) });
    case 'max_length':
    case 'max_entries':
      return problem('recipe.tooMany', place, { count: countOf(issue.input), most: shown(requirement) });
    case 'literal':
    case 'picklist':
    case 'enum':
    case 'value':
    case 'values':
      return notAmong(issue, place);
    case 'iso_date':
      return problem('recipe.wrongForm', place, { value, form: 'YYYY-MM-DD' });
    case 'iso_date_time':
      return problem('recipe.wrongForm', place, { value, form: 'YYYY-MM-DDTHH:MM' });
    case 'iso_time':
      return problem('recipe.wrongForm', place, { value, form: 'HH:MM' });
    case 'regex':
      return problem('recipe.wrongForm', place, { value, form: shown(requirement) });
  }
  if (issue.kind === 'schema') {
    return problem('recipe.wrongType', place, {
      expected: inWords(issue.expected ?? ''),
      received: receivedInWords(issue.input),
    });
  }
  return problem('recipe.invalid', place, { value, reason: issue.message });
}

/** Of the branches, the one that came furthest speaks; if none came in, all that would have been right. */
function unionProblem(issue: Issue, at: string, keys: (string | number)[]): Problem {
  const deeper = (issue.issues ?? []).filter(
    (one) => (one.path ?? []).length > 0 || one.kind === 'validation',
  );
  const best = deeper.reduce<Issue | undefined>(
    (chosen, one) =>
      chosen === undefined || (one.path ?? []).length > (chosen.path ?? []).length ? one : chosen,
    undefined,
  );
  if (best !== undefined) return shapeProblem(best, pathAt(at, ...keys));
  const literals = (issue.issues ?? []).every((one) => one.type === 'literal' || one.type === 'picklist');
  return literals
    ? notAmong(issue, pathAt(at, ...keys))
    : problem('recipe.wrongType', pathAt(at, ...keys), {
        expected: inWords(issue.expected ?? ''),
        received: receivedInWords(issue.input),
      });
}

function notAmong(issue: Issue, place: string): Problem {
  const choices = split(issue.expected ?? '').map((choice) => choice.replace(/^"(.*)"$/, '$1'));
  const near = typeof issue.input === 'string' ? suggestion(issue.input, choices) || '.' : '.';
  const listed = choices.map((choice) => `\`${choice}\``);
  return problem('recipe.notAmong', place, { value: shown(issue.input), choices: listed.join(', '), near });
}

function isKeyIssue(issue: Issue): boolean {
  const last = issue.path?.at(-1);
  return issue.kind === 'schema' && last !== undefined && 'origin' in last && last.origin === 'key';
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
  null: 'null',
};

/** `(string | number)` becomes `a text or a number`. */
function inWords(expected: string): string {
  return [...new Set(split(expected).map((one) => words[one] ?? one))].join(' or ');
}

function split(expected: string): string[] {
  return expected
    .replace(/^\((.*)\)$/, '$1')
    .split(' | ')
    .filter((one) => one !== '');
}

function receivedInWords(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  return typeof input === 'string' ? `the text “${clip(input)}”` : String(input);
}

function countOf(input: unknown): number {
  if (typeof input === 'string' || Array.isArray(input)) return input.length;
  return typeof input === 'object' && input !== null ? Object.keys(input).length : 0;
}

/** Numbers stay numbers, so that the sentence groups their digits. */
function shown(value: unknown): string | number {
  if (typeof value === 'number') return value;
  if (value instanceof RegExp) return value.source;
  return clip(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
