import type { LoadedFacts, Writer } from '../engines/Engine';
import { NewsBoard } from '../engines/NewsBoard';
import { mostSteps } from '../engines/planSteps';
import { FailureCount } from '../engines/queue/FailureCount';
import { Failure } from '../problems/Failure';

/** Deaths with no answer between them, or few, before the next one begins a step further down its plan. */
const deathsToStepDown = 3;
/** Without an answer between them, before there will be no next one: the last step has had its turn. */
const mostDeaths = deathsToStepDown * mostSteps;

/**
 * A writer that outlives the worker it is in: when one is gone, `connect` gives another, and what was asked of the first is
 * asked of that. `connect` is told which step of the plan to begin with.
 */
export async function lastingWriter(connect: (from: number) => Promise<Writer>): Promise<Writer> {
  const board = new NewsBoard();
  let step = 0;
  const deaths = new FailureCount(deathsToStepDown);
  let facts: LoadedFacts;

  const open = async (): Promise<Writer> => {
    const writer = await connect(step);
    facts = writer.facts;
    writer.follow((news) => {
      step = Math.max(step, news.step);
      ({ facts } = news);
      board.tell(news);
    });
    return writer;
  };
  const reopen = async (cause: unknown): Promise<Writer> => {
    for (let reason = cause; ;) {
      if (deaths.failed()) step += 1;
      const restarts = deaths.unanswered;
      if (restarts >= mostDeaths) throw new Failure('device.writerStuck', { restarts }, { cause: reason });
      try {
        return await open();
      } catch (again) {
        if (!isDeath(again)) throw again;
        reason = again;
      }
    }
  };

  let current = open();
  await current;
  const ask = async <Answer>(
    signal: AbortSignal,
    send: (writer: Writer) => Promise<Answer>,
  ): Promise<Answer> => {
    for (;;) {
      const asked = current;
      const writer = await asked;
      try {
        const answer = await send(writer);
        deaths.answered();
        return answer;
      } catch (cause) {
        if (signal.aborted || !isDeath(cause)) throw cause;
        // The first to learn of it calls the next one, for all.
        if (current === asked) current = reopen(cause);
      }
    }
  };

  return {
    get facts() {
      return facts;
    },
    write: (task, seed, signal) => ask(signal, (writer) => writer.write(task, seed, signal)),
    score: (task, signal) => ask(signal, (writer) => writer.score(task, signal)),
    follow: (listener) => board.follow(listener),
  };
}

function isDeath(cause: unknown): boolean {
  return cause instanceof Failure && cause.problem.code === 'device.writerEnded';
}
