import type { WritingTask } from '../fields/FieldType';
import { Failure } from '../problems/Failure';
import type { ContinuationScore, ScoringTask, WrittenBy } from './Engine';
import type { Request } from './queue/Cell';
import { renderScoring, renderTask } from './renderTask';
import { readReply } from './slots/readReply';
import { writeChoice } from './writeChoice';

/** A cell, put as the model that is at work wants it put. */
export function writingRequest(task: WritingTask, seed: number): Request<WrittenBy> {
  return {
    family: JSON.stringify([task.kind, task.style, task.choices]),
    async ask({ model, card }, signal) {
      const rendered = renderTask(task, card, seed);
      const written =
        task.choices === undefined
          ? await model.write(rendered, signal)
          : await writeChoice(model, rendered, task.choices, signal);
      const { facts } = rendered;
      const text = facts === undefined ? written.text.trim() : readReply(written.text, facts);
      return { ...written, text, model: card.id };
    },
    tokensOf: ({ tokens }) => tokens,
    // As a reply cut short it is tried with another seed.
    giveUp: ({ card }) => ({
      text: '',
      tokens: 0,
      promptTokens: 0,
      milliseconds: 0,
      finish: 'length',
      model: card.id,
    }),
  };
}

export function scoringRequest(task: ScoringTask): Request<readonly ContinuationScore[]> {
  return {
    family: task.prompt.slice(0, familyLength),
    ask: ({ model, card }, signal) => model.score(renderScoring(task, card), signal),
    tokensOf: (scores) => scores.reduce((sum, { tokens }) => sum + tokens.length, 0),
    giveUp() {
      throw new Failure('device.notScored');
    },
  };
}

/** Questions that differ later than this begin alike. */
const familyLength = 60;
