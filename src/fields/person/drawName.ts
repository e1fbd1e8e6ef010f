import type { Stream } from '../../random/Stream';
import { namePools, type NamePool } from './names.data';

export interface PersonName {
  readonly given: string;
  readonly family: string;
}

/** Share of people whose two names come from different regions. */
const mixedShare = 0.15;

const bothSexes: ReadonlyMap<NamePool, readonly string[]> = new Map(
  namePools.map((pool) => [pool, [...pool.female, ...pool.male]]),
);

/** `female` and `male` take a given name of that list, any other sex one of both. */
export function drawName(sex: string, stream: Stream): PersonName {
  const familyPool = pick(namePools, stream);
  const givenPool = stream.uniform() < mixedShare ? pick(namePools, stream) : familyPool;
  const given = sex === 'female' || sex === 'male' ? givenPool[sex] : (bothSexes.get(givenPool) ?? []);
  return { given: pick(given, stream), family: pick(familyPool.family, stream) };
}

function pick<Item>(items: readonly Item[], stream: Stream): Item {
  return items[stream.below(items.length)] as Item;
}
