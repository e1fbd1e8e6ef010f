import { expose } from 'comlink';
import { registerErrorTransfer } from '../src/bridge/errorTransfer';
import type { EngineOptions, Writer } from '../src/engines/Engine';
import { models } from '../src/engines/models';
import { openWriter } from '../src/engines/openWriter';
import { readDevice } from '../src/engines/readDevice';
import type { WritingTask } from '../src/fields/FieldType';

registerErrorTransfer();

/** What the owner of a connected port may ask; a cell goes by the number its owner gave it. */
function writerApi(writer: Writer) {
  const cells = new Map<number, AbortController>();
  return {
    facts: () => writer.facts,
    write(cell: number, task: WritingTask, seed: number) {
      const stop = new AbortController();
      cells.set(cell, stop);
      return writer.write(task, seed, stop.signal).finally(() => cells.delete(cell));
    },
    cancel: (cell: number) => cells.get(cell)?.abort(),
  };
}

/** Ended by terminating this worker: the engine's own workers go with it. */
const api = {
  async start(modelId: string, port: MessagePort, options: Partial<EngineOptions>) {
    const card = models.find(({ id }) => id === modelId);
    if (card === undefined) throw new Error(`no writer is called ${modelId}`);
    const writer = await openWriter(card, readDevice(), options);
    expose(writerApi(writer), port);
    return writer.facts;
  },
};

export type WriterApi = ReturnType<typeof writerApi>;
export type InferenceApi = typeof api;

expose(api);
