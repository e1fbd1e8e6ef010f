import { describe, expect, test } from 'vitest';
import { label } from '../../../../src/fields/label/label';
import { templatePaths } from '../../../../src/fields/text/templatePaths';
import { text } from '../../../../src/fields/text/text';
import { recordTypes, reviewContext } from '../../../support/drawContext';
import { reviewField } from '../../../support/drawField';

const context = { typeOf: (path: string) => recordTypes[path] };
const record = {
  flag: true,
  amount: 12.5,
  day: '2025-03-04',
  moment: '2025-03-04T14:05:00',
  clock: '09:07:00',
  kind: null,
  patient: { name: 'Ana Ruiz', sex: 'female', birth_date: '1980-05-06' },
};
const ask = (facts: Parameters<typeof text.review>[0]['facts'], more: object = {}) =>
  text.ask?.({ kind: 'triage note', facts, words: [15, 60], ...more }, record, context);

describe('text', () => {
  test('says facts as prose does, and leaves missing ones out', () => {
    const task = ask(['flag', 'amount', 'day', 'moment', 'clock', 'kind', 'patient.birth_date']);
    expect(task?.facts.map(({ name, value }) => [name, value])).toEqual([
      ['flag', 'yes'],
      ['amount', '12.5'],
      ['day', '4 March 2025'],
      ['moment', '4 March 2025, 14:05'],
      ['clock', '09:07'],
      ['birth date', '6 May 1980'],
    ]);
    expect(task?.words).toEqual({ min: 15, max: 60 });
    expect(task?.instruction).toBeUndefined();
  });

  test('calls a fact by its whole path where two would have one name', () => {
    const task = text.ask?.(
      { kind: 'note', facts: ['client.name', 'patient.name', 'patient.sex'], words: [1, 2] },
      { ...record, client: { name: 'Acme' } },
      context,
    );
    expect(task?.facts.map(({ name }) => name)).toEqual(['client name', 'patient name', 'sex']);
  });

  test('takes a name of the user’s own, and facts that need not be used', () => {
    const task = ask([{ field: 'amount', name: 'pulse', required: false }, 'day']);
    expect(task?.facts.map(({ name, required }) => [name, required])).toEqual([
      ['pulse', false],
      ['day', true],
    ]);
  });

  test('hands its style on, and none where none is given', () => {
    expect(ask(['flag'], { style: 'telegraphic' })?.style).toBe('telegraphic');
    expect(ask(['flag'])?.style).toBe('');
  });

  test('fills the user’s own prompt from the record', () => {
    const task = ask(['flag'], { prompt: 'About {{ patient.name }}{% if flag %}, flagged{% endif %}.' });
    expect(task?.instruction).toBe('About Ana Ruiz, flagged.');
  });

  test('needs its facts and what its prompt reads', () => {
    const options = {
      kind: 'n',
      facts: ['day', { field: 'flag' }],
      words: [1, 2] as [number, number],
      prompt: '{{ patient.sex }}',
    };
    expect(text.needs(options)).toEqual(['day', 'flag', 'patient.sex']);
  });

  const valid = { kind: 'note', facts: ['day'], words: [15, 60] as [number, number] };
  test.each([
    [
      { facts: ['day', 'flag', 'patient.sx'] },
      '`visit.fields.it.facts[2]`: there is no field `patient.sx`; did you mean `patient.sex`?',
    ],
    [
      { facts: ['patient'] },
      '`visit.fields.it.facts[0]`: `patient` has several parts. Name one of them, such as `patient.name`.',
    ],
    [
      { facts: ['day', { field: 'day' }] },
      '`visit.fields.it.facts[1].field`: `day` is there twice. Take one out.',
    ],
    [
      { words: [60, 15] as [number, number] },
      '`visit.fields.it.words`: the minimum 60 is above the maximum 15. Swap them or change one.',
    ],
    [
      { words: [1, 401] as [number, number] },
      '`visit.fields.it.words`: a length of 1 to 401 words is not possible. Choose whole numbers from 1 to 400.',
    ],
    [
      { kind: ' ' },
      '`visit.fields.it.kind`: the kind of text is empty. Say what it is, such as triage note.',
    ],
    [{ prompt: 'On {{ dya }}.' }, '`visit.fields.it.prompt`: there is no field `dya`; did you mean `day`?'],
  ])('refuses %j', (change, sentence) => {
    expect(reviewField(text, { ...valid, ...change })).toEqual([sentence]);
  });

  test('refuses a prompt that is no template', () => {
    expect(reviewField(text, { ...valid, prompt: '{% if %}' })[0]).toContain('`visit.fields.it.prompt`: ');
  });

  test('warns where there are no facts', () => {
    expect(reviewField(text, { ...valid, facts: [] })[0]).toMatch(/no facts/);
  });
});

describe('templatePaths', () => {
  test.each([
    ['{{ a }} and {{ b.c | upper }}', ['a', 'b.c']],
    ["{% if kind == 'fall' and not flag %}x{% endif %}", ['kind', 'flag']],
    ['{% for item in list %}{{ item.name }} {{ loop.index }}{% endfor %}', ['list']],
    ['{% set x = amount %}{{ x }}', ['amount']],
    ['{# {{ hidden }} #}{{ "quoted name" }}', []],
    ['{{ patient.name.upper() }}', ['patient.name']],
    ['{{ day is defined }}{{ range(3) }}', ['day']],
  ])('%s reads %j', (template, paths) => {
    expect(templatePaths(template)).toEqual(paths);
  });
});

describe('label', () => {
  test('offers its values and room for the longest', () => {
    const task = label.ask?.({ values: ['low', 'very high indeed'], facts: ['amount'] }, record, context);
    expect(task?.choices).toEqual(['low', 'very high indeed']);
    expect(task?.words).toEqual({ min: 1, max: 3 });
  });

  test('refuses values that are empty or there twice', () => {
    const review = (values: string[]) =>
      label.review({ values, facts: ['day'] }, reviewContext()).map(({ code, at }) => [code, at]);
    expect(review([])).toEqual([['fields.noValues', 'visit.fields.it.values']]);
    expect(review(['a', ' ', 'a'])).toEqual([
      ['fields.valueEmpty', 'visit.fields.it.values[1]'],
      ['fields.valueTwice', 'visit.fields.it.values[2]'],
    ]);
  });
});
