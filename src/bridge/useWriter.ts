import type { ModelCard } from '../engines/Engine';
import { readDevice } from '../engines/readDevice';
import { runnableTwin } from '../engines/runnableTwin';
import { ModelStore } from '../engines/store/ModelStore';
import type { ModelUse } from '../engines/store/modelUse';

const store = new ModelStore();

/**
 * Does a job with a writer, whose model nobody can remove as long: neither the one that was asked for nor the twin that this
 * device runs in its place. The page holds on to it, not the worker, which may die and be replaced.
 */
export async function useWriter<Result>(
  card: ModelCard,
  use: ModelUse,
  job: () => Promise<Result>,
): Promise<Result> {
  if (card.stored !== true) return job();
  const twin = card.engine === 'webLlm' ? await runnableTwin(card, (await readDevice()).gpu) : card;
  const withTwin = twin.file === card.file ? job : () => store.use(twin.file, use, job);
  return store.use(card.file, use, withTwin);
}
