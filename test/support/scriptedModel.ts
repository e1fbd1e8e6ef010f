import type { LoadedModel, RenderedTask, Written } from '../../src/engines/Engine';
import { scriptedFacts } from './scriptedWriter';

export interface OpenCell {
  readonly task: RenderedTask;
  finish(text?: string): void;
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
    return new Promise((resolve, reject) => {
      const cell: OpenCell = {
        task,
        finish: (text = `reply to ${task.prompt}`) => {
          this.open.splice(this.open.indexOf(cell), 1);
          this.rejections.delete(reject);
          resolve({ text, tokens: 3, promptTokens: 5, milliseconds: 1, finish: 'stop' });
        },
      };
      this.open.push(cell);
      this.rejections.add(reject);
      signal.addEventListener('abort', () => {
        this.open.splice(this.open.indexOf(cell), 1);
        this.rejections.delete(reject);
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
