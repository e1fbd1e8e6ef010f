import type { ColumnType } from '../../src/dataset/RowBatch';
import { drawName, drawWord } from './drawWord';
import { strange, type DrawnFact } from './fact';
import type { Kind } from './kind';
import {
  makeCode,
  makeDate,
  makeNumber,
  makeSentence,
  makeStrangeText,
  makeTime,
  makeValue,
  pseudoWord,
} from './makeValue';
import { roles } from './roles/roles';
import { yesNoByTrade } from './roles/yesNo.data';
import type { Random } from './seededRandom';
import { words } from './words.data';

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

/** A fact with a name and a value that no kind knows. */
export function strangeFact(random: Random): DrawnFact {
  const form = random.next();
  const name = genericName(random);
  if (form < 0.36) return drawn(strange, name, makeNumber(random));
  if (form < 0.46) return drawn(strange, name, random.chance(0.7) ? makeDate(random) : makeTime(random));
  if (form < 0.52) return drawn(strange, name, random.pick(['yes', 'no']), 'boolean');
  if (form < 0.57) return drawn(strange, name, makeSentence(random));
  const value = random.chance(0.45) ? makeStrangeText(random) : makeValue(random.pick(textForms), random);
  return drawn(strange, name, value);
}

const nothings = [
  'none',
  'none',
  'none known',
  'unknown',
  'n/a',
  'nil',
  'not known',
  'not recorded',
] as const;

function knownFact(role: string, random: Random): DrawnFact {
  const known = roles[role];
  if (known === undefined) throw new Error(`No role ${role}`);
  const name = drawName(random, known.names);
  if (known.yes !== undefined) return drawn(role, name, random.pick(['yes', 'no']), 'boolean');
  const isPerson = /^(?:age|sex|name|client|clientAge|clientSex)$/.test(role);
  if (!isPerson && random.chance(0.025)) return drawn(role, name, random.pick(nothings), 'text');
  if (known.free === true && random.chance(0.16))
    return drawn(role, name, random.chance(0.2) ? makeSentence(random) : makeStrangeText(random));
  return drawn(role, name, makeValue(random.pick(known.values), random));
}

function drawn(role: string, name: string, value: string, type = typeOf(value)): DrawnFact {
  return { role, path: name.replaceAll(' ', '_'), name, value, type, required: true };
}

function typeOf(value: string): ColumnType {
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return value.includes('.') ? 'number' : 'integer';
  if (/^\d\d:\d\d$/.test(value)) return 'time';
  if (/^\d{1,2} \p{L}+ \d{4}$|^\d{4}-\d\d-\d\d$/u.test(value)) return 'date';
  return /^\d{1,2} \p{L}+ \d{4},? \d\d:\d\d$/u.test(value) ? 'datetime' : 'text';
}

/** One of two columns with the same meaning is enough. */
const twins: readonly (readonly string[])[] = [
  ['sex', 'clientSex'],
  ['age', 'clientAge'],
  ['name', 'client'],
];

/** Questions of its trade; a kind about no person asks none about a person. */
function questionsFor(kind: Kind): readonly string[] {
  return yesNoByTrade[kind.trade].filter(
    (role) => kind.person !== undefined || !roles[role]?.yes?.some((said) => said.includes('@')),
  );
}

const weighted = new Map<Kind, readonly string[]>();

/** Every role of a kind as often as it is drawn; those that only its sentences name are seldom. */
function weightedRoles(kind: Kind): readonly string[] {
  const known = weighted.get(kind);
  if (known !== undefined) return known;
  const templates = [kind.plain, kind.telegraphic, kind.formal].flatMap(({ open, tell }) => [
    ...open,
    ...tell.flat(),
  ]);
  const others = rolesNamedIn(templates).filter((role) => kind.roles[role] === undefined);
  const all = [
    ...Object.entries(kind.roles).flatMap(([role, weight]) =>
      new Array<string>(Math.ceil(weight ** 1.5)).fill(role),
    ),
    ...others,
  ];
  weighted.set(kind, all);
  return all;
}

/** Draws facts for a kind: its own mostly, another's now and then, and some that no kind knows. */
export function makeFacts(kind: Kind, count: number, strangeShare: number, random: Random): DrawnFact[] {
  const own = weightedRoles(kind);
  const facts: DrawnFact[] = [];
  for (let tries = 0; facts.length < count && tries < 80; tries++) {
    const fact =
      own.length === 0 || random.chance(strangeShare)
        ? strangeFact(random)
        : random.chance(0.04)
          ? knownFact(random.pick(questionsFor(kind)), random)
          : knownFact(random.pick(neighboursOf(kind, facts.at(-1), random) ?? own), random);
    if (!facts.some((other) => clashes(other, fact))) facts.push(fact);
  }
  return random.shuffle(facts);
}

const rolesOfGroups = new Map<Kind, readonly (readonly string[])[]>();

/** Roles that are told beside the last one: the most like it, so that the writer has to tell them apart. */
function neighboursOf(
  kind: Kind,
  last: DrawnFact | undefined,
  random: Random,
): readonly string[] | undefined {
  if (last === undefined || !random.chance(0.35)) return undefined;
  let groups = rolesOfGroups.get(kind);
  if (groups === undefined) {
    groups = kind.plain.tell.map((group) => rolesNamedIn(group));
    rolesOfGroups.set(kind, groups);
  }
  const near = groups.find((group) => group.includes(last.role))?.filter((role) => role !== last.role);
  return near === undefined || near.length === 0 ? undefined : near;
}

function rolesNamedIn(templates: readonly string[]): string[] {
  const named = templates.flatMap((template) =>
    [...template.matchAll(/\{(\w+)\}/g)].map(([, role]) => role ?? ''),
  );
  return [...new Set(named)].filter((role) => roles[role] !== undefined);
}

function clashes(one: DrawnFact, other: DrawnFact): boolean {
  return (
    one.name === other.name ||
    (one.role !== strange && one.role === other.role) ||
    twins.some((pair) => pair.includes(one.role) && pair.includes(other.role))
  );
}

/** The facts a recipe of this kind most likely has, with values that anybody would expect. */
export function typicalFacts(kind: Kind, count: number, random: Random): DrawnFact[] {
  const usual = Object.entries(kind.roles)
    .filter(([role]) => roles[role]?.yes === undefined)
    .sort(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([role]) => role);
  return Object.keys(kind.roles)
    .filter((role) => usual.includes(role))
    .flatMap((role) => {
      const known = roles[role];
      if (known === undefined) return [];
      return [drawn(role, known.names[0] ?? role, makeValue(random.pick(known.values), random))];
    });
}
