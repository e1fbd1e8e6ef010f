import { isHeading } from '../../language/isHeading';
import { escapePoint, literal } from '../shared/literal';
import { capitalise } from './capitalise';
import type { SlottedFact } from './slotFacts';

/** Up to so many values come in any order; of more, any of the next few. */
const mostInAnyOrder = 8;
const nextFew = 5;
const letters = 'A-Za-z';
/** Marks inside words and before them; a closing bracket may also stand behind a full stop. */
const inWords = charactersOf("'(/&%-");
const beforeWords = charactersOf("('&-");
const sentenceStart = /^["'“‘«(]*[\p{Lu}\p{Lt}\p{Lo}\p{N}](?!\p{L}*\s*:)/u;

/**
 * GBNF for prose with slots: plain English without digits, each value of a fact once (of an optional one at most
 * once), names anywhere. It ends as a sentence does and only when every required value has been told; a heading may
 * end after any word. Marks stand behind words and before a space, a slot or a closing bracket.
 *
 * One rule for each set of values told so far: the engine then has few ways open at each character.
 */
export function slotGrammar(facts: readonly SlottedFact[], kind: string): string {
  return new SlotGrammar(facts, isHeading(kind)).write();
}

interface Value {
  readonly slot: string;
  readonly required: boolean;
  readonly canStart: boolean;
}

class SlotGrammar {
  private readonly values: readonly Value[];
  private readonly names: readonly { readonly slot: string; readonly canStart: boolean }[];
  /** Bit sets of the values told, with their rules' names. */
  private readonly rules = new Map<number, string>();
  private readonly heading: boolean;

  constructor(facts: readonly SlottedFact[], heading: boolean) {
    this.heading = heading;
    this.values = facts.flatMap(({ slot, required, fullValue }) =>
      slot === undefined ? [] : [{ slot, required, canStart: canStart(fullValue) }],
    );
    this.names = facts.map(({ nameSlot, fullName }) => ({ slot: nameSlot, canStart: canStart(fullName) }));
  }

  write(): string {
    const start = this.after(0);
    const lines = [`root ::= ${either([`" " [A-Z] ${start}`, ...this.slots(0, true)])}`];
    // A rule names those that follow it, and the list grows while it is walked.
    for (const [told, name] of this.rules) lines.push(...this.rule(told, name));
    return [...lines, 'mark ::= [,;:.!?]?', 'pause ::= [,;:]?', 'end ::= [.!?] ")"?'].join('\n');
  }

  private rule(told: number, name: string): string[] {
    const word = this.after(told);
    const gap = [`" " [${letters}] ${word}`, `" " [${beforeWords}] ${name}`, `")" ${word}`];
    const ways = [
      `[${letters}] ${word}`,
      `[${inWords}] ${name}`,
      `"." [${letters}] ${word}`,
      `mark (${either([...gap, ...this.slots(told, true)])})`,
    ];
    const inside = this.slots(told, false);
    if (inside.length > 0) ways.push(`pause (${either(inside)})`);
    if (!this.isWhole(told)) return [`${name} ::= ${either(ways)}`];
    if (!this.heading) return [`${name} ::= ${either([...ways, 'end'])}`];
    return [`${name} ::= ${either([...ways, 'end'])}`, `${word} ::= ${name}?`];
  }

  /** Ways on by a slot: those that may start a sentence, or those that may not. */
  private slots(told: number, canStart: boolean): string[] {
    const names = this.names.filter((name) => name.canStart === canStart).map(({ slot }) => slot);
    const values = this.nextValues(told).filter((at) => this.values[at]?.canStart === canStart);
    return [
      ...(names.length === 0 ? [] : [`[${charactersOf(names.join(''))}] ${this.after(told)}`]),
      ...values.map((at) => `${literal(this.values[at]?.slot ?? '')} ${this.after(told | (1 << at))}`),
    ];
  }

  private nextValues(told: number): readonly number[] {
    const untold = this.values.map((_, at) => at).filter((at) => (told & (1 << at)) === 0);
    const isFree = this.values.length <= mostInAnyOrder;
    return isFree ? untold : untold.filter((at) => at < (untold[0] ?? 0) + nextFew);
  }

  private isWhole(told: number): boolean {
    return this.values.every(({ required }, at) => !required || (told & (1 << at)) !== 0);
  }

  /** What follows a word when these values have been told: of a whole heading, maybe nothing. */
  private after(told: number): string {
    const name = this.rules.get(told) ?? `q${inLetters(this.rules.size)}`;
    this.rules.set(told, name);
    return this.heading && this.isWhole(told) ? name.replace('q', 'w') : name;
  }
}

function canStart(text: string): boolean {
  return sentenceStart.test(capitalise(text));
}

function either(ways: readonly string[]): string {
  return ways.join(' | ');
}

function charactersOf(characters: string): string {
  return [...characters].map(escapePoint).join('');
}

/** a, b, ... z, ba, bb: rule names hold letters only. */
function inLetters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : inLetters(Math.floor(number / 26)) + last;
}
