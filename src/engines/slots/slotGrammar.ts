import { isHeading } from '../../language/isHeading';
import { escapePoint, literal } from '../shared/literal';
import { capitalise } from './capitalise';
import type { SlottedFact } from './slotFacts';

/** Up to so many values come in any order; of more, any within reach of the first that is still to come. */
const mostInAnyOrder = 9;
const reach = 7;
const letters = 'A-Za-z';
const inWords = charactersOf("'()/&%=+-");
const beforeWords = charactersOf("('&=+-");
const canBegin = /^["'“‘«(]*\p{Sc}?[\p{Lu}\p{Lt}\p{Lo}\p{N}](?!\p{L}*\s*:)/u;

/**
 * GBNF for prose with slots: plain English without digits, each value once (of an optional fact at most once), names
 * anywhere. It ends as a sentence does and only when every required value has been told; a heading may end with its
 * last word. Marks stand behind words, and before a space, a slot or a closing bracket.
 *
 * One rule for each set of values told so far: the engine then has few ways open at each character.
 */
export function slotGrammar(facts: readonly SlottedFact[], kind: string): string {
  const values = facts.flatMap(({ slot, required, fullValue }) =>
    slot === undefined ? [] : [{ slot: literal(slot), required, begins: begins(fullValue) }],
  );
  const names = facts.map(({ nameSlot, fullName }) => ({ slot: nameSlot, begins: begins(fullName) }));
  const told = new ToldRules(values, isHeading(kind));
  const starting = anyOf(names, true);
  const ways = [
    `" " [A-Z] ${told.start}`,
    ...(starting === '' ? [] : [`${starting} ${told.start}`]),
    ...told.waysFrom(0, true),
  ];
  return [`root ::= ${ways.join(' | ')}`, ...proseRules(names), ...told.write()].join('\n');
}

interface NameSlot {
  readonly slot: string;
  /** Whether a text or a sentence may begin with what it stands for. */
  readonly begins: boolean;
}

interface ValueSlot {
  /** As GBNF spells it. */
  readonly slot: string;
  readonly begins: boolean;
  readonly required: boolean;
}

/** The engine tries the ways of a rule in turn: those that most words take come first. */
function proseRules(names: readonly NameSlot[]): string[] {
  const [starting, others] = [anyOf(names, true), anyOf(names, false)];
  const anyName = charactersOf(names.map(({ slot }) => slot).join(''));
  const afterMark = [`" " [${letters}${beforeWords}]`, `")"`, ...(starting === '' ? [] : [starting])];
  const ways = [
    `" " [${letters}${beforeWords}${anyName}] prose`,
    `[${letters}${inWords}${anyName}] prose`,
    `[,;:.!?] (${afterMark.join(' | ')}) prose`,
    `"." [${letters}] prose`,
    ...(others === '' ? [] : [`[,;:] ${others} prose`]),
  ];
  return [
    `prose ::= (${ways.join(' | ')})?`,
    `lead ::= ([,;:.!?] | " ")?`,
    `soft ::= ([,;:] | " ")?`,
    `end ::= [.!?] ")"?`,
    `last ::= [${letters})%${anyName}]`,
  ];
}

/** The rules for the values told so far, by bit set. */
class ToldRules {
  readonly start: string;
  /** Bits of the values that must be told. */
  private readonly required: number;
  private readonly names = new Map<number, string>();

  constructor(
    private readonly values: readonly ValueSlot[],
    private readonly heading: boolean,
  ) {
    this.required = values.reduce((bits, { required }, at) => (required ? bits | (1 << at) : bits), 0);
    this.start = this.nameOf(0);
  }

  write(): string[] {
    const lines: string[] = [];
    // A rule names those that may follow it: the list grows while it is walked.
    for (const [told, name] of this.names) lines.push(`${name} ::= prose (${this.body(told)})`);
    return lines;
  }

  /** Ways on by a value, those that begin a sentence or those that do not. */
  waysFrom(told: number, begins: boolean): string[] {
    return this.next(told)
      .filter((at) => this.values[at]?.begins === begins)
      .map((at) => {
        const after = told | (1 << at);
        const mayEnd = this.heading && this.isWhole(after);
        return `${this.values[at]?.slot} ${this.nameOf(after)}${mayEnd ? '?' : ''}`;
      });
  }

  private body(told: number): string {
    const starting = this.waysFrom(told, true);
    const others = this.waysFrom(told, false);
    return [
      ...(starting.length === 0 ? [] : [`lead (${starting.join(' | ')})`]),
      ...(others.length === 0 ? [] : [`soft (${others.join(' | ')})`]),
      ...(this.isWhole(told) ? ['end'] : []),
      ...(this.isWhole(told) && this.heading ? ['last'] : []),
    ].join(' | ');
  }

  private next(told: number): number[] {
    const found: number[] = [];
    let end = this.values.length;
    for (let at = 0; at < end; at++) {
      if ((told & (1 << at)) !== 0) continue;
      if (found.length === 0 && this.values.length > mostInAnyOrder) end = Math.min(end, at + reach);
      found.push(at);
    }
    return found;
  }

  private isWhole(told: number): boolean {
    return (told & this.required) === this.required;
  }

  private nameOf(told: number): string {
    const name = this.names.get(told) ?? `q${inLetters(this.names.size)}`;
    this.names.set(told, name);
    return name;
  }
}

function begins(text: string): boolean {
  return canBegin.test(capitalise(text));
}

/** A set of those names that begin a sentence or those that do not; empty when there is none. */
function anyOf(names: readonly NameSlot[], begins: boolean): string {
  const some = names.filter((name) => name.begins === begins).map(({ slot }) => slot);
  return some.length === 0 ? '' : `[${charactersOf(some.join(''))}]`;
}

function charactersOf(characters: string): string {
  return [...characters].map(escapePoint).join('');
}

/** a, b, ... z, ba, bb: the name of a rule by its number. */
function inLetters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : inLetters(Math.floor(number / 26)) + last;
}
