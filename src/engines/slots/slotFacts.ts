import type { Fact } from '../../fields/FieldType';
import { readAbsence } from '../../language/readAbsence';
import { readAnswer } from '../../language/readAnswer';
import { isSexFact, readSex } from '../../language/readSex';
import { flattenLine } from '../flattenLine';
import { cleanValue } from './cleanValue';

export interface SlottedFact {
  /** As the prompt shows it: one line without control and private-use marks, at most 40 characters. */
  readonly name: string;
  /** As the prompt shows it, at most 28 characters, # for a number of three digits or more; of a fact told in words its plain meaning: `female`, `yes`, `none`, `unknown`. */
  readonly value: string;
  /** Stands for the fact: for its value, or, of one told in words, for the end of the words that tell it. */
  readonly slot: string;
  /** A sex, a yes or no, or that there is nothing: told in words, never spelled. */
  readonly inWords: boolean;
  /** Stands for the fact's name. */
  readonly nameSlot: string;
  /** Whole and fit for a text: what the slots stand for; the value of a fact told in words is empty. */
  readonly fullName: string;
  readonly fullValue: string;
  readonly required: boolean;
}

/** The writer's tokenizer knows as many slots; facts beyond are left out. */
export const mostSlots = 24;
const longestName = 40;
const longestValue = 28;
/** Longer numbers say nothing to a writer that never spells one. */
const longNumber = /\d{3,}/g;
const valueSlots = 0xe000;
const nameSlots = 0xe080;

/**
 * The facts of a task with a slot each, in their order; fact 1 has slot U+E001 and name slot U+E081. Facts
 * without a value are left out, and of more than fit the last optional ones first.
 */
export function slotFacts(facts: readonly Fact[]): readonly SlottedFact[] {
  const told = facts.filter(({ value }) => cleanValue(value) !== '' || readAbsence(value) !== undefined);
  const kept = new Set([...told].sort((a, b) => Number(b.required) - Number(a.required)).slice(0, mostSlots));
  return told.filter((fact) => kept.has(fact)).map((fact, at) => slotted(fact, at + 1));
}

function slotted(fact: Fact, number: number): SlottedFact {
  const inWords = meaningInWords(fact);
  return {
    name: shorten(fact.name, longestName),
    value: inWords ?? shorten(fact.value.replace(longNumber, '#'), longestValue),
    slot: String.fromCodePoint(valueSlots + number),
    inWords: inWords !== undefined,
    nameSlot: String.fromCodePoint(nameSlots + number),
    fullName: cleanValue(fact.name),
    fullValue: inWords === undefined ? cleanValue(fact.value) : '',
    required: fact.required,
  };
}

function meaningInWords(fact: Fact): string | undefined {
  if (isSexFact(fact)) return readSex(fact.value);
  return readAnswer(fact) ?? readAbsence(fact.value);
}

/** One line of at most so many characters, … at the end when it was longer. */
export function shorten(text: string, longest: number): string {
  const line = flattenLine(text, longest + 1);
  return [...line].length <= longest ? line : `${flattenLine(line, longest - 1)}…`;
}
