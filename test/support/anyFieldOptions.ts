import fc, { type Arbitrary } from 'fast-check';
import type { FieldTypeId } from '../../src/fields/fieldTypes';

const conditions = fc.constantFrom(
  'flag',
  "kind == 'fall'",
  'amount > 10',
  "patient.sex == 'female' && flag",
  'years_between(patient.birth_date, day) > 40',
);

/** `when` clauses over the record of `drawContext`, with these replacements. */
const when = (replaces: Arbitrary<object>) =>
  fc.array(
    fc.tuple(conditions, replaces).map(([condition, options]) => ({ if: condition, ...options })),
    { maxLength: 3 },
  );

const optional = (shape: Record<string, Arbitrary<unknown>>, required: string[] = []) =>
  fc.record(shape, { requiredKeys: required }) as Arbitrary<Record<string, unknown>>;

const weights = fc.dictionary(
  fc.constantFrom('chest pain', 'fall', 'cough', 'à la carte', '7', 'none'),
  fc.integer({ min: 1, max: 9 }),
  { minKeys: 1 },
);

const limits = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 60 }))
  .map(([min, width]) => ({ min, max: min + width }));

const positive = fc.integer({ min: 1, max: 20 });

const numeric: Arbitrary<Record<string, unknown>> = fc.oneof(
  limits,
  limits.chain(({ min, max }) =>
    fc.record({
      distribution: fc.constant('normal'),
      mean: fc.integer({ min, max }),
      sd: positive,
      min: fc.constant(min),
      max: fc.constant(max),
    }),
  ),
  fc.record({ distribution: fc.constant('lognormal'), mean: positive, sd: positive }),
  fc.record({ distribution: fc.constant('lognormal'), mu: fc.constant(1), sigma: fc.constant(0.5) }),
  limits.map(({ min, max }) => ({ distribution: 'triangular', min, mode: min, max })),
  fc.record({ distribution: fc.constant('exponential'), mean: positive }),
  fc.record({ distribution: fc.constant('exponential'), rate: positive, max: positive }),
  fc.record({ distribution: fc.constant('gamma'), shape: positive, scale: positive, min: fc.constant(1) }),
  limits.chain((range) =>
    fc
      .record({ alpha: positive, beta: positive })
      .map((shape) => ({ distribution: 'beta', ...shape, ...range })),
  ),
  fc.record({ distribution: fc.constant('poisson'), mean: positive }),
  fc.record({ distribution: fc.constant('binomial'), trials: positive, probability: fc.constant(0.3) }),
);

/** A clause inherits what it does not replace: these replace enough to be valid after any other options. */
const numericClause = numeric.map((options) => ({
  distribution: 'uniform',
  min: -1000,
  max: 1000,
  ...options,
}));

const days = fc
  .tuple(fc.integer({ min: 10, max: 16 }), fc.integer({ min: 23, max: 28 }))
  .map(([from, to]) => ({ from: `2024-02-${from}`, to: `2024-02-${to}` }));

const weekdays = fc.uniqueArray(fc.constantFrom('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'), {
  minLength: 1,
});

const facts = fc.uniqueArray(
  fc.constantFrom('flag', 'kind', 'amount', 'day', 'moment', 'clock', 'patient.name', 'patient.sex'),
  { minLength: 1 },
);

const words = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 100 }))
  .map(([min, more]) => [min, min + more]);

const person = optional({
  parts: fc.uniqueArray(
    fc.constantFrom('name', 'given_name', 'family_name', 'sex', 'birth_date', 'age', 'email', 'phone'),
    { minLength: 1 },
  ),
  age: fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([min, more]) => ({ min, max: min + more })),
  sex: fc.constantFrom({ female: 1, male: 1 }, { female: 3, male: 2, other: 1 }, { male: 1 }),
});

/** Valid options of every field type; naming a type here is part of adding one. */
export const anyFieldOptions: Readonly<Record<FieldTypeId, Arbitrary<Record<string, unknown>>>> = {
  category: fc.oneof(
    optional({ values: weights, when: when(fc.record({ values: weights })) }, ['values']),
    fc.record({ values: fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean()), { minLength: 1 }) }),
    fc.record({
      values: fc.array(fc.integer(), { minLength: 1 }),
      as: fc.constantFrom('integer' as const, 'number' as const),
    }),
  ),
  number: fc
    .tuple(numeric, optional({ decimals: fc.integer({ min: 0, max: 4 }), when: when(numericClause) }))
    .map(merged),
  integer: fc.tuple(numeric, optional({ when: when(numericClause) })).map(merged),
  boolean: optional({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    when: when(fc.record({ share: fc.constantFrom(0, 0.25, 1) })),
  }),
  date: fc.tuple(days, fc.oneof(optional({ weekdays }), optional({ when: when(days) }))).map(merged),
  datetime: fc
    .tuple(
      days,
      optional({
        granularityMinutes: fc.constantFrom(1, 5, 15, 60),
        hours: fc.constantFrom([8, 18], [0, 24]),
        when: when(days),
      }),
    )
    .map(merged),
  time: optional({
    from: fc.constantFrom('00:00', '07:30'),
    to: fc.constantFrom('12:00', '23:59'),
    granularityMinutes: fc.constantFrom(1, 15),
  }),
  duration: fc
    .tuple(
      fc.record({
        from: fc.constantFrom('day', 'moment', 'patient.birth_date'),
        unit: fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months', 'years'),
      }),
      limits.map(({ min, max }) => ({ min: Math.abs(min), max: Math.abs(min) + Math.abs(max) })),
      optional({ direction: fc.constantFrom('after', 'before'), as: fc.constantFrom('date', 'datetime') }),
    )
    .map(merged),
  person,
  id: fc.oneof(
    fc.record({ pattern: fc.constantFrom('###', 'A##', 'SYN-########', '\\A-#A#A#', '################') }),
    optional({
      style: fc.constant('sequence'),
      start: fc.integer({ min: -5, max: 500 }),
      step: fc.constantFrom(-2, 1, 10),
      prefix: fc.constantFrom('', 'MRN '),
      width: fc.constantFrom(0, 6),
    }),
    fc.constant({ style: 'uuid' }),
  ),
  pattern: fc.record({
    regex: fc.constantFrom(
      '[A-Z]{2}[0-9]{4}',
      '(ab|c)+d?',
      'x*[^a-z]',
      '(?:Dr|Prof)\\. \\w{3,5}',
      '^\\d{3}-\\s.$',
    ),
  }),
  reference: optional(
    {
      to: fc.constant('client.client_id'),
      perParent: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.record({ mean: positive })),
    },
    ['to'],
  ),
  constant: fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.boolean()) }),
  derived: fc.oneof(
    fc.record({
      formula: fc.constantFrom(
        'amount * 2',
        'amount > 3',
        "kind + '!'",
        'years_between(patient.birth_date, day)',
      ),
    }),
    fc.record({
      formula: fc.constantFrom('flag', 'patient.sex', 'add_days(moment, 3)', 'add_months(day, 1)'),
    }),
    fc.record({ formula: fc.constant('add_days(day, 3)'), as: fc.constantFrom('date', 'datetime', 'text') }),
    fc.record({ formula: fc.constant('amount / 3'), decimals: fc.integer({ min: 0, max: 3 }) }),
  ),
  text: fc
    .tuple(
      fc.record({ kind: fc.constantFrom('triage note', 'matter summary'), facts, words }),
      optional({
        style: fc.string(),
        prompt: fc.constant('Write about {{ patient.name }}{% if flag %} ({{ kind | upper }}){% endif %}.'),
      }),
    )
    .map(merged),
  label: fc.record({
    values: fc.uniqueArray(fc.constantFrom('low', 'medium', 'very high'), { minLength: 1 }),
    facts,
  }),
};

function merged(parts: readonly Record<string, unknown>[]): Record<string, unknown> {
  return Object.assign({}, ...parts) as Record<string, unknown>;
}
