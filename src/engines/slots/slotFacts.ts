import type { Fact } from '../../fields/FieldType';
import { readAbsence } from '../../language/readAbsence';
import { flattenLine } from '../flattenLine';
import { cleanValue } from './cleanValue';
import { meaningInWords, shapeOf, shapes, type Shape } from './shapeOf';

export interface SlottedFact {
  /**
   * The fact's name and the sort of its value, between marks: so the prompt lists it, and so the writer says that it
   * tells it next. It has no part of the value.
   */
  readonly announcement: string;
  /** In prose, stands for the value, or, of a fact told in words, for the end of the words that tell it. */
  readonly slot: string;
  /** In prose, stands for the name. */
  readonly nameSlot: string;
  /** A sex, a yes or no, or that there is nothing: told in words, never spelled. */
  readonly inWords: boolean;
  /** What such a fact says in a word, for prose that stops before it. */
  readonly word?: string;
  /** Whole and fit for a text: what the slots stand for; the value of a fact told in words is empty. */
  readonly fullName: string;
  readonly fullValue: string;
  readonly required: boolean;
}

/** Facts beyond are left out. */
export const mostSlots = 24;
/** Begins an announcement; the mark of a shape ends it. */
export const theAnnouncement = '\uE0F0';
const firstShape = 0xe0a1;
const valueSlots = 0xe000;
const nameSlots = 0xe080;
const longestName = 28;
/** Says nothing to a writer that never spells a number. */
const longNumber = /\d{3,}/g;

/**
 * The facts of a task with marks each, in their order; fact 1 has slot U+E001 and name slot U+E081. Facts without a
 * value are left out, and of more than fit the last optional ones first. No two announcements are the same.
 */
export function slotFacts(facts: readonly Fact[], longest = longestName): readonly SlottedFact[] {
  const told = facts.filter(({ value }) => cleanValue(value) !== '' || readAbsence(value) !== undefined);
  const kept = new Set([...told].sort((a, b) => Number(b.required) - Number(a.required)).slice(0, mostSlots));
  const names = new Set<string>();
  return told
    .filter((fact) => kept.has(fact))
    .map((fact, at) => slotted(fact, at + 1, ownName(shownName(fact.name, longest), names)));
}

function slotted(fact: Fact, number: number, name: string): SlottedFact {
  const inWords = meaningInWords(fact);
  const value = cleanValue(fact.value);
  return {
    announcement: `${theAnnouncement} ${name}${markOf(inWords ?? shapeOf(value, fact.type))}`,
    slot: String.fromCodePoint(valueSlots + number),
    nameSlot: String.fromCodePoint(nameSlots + number),
    inWords: inWords !== undefined,
    ...(inWords === undefined ? {} : { word: inWords === 'unknown' ? 'not known' : inWords }),
    fullName: cleanValue(fact.name),
    fullValue: inWords === undefined ? value : '',
    required: fact.required,
  };
}

function markOf(shape: Shape): string {
  return String.fromCodePoint(firstShape + shapes.indexOf(shape));
}

/** The writer learned names in small letters: `patientAge` and `HR` are `patient age` and `hr`. */
function shownName(name: string, longest: number): string {
  const words = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  return flattenLine(words.replace(longNumber, '#'), longest) || 'fact';
}

function ownName(name: string, names: Set<string>): string {
  let own = name;
  for (let number = 2; names.has(own); number++) own = `${name} ${number}`;
  names.add(own);
  return own;
}
