import type { WritingTask } from '../../fields/FieldType';
import { countWords } from '../../language/countWords';
import type { SlottedFact } from './slotFacts';

/** Part of the range of lengths that is asked for: its edges would be missed by a word or two. */
const lowest = 0.2;
const highest = 0.75;
/** Prose that a fact needs round it, and what it can take before a text has to be filled with what says nothing. */
const fewestPerFact = 2;
const mostPerFact = 7;
const ofItsOwn = 6;
/** Part of the range over which lengths differ in any case. */
const spread = 0.2;
export const fewestWords = 2;

/** How many words the writer is asked for beside those of the values; another seed may ask for another length. */
export function proseLength(task: WritingTask, facts: readonly SlottedFact[], seed: number): number {
  const { min, max } = task.words;
  const given = valueWords(facts);
  const high = min + (max - min) * highest;
  const low = Math.min(high, Math.max(min + (max - min) * lowest, given + facts.length * fewestPerFact));
  const enough = Math.max(low + (max - min) * spread, given + facts.length * mostPerFact + ofItsOwn);
  const words = low + (Math.min(high, enough) - low) * shareOf(seed) - given;
  return withinRange(roundLength(words), min - given, max - given);
}

/** The lengths that the writer learns: even numbers, from 20 multiples of 5, from 60 of 10. */
export function roundLength(words: number): number {
  return Math.max(fewestWords, Math.round(words / stepAt(words)) * stepAt(words));
}

/** Words of the values that slots put into a text. */
export function valueWords(facts: readonly SlottedFact[]): number {
  return facts.reduce((sum, { fullValue }) => sum + countWords(fullValue), 0);
}

function stepAt(words: number): number {
  if (words < 20) return 2;
  return words < 60 ? 5 : 10;
}

/** One step back into the range where rounding left it. */
function withinRange(rounded: number, min: number, max: number): number {
  const step = stepAt(rounded - 1);
  if (rounded > max && rounded - step >= Math.max(min, fewestWords)) return rounded - step;
  return rounded < min && rounded + step <= max ? rounded + step : rounded;
}

/** From 0 to 1, scattered: seeds of one cell's attempts lie side by side. */
function shareOf(seed: number): number {
  const mixed = Math.imul((seed ^ (seed >>> 16)) | 0, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
