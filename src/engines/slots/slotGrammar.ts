import { isHeading } from '../../language/isHeading';
import { escapePoint, literal } from '../shared/literal';
import { capitalise } from './capitalise';
import { theName, theValue } from './placeSlots';
import type { SlottedFact } from './slotFacts';

/** Up to so many facts come in any order; of more, any within reach of the first that is still to come. */
const mostInAnyOrder = 9;
const reach = 7;
const letters = 'A-Za-z';
const inWords = charactersOf("'()/&%=+-");
const beforeWords = charactersOf("('&=+-");
const canBegin = /^["'“‘«(]*\p{Sc}?[\p{Lu}\p{Lt}\p{Lo}\p{N}](?!\p{L}*\s*:)/u;
const value = literal(theValue);
const name = literal(theName);

/**
 * GBNF for prose that announces its facts: plain English without digits, each fact announced once (an optional one
 * at most once) at the start of a sentence or behind the fact before, and told, with its value or in words, before
 * the next. It ends as a sentence does and only when every required fact has been told; a heading may end with its
 * last word. Marks stand behind words, and before a space, a value or a closing bracket.
 *
 * One rule for each set of facts announced so far: the engine then has few ways open at each character.
 */
export function slotGrammar(facts: readonly SlottedFact[], kind: string): string {
  const announced = new AnnouncedRules(facts, isHeading(kind));
  const ways = [`" " [A-Z] prose (${announced.afterProse(0)})`, ...announced.waysAtStart(0)];
  return [`root ::= ${ways.join(' | ')}`, ...proseRules, ...startRules, ...announced.write()].join('\n');
}

/** The engine tries the ways of a rule in turn: those that most words take come first. */
const proseRules: readonly string[] = [
  `prose ::= (word prose)?`,
  `word ::= " " [${letters}${beforeWords}] | [${letters}${inWords}] | [,;:.!?] (" " [${letters}${beforeWords}] | ")") | "." [${letters}]`,
  `lead ::= ([,;:] | " ")?`,
  // A value ends what is told of its fact, a name does not; what is told in words ends behind a word.
  `tell ::= prose lead (${value} | ${name} tell)`,
  `say ::= word worded | lead ${name} worded`,
  `worded ::= prose (${value} | lead ${name} worded)`,
];

/**
 * What may follow an announcement at the start of a sentence, by how the fact is told and what may begin one. A fact
 * told in words has no value to begin with.
 */
const startRules: readonly string[] = [false, true].flatMap((told) =>
  (told ? [false] : [false, true]).flatMap((withValue) =>
    [false, true].map((withName) => {
      const goOn = told ? 'worded' : 'tell';
      const ways = [
        `" " [A-Z] ${goOn}`,
        ...(withValue ? [value] : []),
        ...(withName ? [`${name} ${goOn}`] : []),
      ];
      return `${startRule(told, withValue, withName)} ::= ${ways.join(' | ')}`;
    }),
  ),
);

function startRule(told: boolean, withValue: boolean, withName: boolean): string {
  return ['start', told ? 'w' : 't', withValue ? 'v' : '', withName ? 'n' : ''].join('');
}

/** The rules for the facts announced so far, by bit set. */
class AnnouncedRules {
  /** Bits of the facts that must be told. */
  private readonly required: number;
  private readonly names = new Map<number, string>();

  constructor(
    private readonly facts: readonly SlottedFact[],
    private readonly heading: boolean,
  ) {
    this.required = facts.reduce((bits, { required }, at) => (required ? bits | (1 << at) : bits), 0);
  }

  write(): string[] {
    const lines = this.facts.map(({ announcement }, at) => `${factRule(at)} ::= ${literal(announcement)}`);
    // A rule names those that may follow it: the list grows while it is walked.
    for (const [announced, rule] of this.names) lines.push(`${rule} ::= ${this.body(announced)}`);
    return lines;
  }

  /** Announcements at the start of a sentence. */
  waysAtStart(announced: number): string[] {
    return this.next(announced).map((at) => {
      const { inWords, fullValue, fullName } = this.facts[at] as SlottedFact;
      const start = startRule(inWords, !inWords && begins(fullValue), begins(fullName));
      return `${factRule(at)} ${start} ${this.nameOf(announced | (1 << at))}`;
    });
  }

  /** The end of a sentence, and what may follow. */
  afterProse(announced: number): string {
    const next = this.waysAtStart(announced);
    const isWhole = this.isWhole(announced);
    const goOn = next.length === 0 ? '' : ` (${next.join(' | ')})${isWhole ? '?' : ''}`;
    const ways = [
      ...(goOn !== '' || isWhole ? [`[.!?] ")"?${goOn}`] : []),
      ...(this.heading && isWhole ? [`[${letters})%]`] : []),
    ];
    return ways.join(' | ');
  }

  /** Right behind a fact that has been told: another one, or prose that may name it once more. */
  private body(announced: number): string {
    const behind = this.next(announced).map((at) => {
      const { inWords } = this.facts[at] as SlottedFact;
      return `${factRule(at)} ${inWords ? 'say' : 'tell'} ${this.nameOf(announced | (1 << at))}`;
    });
    const ends = this.afterProse(announced);
    const goOn = [...(ends === '' ? [] : [ends]), `lead ${name} ${this.nameOf(announced)}`];
    const mayEnd = this.heading && this.isWhole(announced);
    return [...behind, `prose (${goOn.join(' | ')})`, ...(mayEnd ? ['""'] : [])].join(' | ');
  }

  private next(announced: number): number[] {
    const found: number[] = [];
    let end = this.facts.length;
    for (let at = 0; at < end; at++) {
      if ((announced & (1 << at)) !== 0) continue;
      if (found.length === 0 && this.facts.length > mostInAnyOrder) end = Math.min(end, at + reach);
      found.push(at);
    }
    return found;
  }

  private isWhole(announced: number): boolean {
    return (announced & this.required) === this.required;
  }

  private nameOf(announced: number): string {
    const rule = this.names.get(announced) ?? `q${inLetters(this.names.size)}`;
    this.names.set(announced, rule);
    return rule;
  }
}

function factRule(at: number): string {
  return `fact${inLetters(at)}`;
}

function begins(text: string): boolean {
  return canBegin.test(capitalise(text));
}

function charactersOf(characters: string): string {
  return [...characters].map(escapePoint).join('');
}

/** a, b, ... z, ba, bb: the name of a rule by its number. */
function inLetters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : inLetters(Math.floor(number / 26)) + last;
}
