import { describe, expect, test } from 'vitest';
import { yearsBetween } from '../../../../src/expressions/dateFunctions';
import { namePools } from '../../../../src/fields/person/names.data';
import { person } from '../../../../src/fields/person/person';
import { personParts } from '../../../../src/fields/person/personParts';
import { streamFor } from '../../../../src/random/streamFor';
import { drawField, reviewField } from '../../../support/drawField';
import { today } from '../../../support/drawContext';

const all = { parts: [...personParts], sex: { female: 5, male: 4, other: 1 } };

function people(count: number, options: object = {}): Record<string, string | number>[] {
  const columns = drawField(person, { ...all, ...options }, count);
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(personParts.map((part, index) => [part, columns[index]?.[row] as string | number])),
  );
}

describe('name pools', () => {
  test('are large and hold no name twice in a pool', () => {
    expect(new Set(namePools.flatMap((pool) => pool.female)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(namePools.flatMap((pool) => pool.male)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(namePools.flatMap((pool) => pool.family)).size).toBeGreaterThanOrEqual(400);
    for (const pool of namePools) {
      for (const names of [pool.female, pool.male, pool.family])
        expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('person', () => {
  test('has a name made of its parts, and a given name that fits the sex', () => {
    const female = new Set(namePools.flatMap((pool) => pool.female));
    const male = new Set(namePools.flatMap((pool) => pool.male));
    for (const { name, given_name, family_name, sex } of people(500)) {
      expect(name).toBe(`${given_name} ${family_name}`);
      const fitting = sex === 'female' ? female : sex === 'male' ? male : new Set([...female, ...male]);
      expect(fitting.has(String(given_name))).toBe(true);
    }
  });

  test('has the age that its birth date gives on the recipe’s own date', () => {
    const drawn = people(1000, { age: { min: 0, max: 90 } });
    for (const { age, birth_date } of drawn) expect(yearsBetween(birth_date!, today)).toBe(age);
    expect(Math.min(...drawn.map(({ age }) => Number(age)))).toBeLessThan(3);
  });

  test('has the right age on a leap day too', () => {
    const columns = person.draw?.(
      { parts: ['birth_date', 'age'], age: { min: 17, max: 20 } },
      {
        rows: Array.from({ length: 2000 }, (_, row) => row),
        rowCount: 2000,
        stream: streamFor(5, 'visit', 'person'),
        today: '2024-02-29',
        record: () => ({}),
        bounds: () => undefined,
        typeOf: () => undefined,
      },
    );
    columns?.[0]?.forEach((birth, row) => expect(yearsBetween(birth, '2024-02-29')).toBe(columns[1]?.[row]));
  });

  test('follows an age distribution within its limits', () => {
    const ages = people(2000, { age: { distribution: 'normal', mean: 40, sd: 5, min: 38, max: 41 } }).map(
      ({ age }) => age,
    );
    expect(new Set(ages)).toEqual(new Set([38, 39, 40, 41]));
  });

  test('can only be reached at addresses and numbers that belong to nobody', () => {
    for (const { email, phone } of people(500)) {
      expect(email).toMatch(/^[a-z]+\.[a-z]+\d+@example\.(com|org|net)$/);
      expect(phone).toMatch(/^\([2-9]\d\d\) 555-01\d\d$/);
      expect(phone).not.toMatch(/^\(\d11\)/);
    }
  });

  test('shares no email with another record', () => {
    const emails = people(2000).map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
  });

  test('draws sexes by weight', () => {
    const drawn = people(4000).map(({ sex }) => sex);
    const share = (sex: string) => drawn.filter((other) => other === sex).length / drawn.length;
    expect(Math.abs(share('female') - 0.5)).toBeLessThan(0.032);
    expect(Math.abs(share('other') - 0.1)).toBeLessThan(0.02);
  });

  test('gives the same person whatever parts are asked for', () => {
    const [names] = drawField(person, { parts: ['name'] }, 50);
    expect(drawField(person, { parts: ['phone', 'age', 'name'] }, 50)[2]).toEqual(names);
  });

  test('refuses parts, ages and sexes that cannot be', () => {
    expect(reviewField(person, { parts: [] })[0]).toMatch(/no parts/);
    expect(reviewField(person, { parts: ['sex', 'sex'] })[0]).toMatch(/`sex` is there twice/);
    expect(reviewField(person, { age: { min: 90, max: 18 } })).toEqual([
      '`visit.fields.it.age.min`: the minimum 90 is above the maximum 18. Swap them or change one.',
    ]);
    expect(reviewField(person, { age: { max: 130 } })[0]).toMatch(/age 130 is not possible/);
    expect(reviewField(person, { sex: { female: 0 } })[0]).toMatch(/every weight is zero/);
  });
});
