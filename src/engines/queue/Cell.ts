import type { Kept } from './EngineKeeper';

/** Something that takes a slot of the engine for a while. */
export interface Request<Answer> {
  /** Requests alike in this have prompts that begin alike. */
  readonly family: string;
  ask(kept: Kept, signal: AbortSignal): Promise<Answer>;
  /** Tokens that were written for it. */
  tokensOf(answer: Answer): number;
  /** What stands for its answer when the engine dies whenever it is asked; may throw. */
  giveUp(kept: Kept): Answer;
}

/** A request on its way. */
export interface Cell {
  readonly request: Request<unknown>;
  readonly stop: AbortController;
  resolve(answer: unknown): void;
  reject(cause: unknown): void;
  /** How often the engine died while it was at this. */
  deaths: number;
}
