import { expose } from 'comlink';
import type { ScoringTask, Writer } from '../engines/Engine';
import type { WritingTask } from '../fields/FieldType';
import { goodbye } from './goodbye';

/** What the owner of a port may ask of a writer; a cell goes by the number its owner gave it. */
function writerApi(writer: Writer) {
  const cells = new Map<number, AbortController>();
  const answer = <Answer>(cell: number, ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> => {
    const stop = new AbortController();
    cells.set(cell, stop);
    return ask(stop.signal).finally(() => cells.delete(cell));
  };
  return {
    facts: () => writer.facts,
    write: (cell: number, task: WritingTask, seed: number) =>
      answer(cell, (signal) => writer.write(task, seed, signal)),
    score: (cell: number, task: ScoringTask) => answer(cell, (signal) => writer.score(task, signal)),
    cancel: (cell: number) => cells.get(cell)?.abort(),
  };
}

export type WriterApi = ReturnType<typeof writerApi>;

/** Answers for a writer on a port, for `connectWriter` at the other end. Call what it returns before the end. */
export function serveWriter(writer: Writer, port: MessagePort): () => void {
  expose(writerApi(writer), port);
  return () => port.postMessage(goodbye);
}
