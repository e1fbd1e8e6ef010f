import * as v from 'valibot';
import type { Cell } from '../../dataset/RowBatch';
import { problem, type Problem } from '../../problems/Problem';
import { aliasTable } from '../shared/aliasTable';
import { dayOf } from '../shared/calendar';
import { described } from '../shared/described';
import { numericControls, numericEntries, type NumericOptions } from '../shared/numericEntries';
import { numericSampler } from '../shared/numericSampler';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewNumeric } from '../shared/reviewNumeric';
import { reviewWeights } from '../shared/reviewWeights';
import type { ColumnSpec, FieldType, ReviewContext } from '../FieldType';
import { drawEmail, drawPhone } from './contact';
import { birthDays, drawBirthDate } from './drawBirthDate';
import { drawFamilyName, drawGivenName } from './drawNames';
import { personParts, type PersonPart } from './personParts';

const entries = {
  parts: v.exactOptional(
    described(
      v.array(v.picklist(personParts)),
      'What is made of each person; name, sex and birth_date when absent.',
    ),
  ),
  age: v.exactOptional(
    described(
      v.strictObject(numericEntries),
      'Age in whole years on the recipe’s own date; 0 to 95 when absent.',
    ),
  ),
  sex: v.exactOptional(
    described(v.record(v.string(), v.number()), 'Weights: {"female": 1, "male": 1} when absent.'),
  ),
};

type PersonOptions = OptionsOf<typeof entries>;

const oldest = 120;
const defaultParts: readonly PersonPart[] = ['name', 'sex', 'birth_date'];

/** Fictitious by construction: names put together at random, 555-01xx telephones, mail at example domains. */
export const person: FieldType<PersonOptions> = {
  id: 'person',
  label: 'Person',
  summary: 'A made-up person: name, sex, birth date, age, email and telephone that agree.',
  origin: 'sampled',
  entries,
  defaults: { parts: ['name', 'sex', 'birth_date'], age: { min: 18, max: 90 } },
  controls: [
    {
      key: 'parts',
      label: 'Parts',
      help: `Any of ${personParts.join(', ')}.`,
      control: { kind: 'list' },
      main: true,
    },
    { key: 'age.min', label: 'Youngest', control: { kind: 'integer' }, main: true },
    { key: 'age.max', label: 'Oldest', control: { kind: 'integer' }, main: true },
    {
      key: 'sex',
      label: 'Sexes',
      help: 'Given names fit female and male; any other gets one of either.',
      control: { kind: 'weights' },
    },
    ...numericControls('age.').filter(({ key }) => ['age.distribution', 'age.mean', 'age.sd'].includes(key)),
  ],
  columns: ({ parts = defaultParts }) => parts.map((part) => ({ part, type: typeOf(part) })),
  needs: () => [],
  review: reviewPerson,
  draw({ parts = defaultParts, ...options }, { rows, stream, today }) {
    const ageSampler = ageSamplerOf(options.age ?? noAge);
    const { sexes, sexTable } = sexTableOf(options.sex ?? noSex);
    const born = birthDaysOn(today);
    const columns: Partial<Record<PersonPart, Cell[]>> = {};
    for (const part of parts) columns[part] = new Array<Cell>(rows.length);
    const { name, given_name, family_name, sex, birth_date, age, email, phone } = columns;
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      const cursor = stream.at(row);
      const drawnSex = sexes[sexTable.draw(cursor)] as string;
      const family = drawFamilyName(cursor);
      const given = drawGivenName(drawnSex, family, cursor);
      const years = ageSampler.draw(cursor);
      const birthDate = drawBirthDate(born[years] as readonly [number, number], cursor);
      if (name !== undefined) name[index] = `${given.text} ${family.text}`;
      if (given_name !== undefined) given_name[index] = given.text;
      if (family_name !== undefined) family_name[index] = family.text;
      if (sex !== undefined) sex[index] = drawnSex;
      if (birth_date !== undefined) birth_date[index] = birthDate;
      if (age !== undefined) age[index] = years;
      const telephone = drawPhone(cursor);
      if (phone !== undefined) phone[index] = telephone;
      if (email !== undefined) email[index] = drawEmail(given, family, row, cursor);
    }
    return parts.map((part) => columns[part] ?? []);
  },
};

const noAge: NumericOptions = {};
const noSex: Readonly<Record<string, number>> = { female: 1, male: 1 };

const ageSamplerOf = onePerOptions((age: NumericOptions) => numericSampler(ageModel(age), 0));
const sexTableOf = onePerOptions((weights: Readonly<Record<string, number>>) => ({
  sexes: Object.keys(weights),
  sexTable: aliasTable(Object.values(weights)),
}));

let lastBirthDays = { today: '', days: birthDays(0, 0) };

/** A run has one date: what follows from it is kept from batch to batch. */
function birthDaysOn(today: string): ReturnType<typeof birthDays> {
  if (lastBirthDays.today !== today) lastBirthDays = { today, days: birthDays(dayOf(today) ?? 0, oldest) };
  return lastBirthDays.days;
}

function ageModel(age: NumericOptions): NumericOptions {
  return { ...age, min: age.min ?? 0, max: age.max ?? 95 };
}

function typeOf(part: PersonPart): ColumnSpec['type'] {
  if (part === 'birth_date') return 'date';
  return part === 'age' ? 'integer' : 'text';
}

function reviewPerson({ parts, age, sex }: PersonOptions, { at }: ReviewContext): Problem[] {
  const found: Problem[] = [];
  if (parts?.length === 0) found.push(problem('fields.noParts', `${at}.parts`));
  parts?.forEach((part, index) => {
    if (parts.indexOf(part) < index)
      found.push(problem('fields.partTwice', `${at}.parts[${index}]`, { part }));
  });
  if (sex !== undefined) found.push(...reviewWeights(sex, `${at}.sex`));
  if (age === undefined) return found;
  const { min = 0, max = 0 } = age;
  if (min < 0 || min > oldest) found.push(problem('fields.ageOutside', `${at}.age.min`, { age: min }));
  if (max < 0 || max > oldest) found.push(problem('fields.ageOutside', `${at}.age.max`, { age: max }));
  return [...found, ...reviewNumeric(ageModel(age), 0, `${at}.age`)];
}
