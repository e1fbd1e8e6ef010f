import { capitalised } from './makeValue';
import type { Random } from './seededRandom';
import { phrases, terms } from './synonyms.data';

interface Group {
  readonly members: readonly string[];
  readonly isTerm: boolean;
}

interface Lookup {
  readonly pattern: RegExp;
  readonly groups: ReadonlyMap<string, readonly Group[]>;
}

/** How often a phrase is looked at again at all. */
const share = 0.8;

const lookups = new Map<string, Lookup>();

function lookupFor(trade: keyof typeof terms): Lookup {
  const known = lookups.get(trade);
  if (known !== undefined) return known;
  const groups = new Map<string, Group[]>();
  const all = [
    ...terms[trade].map((members) => ({ members, isTerm: true })),
    ...phrases.map((members) => ({ members, isTerm: false })),
  ];
  for (const group of all) {
    for (const member of group.members) groups.set(member, [...(groups.get(member) ?? []), group]);
  }
  const longestFirst = [...groups.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\w'-])(?:${longestFirst.join('|')})(?![\\w'-])`, 'gi');
  const lookup = { pattern, groups };
  lookups.set(trade, lookup);
  return lookup;
}

/**
 * The same text with phrases changed for others that mean the same, so that texts share few runs of words. Within
 * one text a term is always called the same.
 */
export function paraphrase(text: string, trade: keyof typeof terms, random: Random): string {
  const { pattern, groups } = lookupFor(trade);
  const chosen = new Map<Group, string>();
  return text.replace(pattern, (found) => {
    const own = found.toLowerCase();
    const group = (groups.get(own) ?? groups.get(found))?.[0];
    if (group === undefined || (!group.isTerm && !random.chance(share))) return found;
    const other = chosen.get(group) ?? random.pick(group.members);
    if (group.isTerm) chosen.set(group, other);
    return /^\p{Lu}/u.test(found) ? capitalised(other) : other;
  });
}
