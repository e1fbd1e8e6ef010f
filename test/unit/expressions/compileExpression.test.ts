import { evaluate as celEvaluate } from '@marcbachmann/cel-js';
import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../../src/expressions/compileExpression';
import { describe as say } from '../../../src/problems/describe';
import type { RecordView } from '../../../src/dataset/RowBatch';

const record: RecordView = {
  pulse: 96,
  age: 41,
  cost: 12.5,
  zero: 0,
  gone: null,
  complaint: 'chest pain',
  arrived: '2025-03-04T08:15:00',
  left: '2025-03-04T10:45:00',
  admitted: true,
  patient: { name: 'Ana Ruiz', sex: 'female', birth_date: '1984-03-05', email: null },
};

function run(source: string, from: RecordView = record): unknown {
  const compiled = compileExpression(source);
  if ('problem' in compiled) throw new Error(say(compiled.problem));
  return compiled.expression.evaluate(from, '2026-11-20');
}

function refusal(source: string): string {
  const compiled = compileExpression(source);
  if ('problem' in compiled) return say(compiled.problem);
  throw new Error(`“${source}” was accepted`);
}

describe('compileExpression', () => {
  test.each([
    ['pulse > 40', true],
    ['age + 1', 42],
    ['age / 2', 20.5],
    ['age % 2 == 1', true],
    ['-age', -41],
    ["pulse > 40 || complaint != 'fall'", true],
    ["patient.sex == 'female' && admitted", true],
    ["complaint in ['fall', 'chest pain']", true],
    ['pulse >= 90 ? "fast" : "steady"', 'fast'],
    ["patient.name + ', ' + patient.sex", 'Ana Ruiz, female'],
    ["patient.name.startsWith('Ana') && patient.name.contains('Ru')", true],
    ["complaint.matches('^chest')", true],
    ['size(patient.name)', 8],
    ['arrived < left', true],
    ["arrived >= '2025-01-01'", true],
    ['[pulse, age].exists(n, n > 90)', true],
    ['[1, 2, 3].filter(n, n > 1).map(n, n * 10)', [20, 30]],
    ['cel.bind(double_age, age * 2, double_age + 1)', 83],
    ['[1, 2, 3][1]', 2],
    ["{'a': 1}['a']", 1],
    ['today', '2026-11-20'],
  ])('evaluates %s', (source, expected) => {
    expect(run(source)).toEqual(expected);
  });

  test.each([
    ['gone + 1', null],
    ['gone > 3', null],
    ['gone == 3', null],
    ['gone == null', true],
    ['age == null', false],
    ['gone != null', false],
    ['has(gone)', false],
    ['has(age)', true],
    ['has(patient.email)', false],
    ['has(patient.shoe_size)', false],
    ['nowhere.at.all', null],
    ['gone > 3 || age > 40', true],
    ['gone > 3 && age < 40', false],
    ['gone > 3 || age > 50', null],
    ['!(gone > 3)', null],
    ["gone > 3 ? 'a' : 'b'", null],
    ['coalesce(gone + 1, 7)', 7],
    ['lower(gone)', null],
    ['years_between(gone, today)', null],
  ])('treats a missing cell as not known: %s', (source, expected) => {
    expect(run(source)).toBe(expected);
  });

  test.each([
    "pulse > 'a'",
    "age + 'a'",
    '!age',
    'age && true',
    'age / zero',
    "number('x')",
    'age.contains("4")',
  ])('gives null where the kinds do not fit: %s', (source) => {
    expect(run(source)).toBeNull();
  });

  test('never reaches what every object carries', () => {
    for (const name of ['constructor', 'toString', '__defineGetter__', 'patient.constructor']) {
      expect(run(name)).toBeNull();
    }
    expect(run("patient['constructor']")).toBeNull();
    expect(refusal('constructor(1)')).toContain('does not exist');
  });

  test('names the paths it reads, once each, without variables of its own', () => {
    const compiled = compileExpression(
      "patient.sex == 'female' && [age, pulse].exists(n, n > age) && days_between(today, arrived) > 1 && has(patient.name)",
    );
    expect('expression' in compiled && compiled.expression.references).toEqual([
      'patient.sex',
      'age',
      'pulse',
      'arrived',
      'patient.name',
    ]);
  });

  test('lets a macro variable hide a field only inside the macro', () => {
    const compiled = compileExpression('[1, 2].all(age, age > 0) && age > 40');
    expect('expression' in compiled && compiled.expression.references).toEqual(['age']);
    expect(run('[1, 2].all(age, age < 3) && age > 40')).toBe(true);
    expect(run('[1, 2].map(a, [10, 20].map(b, a + b))')).toEqual([
      [11, 21],
      [12, 22],
    ]);
  });

  test('gives the same object for the same source', () => {
    expect(compileExpression('age > 40')).toBe(compileExpression('age > 40'));
  });

  test.each([
    ['pulse >', 'character 8: it ends too early'],
    ['age = 40', 'character 5: write == to compare'],
    ['age > 40 and admitted', 'write && for “and”'],
    ['age <> 40', 'write != for “not equal”'],
    ["complaint == 'fall", 'a quote is not closed'],
    ['(age > 4', 'a closing ) is missing'],
    ['if > 3', '“if” is a reserved word'],
    ['age > 4 #', '“#” does not belong here'],
    ['year_between(a, b)', 'did you mean `years_between`?'],
    ['frobnicate(a)', 'there are `years_between`'],
    ['patient.name.startswith("A")', 'did you mean `startsWith`?'],
    ['years_between(a)', 'takes 2 values, not 1'],
    ['patient.name.contains()', 'takes 1 value, not 0'],
    ['complaint.matches("(")', 'is not a regular expression'],
    ['b"abc"', 'uses bytes'],
    ['   ', 'is empty'],
    [`${'1 + '.repeat(3000)}1`, '12,001 characters'],
  ])('refuses %s with a sentence', (source, words) => {
    expect(refusal(source)).toContain(words);
  });

  // The library's own evaluator is the judge of CEL; it knows integers apart, so they are put as doubles.
  test.each([
    '1.5 + 2.0 * 3.0 - 4.0 / 8.0',
    '2.0 < 3.0 && !(2.0 >= 3.0)',
    "'abc' < 'abd'",
    "'a' + 'b' == 'ab'",
    '[1.0, 2.0] == [1.0, 2.0]',
    '[1.0, 2.0] + [3.0]',
    '2.0 in [1.0, 2.0]',
    "'k' in {'k': 1.0}",
    "{'a': [1.0]} == {'a': [1.0]}",
    '[1.0, 2.0, 3.0].exists_one(x, x > 2.0)',
    '[1.0, 2.0, 3.0].all(x, x > 1.0)',
    '[1.0, 2.0, 3.0].map(x, x > 1.0, x * 2.0)',
    "'héllo'.size() == 5",
    "'hello'.substring(1, 3) + 'hello'.substring(4)",
    "'a,b'.split(',')",
    "['a', 'b'].join('-')",
    "'Hello'.lowerAscii().indexOf('l') == 2",
    "true ? 'y' : 'n'",
    'false || true && false',
    '-(3.0) < 0.0',
  ])('agrees with the CEL library on %s', (source) => {
    expect(run(source)).toEqual(celEvaluate(source));
  });
});
