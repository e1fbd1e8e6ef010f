import type {
  ContinuationScore,
  LoadedFacts,
  ScoringTask,
  Writer,
  WrittenBy,
} from '../../src/engines/Engine';
import type { WritingTask } from '../../src/fields/FieldType';

export const scriptedFacts: LoadedFacts = {
  engine: 'scripted',
  backend: 'test',
  model: 'scripted',
  modelSha256: '0'.repeat(64),
  slots: 4,
  threads: 1,
};

/** A writer that needs no model: a sentence with every fact in it, or what `reply` makes of the task. */
export function scriptedWriter(
  reply: (task: WritingTask, seed: number) => string = sayAll,
): Writer & { asked: number } {
  const writer = {
    facts: scriptedFacts,
    asked: 0,
    async write(task: WritingTask, seed: number, signal: AbortSignal): Promise<WrittenBy> {
      writer.asked++;
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
      const text = reply(task, seed);
      return {
        text,
        tokens: text.length,
        promptTokens: 10,
        milliseconds: 1,
        finish: 'stop',
        model: scriptedFacts.model,
      };
    },
    async score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]> {
      signal.throwIfAborted();
      return task.continuations.map((text) => ({ logProbability: -text.length, tokens: [] }));
    },
    follow: () => undefined,
  };
  return writer;
}

export function sayAll(task: WritingTask, seed: number): string {
  if (task.choices !== undefined) return task.choices[seed % task.choices.length] as string;
  return `Noted ${task.facts.map((fact) => `${fact.name} ${fact.value}`).join(', ')}.`;
}
