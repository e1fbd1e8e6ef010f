import { expose } from 'comlink';
import { registerErrorTransfer } from '../src/bridge/errorTransfer';
import { holdLifeline } from '../src/bridge/lifeline';
import { serveWriter } from '../src/bridge/serveWriter';
import type { ModelCard } from '../src/engines/Engine';
import { openWriter, type OpenOptions } from '../src/engines/openWriter';
import { prepareModel } from '../src/engines/prepareModel';
import { readDevice } from '../src/engines/readDevice';
import { runSelfTest, type SelfTestStep } from '../src/engines/selfTest/runSelfTest';

registerErrorTransfer();

let leave = (): void => undefined;

/** The engine's own workers go when this one is terminated. */
const api = {
  async start(card: ModelCard, port: MessagePort, options: OpenOptions) {
    const writer = await openWriter(card, await readDevice(), options);
    leave = serveWriter(writer, port, await holdLifeline());
    return writer.facts;
  },

  /** Answers as long as this worker lives. */
  live: () => true,
  lifeline: holdLifeline,

  /** A worker that tests serves no writer beside it, and is ended when it has answered. */
  async selfTest(card: ModelCard, onStep: (step: SelfTestStep) => void) {
    const prepared = await prepareModel(card, await readDevice());
    return runSelfTest({ ...prepared, now: () => performance.now(), onStep });
  },

  /** Lets the owner of the port know that nothing will come any more. */
  hangUp: () => leave(),
};

export type InferenceApi = typeof api;

expose(api);
