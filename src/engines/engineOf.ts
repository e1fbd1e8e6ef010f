import { isWrong } from '../problems/describe';
import { Failure } from '../problems/Failure';
import type { DeviceFacts, Engine, ModelCard } from './Engine';
import { engines } from './engines';

export function engineOf(card: ModelCard): Engine {
  const engine = engines.find(({ id }) => id === card.engine);
  if (engine === undefined) throw new Error(`no engine is called ${card.engine}`);
  return engine;
}

/** The engine of a model; throws the Failure that keeps it from running on this device. */
export function fitEngineOf(card: ModelCard, device: DeviceFacts): Engine {
  const engine = engineOf(card);
  const wrong = engine.review(device).find(isWrong);
  if (wrong !== undefined) throw new Failure(wrong.code, wrong.values);
  return engine;
}
