import { drawWord } from './drawWord';
import type { Fact } from './fact';
import { factSources } from './factSources';
import type { Kind } from './kind';
import {
  makeCode,
  makeDate,
  makeNumber,
  makeStrangeText,
  makeTime,
  makeValue,
  pseudoWord,
} from './makeValue';
import type { Random } from './seededRandom';
import { words } from './words.data';

const allSources = Object.keys(factSources);
const textForms = [
  '<thing>',
  '<trait>',
  '<color>',
  '<status>',
  '<city>',
  '<state>',
  '<firm>',
  '<name>',
  '<job>',
  '<level>',
  '<weekday>',
  '<complaint>',
  '<condition>',
  '<topic>',
  '<drugName>',
  '<noun>',
  '<trait>, <trait>',
  '<thing> and <thing>',
  '<email>',
  '<modifier> <noun>',
] as const;

function genericName(random: Random): string {
  const noun = (): string => drawWord(random, words.noun);
  const form = random.next();
  if (form < 0.4) return noun();
  if (form < 0.6) return `${random.pick(words.modifier)} ${noun()}`;
  if (form < 0.72) return `${noun()} ${random.pick(words.nounEnd)}`;
  if (form < 0.82) return `${noun()} ${noun()}`;
  if (form < 0.9) return pseudoWord(random);
  if (form < 0.94) return makeCode(random).toLowerCase();
  return `${random.pick([pseudoWord(random), noun()]).slice(0, random.int(2, 5))}${random.chance(0.4) ? ` ${pseudoWord(random).slice(0, 3)}` : ''}${random.chance(0.25) ? random.int(1, 12) : ''}`;
}

export function genericFact(random: Random): Fact {
  const name = genericName(random);
  const form = random.next();
  if (form < 0.38) return { source: 'generic', name, type: 'number', value: makeNumber(random) };
  if (form < 0.46)
    return {
      source: 'generic',
      name,
      type: 'date',
      value: random.chance(0.7) ? makeDate(random) : makeTime(random),
    };
  if (form < 0.54)
    return {
      source: 'generic',
      name,
      type: 'boolean',
      value: random.pick(['yes', 'no', 'yes', 'no', 'true', 'false']),
    };
  return {
    source: 'generic',
    name,
    type: 'text',
    value: random.chance(0.45) ? makeStrangeText(random) : makeValue(random.pick(textForms), random),
  };
}

export function knownFact(source: string, random: Random): Fact {
  const known = factSources[source];
  if (!known) throw new Error(`No fact source ${source}`);
  if (random.chance(0.02))
    return {
      source,
      name: random.pick(known.names),
      type: 'text',
      value: random.pick(['none', 'unknown', 'n/a', 'nil', 'not known']),
    };
  const strange = known.free === true && random.chance(0.22);
  const value = strange ? makeStrangeText(random) : makeValue(random.pick(known.values), random);
  return {
    source,
    name: random.pick(known.names),
    value,
    type: /^-?[\d.,/]+( \w+|%)?$/.test(value)
      ? 'number'
      : /\d{4}|^\d\d:/.test(value) && /[a-z]{3} |-|:/i.test(value)
        ? 'date'
        : 'text',
  };
}

/** Draws facts for a kind: its own, sometimes another trade's, sometimes any column's. */
export function makeFacts(kind: Kind, count: number, random: Random): Fact[] {
  const facts: Fact[] = [];
  const strangeShare = kind.facts.length === 0 ? 0.75 : random.pick([0, 0, 0, 0, 0.15, 0.3, 0.7]);
  for (let tries = 0; facts.length < count && tries < 60; tries++) {
    const own = kind.facts.length > 0 && random.chance(0.97) ? kind.facts : allSources;
    const fact = random.chance(strangeShare) ? genericFact(random) : knownFact(random.pick(own), random);
    const clashes = facts.some(
      (other) =>
        other.name === fact.name ||
        other.value.toLowerCase() === fact.value.toLowerCase() ||
        (fact.source !== 'generic' && other.source === fact.source),
    );
    const twins = [
      ['sex', 'clientSex'],
      ['age', 'clientAge'],
      ['name', 'client'],
    ].some((pair) => pair.includes(fact.source) && facts.some((other) => pair.includes(other.source)));
    if (!clashes && !twins) facts.push(fact);
  }
  if (kind.facts.length === 0 || random.chance(0.45)) return facts;
  const place = (fact: Fact): number =>
    kind.facts.includes(fact.source) ? kind.facts.indexOf(fact.source) : 99;
  return facts.sort((a, b) => place(a) - place(b));
}
