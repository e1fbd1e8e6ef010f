import { exceptions, jspi, memory64, relaxedSimd, simd, threads } from 'wasm-feature-detect';
import type { WasmFeatures } from './WasmFeatures';

const asked = { simd, relaxedSimd, threads, memory64, exceptions, jspi };

/** Asks the browser, with a program of a few bytes a feature. Never throws. */
export async function readWasm(): Promise<WasmFeatures> {
  const answers = Object.entries(asked).map(async ([name, ask]) => [name, await answerOf(ask)] as const);
  return Object.fromEntries(await Promise.all(answers)) as Record<keyof WasmFeatures, boolean>;
}

async function answerOf(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await ask()) === true;
  } catch {
    return false;
  }
}
