import type { WritingTask } from '../../fields/FieldType';
import type { ModelCard, RenderedTask } from '../Engine';
import { proseLength } from './proseLength';
import { theName, theValue } from './placeSlots';
import { slotFacts, theAnnouncement, type SlottedFact } from './slotFacts';
import { slotGrammar } from './slotGrammar';
import { slotPrompt } from './slotPrompt';
import { styleOf } from './styleOf';

/** Prose may need that much more than its share of tokens, and some to end the last sentence. */
const generosity = 1.6;
const spareTokens = 24;
/** Share of the context that a reply may take; the shortest prompt of the most facts takes the rest. */
const mostReply = 0.48;
/** How much of a name the prompt shows: less when there is no room. The text has it whole anyway. */
const shownLengths = [28, 14, 7, 3];

/** A task for a writer that leaves values to slots. The user's own instruction is not among what it can read. */
export function renderSlots(
  task: WritingTask,
  card: ModelCard,
  seed: number,
): Pick<RenderedTask, 'prompt' | 'grammar' | 'maxTokens' | 'repeatsBetween' | 'facts'> {
  const whole = slotFacts(task.facts);
  const words = proseLength(task, whole, seed);
  const tokens = words * card.tokensPerWord + whole.reduce((sum, fact) => sum + marksOf(fact), 0);
  const maxTokens = Math.min(
    Math.ceil(tokens * generosity) + spareTokens,
    Math.floor(card.contextTokens * mostReply),
  );
  const room = card.contextTokens - maxTokens;
  const { prompt, facts } = fittingPrompt({ ...task, style: styleOf(task, whole) }, card, words, room);
  return {
    prompt,
    grammar: slotGrammar(facts, task.kind),
    maxTokens,
    repeatsBetween: [theAnnouncement, theValue, theName, '.', '?'],
    facts,
  };
}

/** The prompt as it is, or with names cut shorter and shorter, and the facts as it announces them. */
export function fittingPrompt(
  task: WritingTask,
  card: ModelCard,
  words: number,
  room: number,
): { prompt: string; facts: readonly SlottedFact[] } {
  let facts: readonly SlottedFact[] = [];
  let prompt = '';
  for (const longest of shownLengths) {
    facts = slotFacts(task.facts, longest);
    prompt = slotPrompt(card.promptTemplate, task, facts, words);
    if (tokensOf(prompt) <= room) break;
  }
  return { prompt, facts };
}

/** An announcement and a place. */
function marksOf({ announcement }: SlottedFact): number {
  return tokensOf(announcement) + 1;
}

/** About the most tokens that a text may take: a byte each where the tokenizer knows no longer piece. */
function tokensOf(text: string): number {
  let tokens = 0;
  for (const [run] of text.matchAll(/[a-z ]+|[^a-z ]/gu)) {
    if (/[a-z ]/.test(run)) tokens += Math.ceil(run.length / 2);
    else tokens += /\p{Co}/u.test(run) ? 1 : new TextEncoder().encode(run).length;
  }
  return tokens;
}
