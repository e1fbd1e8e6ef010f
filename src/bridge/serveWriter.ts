import { expose } from 'comlink';
import type { Writer } from '../engines/Engine';
import type { WritingTask } from '../fields/FieldType';
import { goodbye } from './goodbye';

/** What the owner of a port may ask of a writer; a cell goes by the number its owner gave it. */
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

export type WriterApi = ReturnType<typeof writerApi>;

/** Answers for a writer on a port, for `connectWriter` at the other end. Call what it returns before the end. */
export function serveWriter(writer: Writer, port: MessagePort): () => void {
  expose(writerApi(writer), port);
  return () => port.postMessage(goodbye);
}
