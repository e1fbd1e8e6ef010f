import { expose } from 'comlink';
import type { ScoringTask, Writer, WriterNews } from '../engines/Engine';
import type { WritingTask } from '../fields/FieldType';
import { goodbye } from './goodbye';

/** What the owner of a port may ask of a writer; a cell goes by the number its owner gave it. */
function writerApi(writer: Writer, lifeline: string | null) {
  const cells = new Map<number, AbortController>();
  const answer = <Answer>(cell: number, ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> => {
    const stop = new AbortController();
    cells.set(cell, stop);
    return ask(stop.signal).finally(() => cells.delete(cell));
  };
  return {
    facts: () => writer.facts,
    /** Answers as long as its worker lives. */
    live: () => true,
    /** See `lifelineCut`; null where nobody would know. */
    lifeline: () => lifeline,
    write: (cell: number, task: WritingTask, seed: number) =>
      answer(cell, (signal) => writer.write(task, seed, signal)),
    score: (cell: number, task: ScoringTask) => answer(cell, (signal) => writer.score(task, signal)),
    cancel: (cell: number) => cells.get(cell)?.abort(),
  };
}

/** Beside the calls and their answers. */
export interface NewsMessage {
  readonly news: WriterNews;
}

export type WriterApi = ReturnType<typeof writerApi>;

/** Answers for a writer on a port, for `connectWriter` at the other end. Call what it returns before the end. */
export function serveWriter(writer: Writer, port: MessagePort, lifeline: string | null = null): () => void {
  expose(writerApi(writer, lifeline), port);
  // On the port itself, so that what happened is known before any cell that was written after it.
  writer.follow((news) => port.postMessage({ news } satisfies NewsMessage));
  return () => port.postMessage(goodbye);
}
