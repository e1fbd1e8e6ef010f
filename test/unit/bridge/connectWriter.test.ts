import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { registerErrorTransfer } from '../../../src/bridge/errorTransfer';
import { goodbye } from '../../../src/bridge/goodbye';
import { connectWriter } from '../../../src/bridge/connectWriter';
import type { Ticker } from '../../../src/engines/shared/everySecond';
import type { ScoringTask, WriterNews, Written } from '../../../src/engines/Engine';
import { Failure } from '../../../src/problems/Failure';
import { problem } from '../../../src/problems/Problem';
import { handTicker } from '../../support/handTicker';
import { scriptedFacts } from '../../support/scriptedWriter';
import { writingTask } from '../../support/writingTask';

registerErrorTransfer();

const task = writingTask('note', {});
const reply: Written = { text: 'Done.', tokens: 2, promptTokens: 3, milliseconds: 1, finish: 'stop' };
const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) {
    port1.close();
    port2.close();
  }
});

async function connect(
  write: (cell: number) => Promise<Written>,
  live: () => unknown = () => true,
  ticker?: Ticker,
) {
  const channel = new MessageChannel();
  channels.push(channel);
  const cancelled: number[] = [];
  expose(
    {
      facts: () => scriptedFacts,
      live,
      lifeline: () => null,
      write,
      score: async (_: number, asked: ScoringTask) =>
        asked.continuations.map((text) => ({ logProbability: -text.length, tokens: [] })),
      cancel: (cell: number) => cancelled.push(cell),
    },
    channel.port1,
  );
  return { writer: await connectWriter(channel.port2, ticker), cancelled, farEnd: channel.port1 };
}
const never = new AbortController().signal;
const endless = (): Promise<Written> => new Promise(() => undefined);

describe('a writer at the other end of a port', () => {
  test('tells its facts and writes', async () => {
    const { writer } = await connect(async () => reply);
    expect(writer.facts).toEqual(scriptedFacts);
    expect(await writer.write(task, 1, never)).toEqual(reply);
  });

  test('scores', async () => {
    const { writer } = await connect(async () => reply);
    const scores = await writer.score({ prompt: 'q', continuations: [' yes', ' no'] }, never);
    expect(scores.map(({ logProbability }) => logProbability)).toEqual([-4, -3]);
  });

  test('turns an abort into a message for that cell alone, and does not wait for the answer', async () => {
    const { writer, cancelled } = await connect(endless);
    const stop = new AbortController();
    void writer.write(task, 1, never).catch(() => undefined);
    const written = writer.write(task, 2, stop.signal);
    stop.abort('paused');
    await expect(written).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => cancelled).toEqual([1]);
  });

  test('asks nothing for a signal that is aborted already', async () => {
    let asked = 0;
    const { writer } = await connect(async () => {
      asked += 1;
      return reply;
    });
    const aborted = AbortSignal.abort();
    await expect(writer.write(task, 1, aborted)).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toBe(0);
  });

  test('passes a Failure on', async () => {
    const { writer } = await connect(async () => {
      throw new Failure('device.writerStuck', { restarts: 4 });
    });
    await expect(writer.write(task, 1, never)).rejects.toMatchObject({
      problem: { code: 'device.writerStuck', values: { restarts: 4 } },
    });
  });

  test.each([
    ['closes its port', (port: MessagePort) => port.close()],
    ['says goodbye', (port: MessagePort) => port.postMessage(goodbye)],
  ])('rejects what is still asked when the other end %s', async (_, leave) => {
    const { writer, farEnd } = await connect(endless);
    const written = writer.write(task, 1, never);
    leave(farEnd);
    await expect(written).rejects.toMatchObject({ problem: { code: 'device.writerEnded' } });
  });

  test('rejects what is still asked when the other end falls silent', async () => {
    const { ticker, tick } = handTicker();
    const { writer } = await connect(endless, endless, ticker);
    const written = writer.write(task, 1, never);
    const outcome = expect(written).rejects.toMatchObject({ problem: { code: 'device.writerEnded' } });
    for (let second = 0; second < 20; second++) await tick();
    await outcome;
  });

  test('waits for ever for a slow cell while the other end lives', async () => {
    const { ticker, tick } = handTicker();
    let finish: (written: Written) => void = () => undefined;
    const { writer } = await connect(
      () => new Promise((done) => (finish = done)),
      () => true,
      ticker,
    );
    const written = writer.write(task, 1, never);
    for (let second = 0; second < 60; second++) await tick();
    finish(reply);
    expect(await written).toEqual(reply);
  });

  test('tells what happened, to those who asked before and after', async () => {
    const { writer, farEnd } = await connect(async () => reply);
    const news: WriterNews = {
      problem: problem('device.fewerTexts'),
      facts: { ...scriptedFacts, slots: 1 },
      step: 1,
    };
    const heard: WriterNews[] = [];
    writer.follow((one) => heard.push(one));
    farEnd.postMessage({ news });
    await expect.poll(() => heard).toEqual([news]);
    expect(writer.facts.slots).toBe(1);
    const later: WriterNews[] = [];
    writer.follow((one) => later.push(one));
    expect(later).toEqual([news]);
  });
});
