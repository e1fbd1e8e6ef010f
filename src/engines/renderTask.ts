import { renderTemplate } from '../expressions/renderTemplate';
import type { WritingTask } from '../fields/FieldType';
import { breakMarks } from './breakMarks';
import type { ModelCard, RenderedTask, ScoringTask } from './Engine';
import { choiceGrammar } from './grammar/choiceGrammar';
import { sharedWords } from './grammar/oneOf';
import { proseGrammar } from './grammar/proseGrammar';
import { flattenLine } from './flattenLine';
import { fewestWords } from './slots/proseLength';
import { fittingPrompt, renderSlots } from './slots/renderSlots';

const longestFact = 200;
const longestInstruction = 300;
/** Room for the end of the last sentence. */
const spareTokens = 12;
/** Prompts of digits and rare names come down to this; prose has twice as much. */
const bytesPerToken = 1.6;

type Rendered = Omit<RenderedTask, 'temperature' | 'seed'>;

/** A task as the prompt, grammar and limits of one model. Pure. */
export function renderTask(task: WritingTask, card: ModelCard, seed: number): RenderedTask {
  return {
    ...render(task, card, seed >>> 0),
    temperature: (task.attempt ?? 0) === 0 ? card.temperature : card.retryTemperature,
    seed: seed >>> 0,
  };
}

/**
 * A question as the model's own chat template puts it, without marks of the user's; as it is where nothing wraps it.
 * Pure.
 */
export function renderScoring(task: ScoringTask, card: ModelCard): ScoringTask {
  if (card.chatTemplate !== undefined) {
    return { ...task, prompt: asMessage(breakMarks(task.prompt, card.chatTemplate), card.chatTemplate) };
  }
  // Its library does the wrapping.
  return card.engine === 'webLlm' ? { ...task, prompt: breakMarks(task.prompt) } : task;
}

function render(task: WritingTask, card: ModelCard, seed: number): Rendered {
  if (task.choices !== undefined) return renderChoice(task, task.choices, card);
  return card.slots === true ? renderSlots(task, card, seed) : renderPlain(task, card);
}

/** The words that all choices share are not written but given, where the prompt goes to the model as it is. */
function renderChoice(task: WritingTask, choices: readonly string[], card: ModelCard): Rendered {
  const maxTokens = Math.min(choiceTokens(choices), Math.floor(card.contextTokens / 2));
  const prompt =
    card.slots === true ? slotLabelPrompt(task, maxTokens, card) : plainPrompt(task, maxTokens, card);
  const begun = card.engine === 'llamaCpp' ? sharedWords(choices) : '';
  if (begun === '') return { prompt, grammar: choiceGrammar(choices), maxTokens };
  const lead = card.chatTemplate !== undefined || /\s$/.test(prompt) ? '' : ' ';
  const shown = breakMarks(begun, card.chatTemplate);
  return { prompt: `${prompt}${lead}${shown}`, begun, grammar: choiceGrammar(choices, begun), maxTokens };
}

/** A label has no slots: its grammar spells it. */
function slotLabelPrompt(task: WritingTask, maxTokens: number, card: ModelCard): string {
  return fittingPrompt({ ...task, kind: 'label' }, card, fewestWords, card.contextTokens - maxTokens).prompt;
}

function renderPlain(task: WritingTask, card: ModelCard): Rendered {
  const maxTokens = Math.min(replyTokens(task, card), Math.floor(card.contextTokens / 2));
  return { prompt: plainPrompt(task, maxTokens, card), grammar: proseGrammar(task), maxTokens };
}

function plainPrompt(task: WritingTask, maxTokens: number, card: ModelCard): string {
  const room = (card.contextTokens - maxTokens) * bytesPerToken;
  let facts = promptFacts(task, card);
  let prompt = fill(task, facts, card);
  while (byteLength(prompt) > room && facts.length > 0) {
    facts = facts.slice(0, -1);
    prompt = fill(task, facts, card);
  }
  return prompt;
}

interface PromptFact {
  readonly name: string;
  readonly value: string;
}

/** Required facts first: the last ones go when the prompt has no room. */
function promptFacts(task: WritingTask, card: ModelCard): readonly PromptFact[] {
  const asked = task.instruction === undefined ? '' : promptLine(task.instruction, card, longestInstruction);
  const about = asked === '' ? [] : [{ name: 'about', value: asked }];
  const facts = task.facts.map((fact) => ({
    name: promptLine(fact.name, card),
    value: promptLine(fact.value, card),
  }));
  return [...facts, ...about];
}

/** One line that can give the model no orders in its own marks. */
function promptLine(text: string, card: ModelCard, longest = longestFact): string {
  return breakMarks(flattenLine(text, longest), card.chatTemplate);
}

function fill(task: WritingTask, facts: readonly PromptFact[], card: ModelCard): string {
  const prompt = renderTemplate(card.promptTemplate, {
    kind: task.choices ? 'label' : promptLine(task.kind, card),
    words: task.words,
    choices: (task.choices ?? []).map((choice) => breakMarks(choice, card.chatTemplate)),
    style: promptLine(task.style, card) || 'plain',
    facts,
  });
  return card.chatTemplate === undefined ? prompt : asMessage(prompt, card.chatTemplate);
}

/** The engine puts the mark of the beginning before every prompt, so the template does without. */
function asMessage(prompt: string, chatTemplate: string): string {
  return renderTemplate(chatTemplate, {
    messages: [{ role: 'user', content: prompt }],
    add_generation_prompt: true,
    enable_thinking: false,
    bos_token: '',
    eos_token: '',
  });
}

function replyTokens(task: WritingTask, card: ModelCard): number {
  return Math.ceil(task.words.max * card.tokensPerWord) + spareTokens;
}

/** No token is shorter than a byte, so a choice is never cut short. */
function choiceTokens(choices: readonly string[]): number {
  return Math.max(0, ...choices.map(byteLength)) + 2;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
