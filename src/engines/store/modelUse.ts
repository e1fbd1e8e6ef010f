import { problem, type Problem } from '../../problems/Problem';
import type { Disk } from './Disk';

/**
 * What a model is needed for. Other windows read it from the name of a lock, so it is all that the page for models
 * learns of a run: no word of the work.
 */
export type ModelUse =
  | { readonly kind: 'run'; readonly runId: string }
  | { readonly kind: 'check' }
  | { readonly kind: 'verify' }
  | { readonly kind: 'export' };

/** Shared by all who use a model, over all windows; who removes it wants it alone. */
const modelLock = (id: string): string => `cloister model ${id}`;
/** Locks have no content, so each use holds one whose name says it. */
const noteStart = (id: string): string => `${modelLock(id)} for `;

/** Until the job is done, or its worker or window is gone, nobody can remove the model. */
export function useModel<Result>(
  disk: Pick<Disk, 'together'>,
  id: string,
  use: ModelUse,
  job: () => Promise<Result>,
): Promise<Result> {
  const note = `${noteStart(id)}${use.kind}${use.kind === 'run' ? ` ${use.runId}` : ''}`;
  return disk.together(modelLock(id), () => disk.together(note, job));
}

/** Does the job while nobody can begin to use the model; null where it is in use. */
export function whileUnused<Result>(
  disk: Pick<Disk, 'ifFree'>,
  id: string,
  job: () => Promise<Result>,
): Promise<Result | null> {
  return disk.ifFree(modelLock(id), job);
}

/** Why a model has to stay, which a run says before all else; null when it does not. The run's id goes with it. */
export async function whyInUse(
  disk: Pick<Disk, 'heldLocks'>,
  id: string,
  model: string,
): Promise<Problem | null> {
  const start = noteStart(id);
  const uses = (await disk.heldLocks())
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length).split(' '));
  const of = (kind: ModelUse['kind']): string[] | undefined => uses.find(([found]) => found === kind);
  const [, run] = of('run') ?? [];
  if (run !== undefined) return problem('model.writes', '', { model, run });
  if (of('check') !== undefined) return problem('model.checked', '', { model });
  return uses.length > 0 ? problem('model.read', '', { model }) : null;
}
