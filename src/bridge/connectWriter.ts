import { wrap } from 'comlink';
import { everySecond, type Ticker } from '../engines/shared/everySecond';
import type { Writer } from '../engines/Engine';
import { NewsBoard } from '../engines/NewsBoard';
import { Failure } from '../problems/Failure';
import { goodbye } from './goodbye';
import { lifelineCut } from './lifeline';
import type { NewsMessage, WriterApi } from './serveWriter';
import { watchPulse, type Pulse } from './watchPulse';

/** The worker's own thread only passes things on, so it answers at once unless something holds it up for good. */
const patienceSeconds = 15;

/**
 * The writer at the other end of a port. A signal does not cross, so an abort is sent as a message and answered here. When
 * the other end is gone, whatever is asked of it rejects with the Failure `device.writerEnded`.
 */
export async function connectWriter(port: MessagePort, ticker: Ticker = everySecond): Promise<Writer> {
  const api = wrap<WriterApi>(port);
  const board = new NewsBoard();
  let leave = (): void => undefined;
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(new Failure('device.writerEnded'));
  });
  gone.catch(() => undefined);
  port.addEventListener('close', leave);
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === goodbye) leave();
    if (isNews(data)) board.tell(data.news);
  });

  let waiting = 0;
  let pulse: Pulse | undefined;
  /** Watches the other end as long as anything is asked of it. */
  const unlessGone = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    waiting += 1;
    if (pulse === undefined) {
      pulse = watchPulse(() => api.live(), patienceSeconds, ticker);
      pulse.lost.catch(leave);
    }
    try {
      return await Promise.race([answer, gone]);
    } finally {
      waiting -= 1;
      if (waiting === 0) {
        pulse.stop();
        pulse = undefined;
      }
    }
  };

  let next = 0;
  const ask = async <Answer>(
    signal: AbortSignal,
    send: (cell: number) => Promise<Answer>,
  ): Promise<Answer> => {
    if (signal.aborted) throw cancelled();
    const cell = next++;
    let onAbort = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => {
        void api.cancel(cell);
        reject(cancelled());
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
    const answer = send(cell);
    answer.catch(() => undefined);
    try {
      return await unlessGone(Promise.race([answer, aborted]));
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  };

  const first = await unlessGone(api.facts());
  void lifelineCut(await unlessGone(api.lifeline())).then(leave);
  return {
    get facts() {
      return board.facts ?? first;
    },
    write: (task, seed, signal) => ask(signal, (cell) => api.write(cell, task, seed)),
    score: (task, signal) => ask(signal, (cell) => api.score(cell, task)),
    follow: (listener) => board.follow(listener),
  };
}

function isNews(data: unknown): data is NewsMessage {
  return typeof data === 'object' && data !== null && 'news' in data;
}

function cancelled(): DOMException {
  return new DOMException('The cell was cancelled.', 'AbortError');
}
