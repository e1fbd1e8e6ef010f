import type { Problem } from '../../problems/Problem';
import type { LoadedModel, ModelCard } from '../Engine';

/** One way to run a writer. A plan is several, each asking less of the device than the one before. */
export interface Step {
  /** How the tasks are put. */
  readonly card: ModelCard;
  /** What is said when the writer comes down to it, `times` failures after the step before; the first has none. */
  readonly notice?: ((times: number) => Problem) | undefined;
  /** Rejects with a Failure when it cannot be loaded, and once `signal` is aborted. */
  load(signal: AbortSignal): Promise<LoadedModel>;
}
