import { isWrong } from '../problems/describe';
import { Failure } from '../problems/Failure';
import { chooseEngineOptions } from './chooseEngineOptions';
import { createWriter } from './createWriter';
import type { DeviceFacts, EngineOptions, ModelCard } from './Engine';
import { engines } from './engines';
import { readModelFiles } from './readModelFiles';
import { runnableTwin } from './runnableTwin';

/** Fetches and checks the model, loads it on this device and keeps it running. */
export async function openWriter(
  wanted: ModelCard,
  device: DeviceFacts,
  options: Partial<EngineOptions> = {},
) {
  const card = await runnableTwin(wanted, device.gpu);
  const engine = engines.find(({ id }) => id === card.engine);
  if (engine === undefined) throw new Error(`no engine is called ${card.engine}`);
  const wrong = engine.review(device).find(isWrong);
  if (wrong !== undefined) throw new Failure(wrong.code, wrong.values);
  const never = new AbortController().signal;
  const files = engine.findsFiles === true ? [] : await readModelFiles(card, never);
  const chosen = { ...chooseEngineOptions(device, card), ...options };
  // Prompts are cut to what a slot holds.
  const fitted = { ...card, contextTokens: chosen.contextTokens ?? card.contextTokens };
  return createWriter(fitted, () => engine.load(fitted, files, chosen, never));
}
