import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/problems/catalogue';
import { describe as say, isWrong } from '../../../src/problems/describe';
import type { Problem } from '../../../src/problems/Problem';
import { readRecipe } from '../../../src/recipe/readRecipe';

const fields = {
  visit_id: { type: 'id', pattern: 'V-####' },
  patient: { type: 'person', parts: ['name', 'sex'] },
  pulse: { type: 'integer', min: 40, max: 180 },
  note: { type: 'text', kind: 'triage note', facts: ['pulse', 'patient.sex'], words: [10, 40] },
};
const visit = { rows: 20, fields };

function documentOf(change: Record<string, unknown> = {}): Record<string, unknown> {
  return { cloister: 1, title: 'Test', seed: 7, tables: { visit }, ...change };
}

function withFields(extra: Record<string, unknown>, table: Record<string, unknown> = {}): unknown {
  return documentOf({ tables: { visit: { ...visit, ...table, fields: { ...fields, ...extra } } } });
}

/** Places in sentences that were left without a value. */
function unfilled(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ code, values }) =>
    [...catalogue[code].text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
      values[name] === undefined ? [`${code} ${name}`] : [],
    ),
  );
}

function sentences(source: unknown): string[] {
  return readRecipe(source).problems.filter(isWrong).map(say);
}

test('a right document gives a recipe with its defaults filled in', () => {
  const constraints = [{ rule: 'pulse > 50' }, { type: 'range', field: 'pulse', max: 170, hard: false }];
  const { recipe, problems } = readRecipe(documentOf({ tables: { visit: { ...visit, constraints } } }));
  expect(problems).toEqual([]);
  expect(recipe?.today).toBe('2026-01-01');
  expect(recipe?.tables['visit']?.constraints).toEqual([
    { type: 'rule', rule: 'pulse > 50', hard: true },
    { type: 'range', field: 'pulse', max: 170, hard: false },
  ]);
});

test('a text and an object of the same form read alike', () => {
  expect(readRecipe(JSON.stringify(documentOf()))).toEqual(readRecipe(documentOf()));
});

describe('what is no recipe is refused with one sentence', () => {
  test.each([
    ['', 'The recipe is empty. Start from an example, or write { "cloister": 1, … }.'],
    ['[1]', 'A recipe is one JSON object in braces: { "cloister": 1, "title": … }. This is something else.'],
    [
      '{\n  "cloister": 1,\n  "title": oops\n}',
      'This is not JSON: line 3, column 12, at “oops”. Look for a missing comma, quote or bracket just before it.',
    ],
    [
      '{ "cloister": 1',
      'The JSON ends too early, in line 1, column 16. A closing quote, bracket or brace is missing.',
    ],
  ])('%j', (source, sentence) => {
    expect(sentences(source)).toEqual([sentence]);
  });

  test.each([undefined, null, 3, true, () => 1, Symbol('x'), 10n])('%s', (source) => {
    expect(sentences(source)).toHaveLength(1);
  });
});

test('a key that stands twice is refused with its line, for one of the two would be lost', () => {
  const source =
    '{ "cloister": 1, "title": "T", "seed": 1,\n "tables": { "visit": { "rows": 5,\n "rows": 6 } } }';
  expect(sentences(source)[0]).toBe(
    '`visit.rows`: `rows` occurs twice in the same object, the second time in line 3. Only one would count: rename or remove the other.',
  );
});

test('all slips are found at once, each at its place', () => {
  const found = sentences({
    ...documentOf({ seed: 1.5, tittle: 'x' }),
    tables: {
      visit: {
        rows: 20,
        fields: {
          ...fields,
          pulse: { type: 'integer', min: '40' },
          colour: { type: 'catgory' },
          note: { ...fields.note, facts: ['puls', 'patient.sex'], words: [15, 'many'] },
        },
        constraints: [{ type: 'order', fields: ['visit_id'], hard: 'yes' }],
      },
    },
  });
  expect(found).toEqual([
    'there is no option `tittle` here; did you mean `title`?',
    '`seed`: 1.5 is not a whole number.',
    '`visit.fields.pulse.min`: this should be a number and is the text “40”.',
    '`visit.fields.note.words[1]`: this should be a number and is the text “many”.',
    '`visit.fields.colour.type`: there is no field type `catgory`; did you mean `category`?',
    '`visit.constraints[0].hard`: this should be true or false and is the text “yes”.',
  ]);
});

test('a fact that leads nowhere is refused with the nearest name', () => {
  const note = { ...fields.note, facts: ['patient.sex', 'puls'] };
  expect(sentences(withFields({ note }))).toEqual([
    '`visit.fields.note.facts[1]`: there is no field `puls`; did you mean `pulse`?',
  ]);
});

test('a condition under `missing` is read like every other expression', () => {
  const pain = { type: 'integer', min: 0, max: 10, missing: { if: 'pusle > 3' } };
  expect(sentences(withFields({ pain }))).toEqual([
    '`visit.fields.pain.missing.if`: there is no field `pusle`; did you mean `pulse`?',
  ]);
  expect(sentences(withFields({ pain: { ...pain, missing: {} } }))[0]).toContain('visit.fields.pain.missing');
});

test('nothing is said about a name that is there but could not be read', () => {
  const found = sentences(withFields({ pulse: { type: 'integer', min: true } }));
  expect(found).toEqual(['`visit.fields.pulse.min`: this should be a number and is true.']);
});

test('fields that wait for each other are refused with the whole circle', () => {
  const a = { type: 'derived', formula: 'b + 1' };
  const b = { type: 'derived', formula: 'c * 2' };
  const c = { type: 'derived', formula: 'a - 1' };
  expect(sentences(withFields({ a, b, c }))).toEqual([
    '`visit.fields.a`: the fields wait for each other: `a` needs `b`, `b` needs `c`, `c` needs `a`. Take one of these references away.',
  ]);
});

test('tables that wait for each other are refused with the whole circle', () => {
  const tables = {
    a: { rows: 2, fields: { id: { type: 'id' }, b: { type: 'reference', to: 'b.id' } } },
    b: { rows: 2, fields: { id: { type: 'id' }, a: { type: 'reference', to: 'a.id' } } },
  };
  expect(sentences(documentOf({ tables }))).toEqual([
    'The tables wait for each other: `a` needs `b`, `b` needs `a`. Take one of these references away.',
  ]);
});

describe('names', () => {
  test.each(['__proto__', 'constructor', 'toString', 'today', 'in', 'true'])(
    '%s is kept for expressions',
    (name) => {
      const source = JSON.stringify(withFields({ placeholder: { type: 'boolean' } })).replace(
        'placeholder',
        name,
      );
      expect(sentences(source)).toEqual([
        `\`visit.fields.${name}\`: “${name}” is a name that expressions keep for themselves. Choose another, and put “${name}” into \`label\`.`,
      ]);
    },
  );

  test.each(['😀', 'שם', 'blood pressure', '2nd', ''])('“%s” belongs into the label', (name) => {
    const [first, ...others] = sentences(withFields({ [name]: { type: 'boolean' } }));
    expect(first).toContain('what people should read goes into `label`, in any script');
    expect(others).toEqual([]);
  });

  test('a label may be in any script', () => {
    expect(sentences(withFields({ mood: { type: 'boolean', label: '😀 שם' } }))).toEqual([]);
  });
});

describe('rows', () => {
  const tableOf = (change: Record<string, unknown>): unknown =>
    documentOf({ tables: { visit: { ...visit, ...change } } });
  const child = { patient_id: { type: 'reference', to: 'visit.visit_id', perParent: 2 } };

  test('none at all', () => {
    expect(sentences(tableOf({ rows: 0 }))).toEqual([
      '`visit.rows`: 0 records would be made. Ask for at least 1.',
    ]);
  });

  test('more than a table may have', () => {
    expect(sentences(tableOf({ rows: 1_000_001 }))[0]).toContain(
      '1,000,001 records are more than the 1,000,000',
    );
  });

  test('a great many written ones are a caution with the time they take, not a refusal', () => {
    const { recipe, problems } = readRecipe(
      documentOf({
        tables: {
          visit: { rows: 36_000, fields: { ...fields, visit_id: { type: 'id', pattern: 'V-######' } } },
        },
      }),
    );
    expect(recipe).toBeDefined();
    expect(problems.map(say)).toEqual([
      '`visit`: 36,000 texts will be written one by one. On a laptop without a graphics card that takes about an hour; a run can be paused and resumed at any time.',
    ]);
  });

  test('not said, or said twice', () => {
    const tables = (note: Record<string, unknown>): unknown => documentOf({ tables: { visit, note } });
    expect(sentences(tables({ fields: { kind: { type: 'boolean' } } }))).toEqual([
      '`note`: nothing says how many records there are. Add "rows", or "perParent" to a reference field.',
    ]);
    expect(sentences(tables({ rows: 5, fields: child }))).toEqual([
      '`note`: the number of records is given twice, by `rows` and by `patient_id.perParent`. Keep one of them.',
    ]);
    expect(sentences(tables({ fields: child }))).toEqual([]);
  });

  test('children that multiply beyond the limit', () => {
    const many = { visit: { rows: 300_000, fields: { visit_id: { type: 'id' } } } };
    const note = {
      fields: { patient_id: { type: 'reference', to: 'visit.visit_id', perParent: { mean: 5 } } },
    };
    expect(sentences(documentOf({ tables: { ...many, note } }))[0]).toContain('1,500,000 records');
  });
});

test('the version decides first: none, a newer one, no number', () => {
  expect(sentences({ title: 'T' })).toEqual([
    'The version of the recipe is missing. Add "cloister": 1 at the top.',
  ]);
  expect(sentences(documentOf({ cloister: 2 }))[0]).toContain(
    'this recipe has version 2; this Cloister reads up to 1',
  );
  expect(sentences(documentOf({ cloister: 'one' }))[0]).toContain('a whole number');
});

test('any JSON at all is read without throwing, and refused or accepted in sentences', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { recipe, problems } = readRecipe(JSON.stringify(value));
      expect(recipe !== undefined || problems.some(isWrong)).toBe(true);
      expect(unfilled(problems)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('any value in any place of a right document is read without throwing', () => {
  const places = [
    'title',
    'seed',
    'today',
    'tables',
    'tables.visit',
    'tables.visit.rows',
    'tables.visit.fields',
  ];
  const inner = [
    'pulse',
    'pulse.min',
    'pulse.type',
    'note.facts',
    'note.words',
    'patient.parts',
    'pulse.missing',
  ];
  const all = [
    ...places,
    ...inner.map((place) => `tables.visit.fields.${place}`),
    'tables.visit.constraints',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.jsonValue(), (place, value) => {
      const document = JSON.parse(JSON.stringify(documentOf())) as Record<string, unknown>;
      const keys = place.split('.');
      const last = keys.pop() as string;
      const owner = keys.reduce((at, key) => at[key] as Record<string, unknown>, document);
      owner[last] = value;
      expect(unfilled(readRecipe(document).problems)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('any text is read without throwing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(readRecipe(text).recipe).toBeUndefined();
    }),
  );
});
