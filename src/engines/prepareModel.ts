import { chooseEngineOptions } from './chooseEngineOptions';
import type { DeviceFacts, EngineOptions, LoadedModel, ModelCard } from './Engine';
import { fitEngineOf } from './engineOf';
import { openWatched } from './openWatched';
import { readModelFiles } from './readModelFiles';
import { runnableTwin } from './runnableTwin';

/**
 * Loads a prepared model, as often as it is called, and ends it when it hangs; what is given here goes before what was
 * chosen. Rejects as `openWatched`.
 */
export type OpenModel = (options?: Partial<EngineOptions>) => Promise<LoadedModel>;

interface PreparedModel {
  /** As it is loaded here: prompts are cut to what a slot holds. */
  readonly card: ModelCard;
  /** How it is loaded where nothing else is asked for. */
  readonly chosen: EngineOptions;
  readonly open: OpenModel;
}

/** Checks the device and reads the model's files once. Rejects with the Failure that keeps it from running here. */
export async function prepareModel(
  wanted: ModelCard,
  device: DeviceFacts,
  options: Partial<EngineOptions> = {},
): Promise<PreparedModel> {
  const card = await runnableTwin(wanted, device.gpu);
  const engine = fitEngineOf(card, device);
  const never = new AbortController().signal;
  const files = engine.findsFiles === true ? [] : await readModelFiles(card, never);
  const chosen = { ...chooseEngineOptions(device, card), ...options };
  const fitted = { ...card, contextTokens: chosen.contextTokens ?? card.contextTokens };
  const open: OpenModel = (other = {}) =>
    openWatched({
      card: fitted,
      load: (signal) => engine.load(fitted, files, { ...chosen, ...other }, signal),
    });
  return { card: fitted, chosen, open };
}
