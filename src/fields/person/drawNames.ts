import type { Stream } from '../../random/Stream';
import { namePools, type NamePool } from './names.data';

/** A name with its form for an email's local part: lower-case ASCII, `nunez` for `Núñez`. */
export interface Name {
  readonly text: string;
  readonly plain: string;
  readonly pool: number;
}

/** In a hundred: people whose two names come from different regions. */
const mixed = 15;

const female = namesOf((pool) => pool.female);
const male = namesOf((pool) => pool.male);
const either = female.map((names, pool) => [...names, ...(male[pool] ?? [])]);
const families = namesOf((pool) => pool.family).flat();

export function drawFamilyName(stream: Stream): Name {
  return families[stream.below(families.length)] as Name;
}

/** `female` and `male` take a given name of that list, any other sex one of both; mostly of the family's region. */
export function drawGivenName(sex: string, family: Name, stream: Stream): Name {
  const pools = sex === 'female' ? female : sex === 'male' ? male : either;
  const pool = stream.below(100) < mixed ? stream.below(pools.length) : family.pool;
  const names = pools[pool] as readonly Name[];
  return names[stream.below(names.length)] as Name;
}

function namesOf(list: (pool: NamePool) => readonly string[]): Name[][] {
  return namePools.map((names, pool) =>
    list(names).map((text) => ({ text, plain: plainLetters(text), pool })),
  );
}

function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
