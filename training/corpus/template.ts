import { isPlural } from '../../src/language/isPlural';
import { expand } from './expand';
import type { TellableFact } from './fact';
import { roles } from './roles/roles';
import type { Random } from './seededRandom';

/** A template with its choices made and the facts it would tell. */
export interface Filled {
  readonly text: string;
  readonly facts: readonly TellableFact[];
  /** A list of one: other ways to tell the fact read better. */
  readonly isLoneList: boolean;
}

/** How often an optional part is kept when its facts are there. */
const keepOptional = 0.92;

/**
 * Makes the choices of a template and puts slots where it names roles; undefined when a fact it needs is not among
 * the unsaid ones. Facts told in words (a yes, a none) fit no template.
 */
export function fillTemplate(
  template: string,
  unsaid: readonly TellableFact[],
  isBrief: boolean,
  random: Random,
): Filled | undefined {
  const told: TellableFact[] = [];
  const free = (role: string): TellableFact | undefined =>
    unsaid.find((fact) => fact.role === role && !fact.slotted.inWords && !told.includes(fact));
  const members = (group: string): TellableFact[] =>
    unsaid.filter(
      (fact) => roles[fact.role]?.group === group && !fact.slotted.inWords && !told.includes(fact),
    );
  const has = (mark: string): boolean =>
    mark.startsWith('*') ? members(mark.slice(1)).length > 0 : free(mark) !== undefined;

  let text = expand(template, random);
  for (;;) {
    const next = text.replace(/\(\?((?:[^()]|\((?!\?)[^()]*\))*)\)/, (_, part: string) => {
      const marks = [...part.matchAll(/\{(\*?\w+)\}/g)].map(([, mark]) => mark ?? '');
      return marks.every(has) && random.chance(keepOptional) ? part : '';
    });
    if (next === text) break;
    text = next;
  }
  let isWhole = true;
  let isLoneList = false;
  text = text.replace(/\{(\*?)(\w+)\}/g, (_, star: string, role: string) => {
    if (star === '*') {
      const facts = members(role).slice(0, 6);
      told.push(...facts);
      if (facts.length === 0) isWhole = false;
      if (facts.length === 1) isLoneList = true;
      return listed(facts, isBrief, random);
    }
    const fact = free(role);
    if (fact === undefined) {
      isWhole = false;
      return '';
    }
    told.push(fact);
    return fact.slotted.slot;
  });
  return isWhole ? { text: agree(withUnits(text, unsaid), unsaid), facts: told, isLoneList } : undefined;
}

/** Measured things, each said in the same way: `a pulse of 88, a temperature of 37.2`, or without articles. */
export function listed(facts: readonly TellableFact[], isBrief: boolean, random: Random): string {
  const isFull = random.chance(0.4);
  const phrases = facts.map((fact) => {
    const role = roles[fact.role];
    const forms = isBrief ? role?.short : (role?.bits ?? role?.short);
    const form = expand(random.pick(forms ?? ['{}']), random).replace('{name}', fact.slotted.nameSlot);
    const isMeasured = !isBrief && (role?.group === 'vital' || role?.group === 'lab');
    return (isMeasured ? measured(form, isFull) : form).replace('{}', fact.slotted.slot);
  });
  return isBrief ? phrases.join(', ') : joined(phrases, random);
}

function measured(form: string, isFull: boolean): string {
  const parts = /^(?:(?:an?|the) )*(.+?)(?: (?:of|at|was))? \{\}(.*)$/.exec(form);
  if (parts === null) return form;
  const [, noun = '', rest = ''] = parts;
  const article = /^(?:[aeiou]|ECG|MRI|SpO)/i.test(noun) ? 'an' : 'a';
  return isFull ? `${article} ${noun} of {}${rest}` : `${noun} {}${rest}`;
}

export function joined(phrases: readonly string[], random: Random): string {
  if (phrases.length < 2) return phrases.join('');
  const last = phrases.at(-1) ?? '';
  const comma = phrases.length > 2 && random.chance(0.3) ? ',' : '';
  return `${phrases.slice(0, -1).join(', ')}${comma} and ${last}`;
}

/** `^ bpm^` after a value: left out when the value ends with a unit of its own. */
export function withUnits(text: string, facts: readonly TellableFact[]): string {
  return text.replace(/(.?)\s*\^([^^]*)\^/gu, (_, slot: string, unit: string) => {
    const value = facts.find((fact) => fact.slotted.slot === slot)?.value ?? '';
    if (!/\d$/.test(value)) return slot;
    const plain = unit.trim();
    return plain === '%' ? `${slot}%` : `${slot} ${plain}`;
  });
}

/** `#was`, `#is`, `#has` agree with the value before them. */
export function agree(text: string, facts: readonly TellableFact[]): string {
  const plural: Readonly<Record<string, string>> = { was: 'were', is: 'are', has: 'have' };
  return text.replace(/#(was|is|has)\b/g, (_, verb: string, at: number) => {
    const before = [...text.slice(0, at)].reverse();
    const slot = before.find((mark) => facts.some((fact) => fact.slotted.slot === mark));
    const fact = facts.find((other) => other.slotted.slot === slot);
    return fact !== undefined && isPlural(fact.value) ? (plural[verb] ?? verb) : verb;
  });
}
