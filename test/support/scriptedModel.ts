import type {
  ContinuationScore,
  LoadedModel,
  RenderedTask,
  ScoringTask,
  Written,
} from '../../src/engines/Engine';
import { Failure } from '../../src/problems/Failure';
import { scriptedFacts } from './scriptedWriter';

export interface OpenCell {
  readonly task: { readonly prompt: string };
  finish(text?: string): void;
  /** The engine will not do it, and lives on. */
  refuse(): void;
}

/** A loaded model that a test drives by hand: cells stay open until they are finished, or until it dies. */
export class ScriptedModel implements LoadedModel {
  readonly facts = { ...scriptedFacts, slots: 2 };
  readonly open: OpenCell[] = [];
  readonly seen: RenderedTask[] = [];
  unloaded = false;
  stepCount = 0;
  held = 0;
  private readonly rejections = new Set<(cause: unknown) => void>();

  write(task: RenderedTask, signal: AbortSignal): Promise<Written> {
    this.seen.push(task);
    return this.start(task, signal, (text = `reply to ${task.prompt}`) => ({
      text,
      tokens: 3,
      promptTokens: 5,
      milliseconds: 1,
      finish: 'stop',
    }));
  }

  score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]> {
    return this.start(task, signal, () =>
      task.continuations.map((text) => ({
        logProbability: -text.length,
        tokens: [{ text, logProbability: -text.length }],
      })),
    );
  }

  private start<Answer>(
    task: OpenCell['task'],
    signal: AbortSignal,
    answer: (text?: string) => Answer,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const close = (): void => {
        this.open.splice(this.open.indexOf(cell), 1);
        this.rejections.delete(reject);
      };
      const cell: OpenCell = {
        task,
        finish: (text) => {
          close();
          resolve(answer(text));
        },
        refuse: () => {
          close();
          reject(new Failure('device.tooLongToScore', { model: 'scripted' }));
        },
      };
      this.open.push(cell);
      this.rejections.add(reject);
      signal.addEventListener('abort', () => {
        close();
        reject(new DOMException('cancelled', 'AbortError'));
      });
    });
  }

  die(): void {
    this.open.length = 0;
    for (const reject of this.rejections) reject(new Error('the engine aborted'));
    this.rejections.clear();
  }

  steps(): number {
    return this.stepCount;
  }

  heldMiB(): number {
    return this.held;
  }

  async unload(): Promise<void> {
    this.unloaded = true;
  }
}
