import type { WritingTask } from '../../fields/FieldType';
import type { ModelCard, RenderedTask } from '../Engine';
import { proseLength } from './proseLength';
import { shorten, slotFacts, type SlottedFact } from './slotFacts';
import { slotGrammar } from './slotGrammar';
import { slotPrompt } from './slotPrompt';

/** Prose may need that much more than its share of tokens, and some to end the last sentence. */
const generosity = 1.6;
const spareTokens = 24;
/** Share of the context that a reply may take; the shortest prompt of the most facts takes the rest. */
const mostReply = 0.48;
/** An announcement and a place. */
const marksPerFact = 2;
/** How much of names and values the prompt shows: less when there is no room. The text has them whole anyway. */
const shownLengths = [20, 10, 5, 2, 1];

/** A task for a writer that leaves values to slots. The user's own instruction is not among what it can read. */
export function renderSlots(
  task: WritingTask,
  card: ModelCard,
  seed: number,
): Pick<RenderedTask, 'prompt' | 'grammar' | 'maxTokens' | 'facts'> {
  const facts = slotFacts(task.facts);
  const words = proseLength(task, facts, seed);
  const tokens = words * card.tokensPerWord + facts.length * marksPerFact;
  const maxTokens = Math.min(
    Math.ceil(tokens * generosity) + spareTokens,
    Math.floor(card.contextTokens * mostReply),
  );
  return {
    prompt: fittingPrompt(task, card, facts, words, card.contextTokens - maxTokens),
    grammar: slotGrammar(facts, task.kind),
    maxTokens,
    facts,
  };
}

/** Longest first: the prompt as it is, then with names and values cut shorter and shorter. */
export function fittingPrompt(
  task: Pick<WritingTask, 'kind' | 'style'>,
  card: ModelCard,
  facts: readonly SlottedFact[],
  words: number,
  room: number,
): string {
  let prompt = slotPrompt(card.promptTemplate, task, facts, words);
  for (const longest of shownLengths) {
    if (tokensOf(prompt) <= room) break;
    const shown = facts.map((fact) => ({
      ...fact,
      name: shorten(fact.name, longest),
      value: shorten(fact.value, longest),
    }));
    prompt = slotPrompt(card.promptTemplate, task, shown, words);
  }
  return prompt;
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
