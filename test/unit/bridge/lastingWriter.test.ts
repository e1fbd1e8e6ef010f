import { describe, expect, test } from 'vitest';
import { lastingWriter } from '../../../src/bridge/lastingWriter';
import type { Writer, WriterNews, WrittenBy } from '../../../src/engines/Engine';
import { mostSteps } from '../../../src/engines/planSteps';
import { Failure } from '../../../src/problems/Failure';
import { problem } from '../../../src/problems/Problem';
import { scriptedFacts, scriptedWriter } from '../../support/scriptedWriter';
import { writingTask } from '../../support/writingTask';

const never = new AbortController().signal;
const task = writingTask('note', { age: '54' });
const died = new Failure('device.writerEnded');

/** A writer in a worker that dies with its first cell. */
function dying(): Writer {
  return { ...scriptedWriter(), write: () => Promise.reject(died), score: () => Promise.reject(died) };
}

/** Each writer in turn, the last one from then on. */
async function setUp(...writers: (() => Writer)[]) {
  const from: number[] = [];
  const writer = await lastingWriter(async (step) => {
    from.push(step);
    return (writers[Math.min(from.length, writers.length) - 1] as () => Writer)();
  });
  return { writer, from };
}

describe('a writer that outlives its worker', () => {
  test('asks another for what the first was asked, once for all cells', async () => {
    const { writer, from } = await setUp(dying, scriptedWriter);
    const written = await Promise.all([1, 2, 3].map((seed) => writer.write(task, seed, never)));
    expect(written.map(({ text }) => text)).toEqual(Array(3).fill('Noted age 54.'));
    expect(from).toEqual([0, 0]);
    expect(await writer.score({ prompt: 'q', continuations: [' no'] }, never)).toHaveLength(1);
  });

  test('begins a step further down after every third death in a row', async () => {
    const { writer, from } = await setUp(dying, dying, dying, dying, scriptedWriter);
    await writer.write(task, 1, never);
    expect(from).toEqual([0, 0, 0, 1, 1]);
  });

  test('gives up with a Failure for all, and asks for no more', async () => {
    const { writer, from } = await setUp(dying);
    const outcomes = await Promise.allSettled([1, 2].map((seed) => writer.write(task, seed, never)));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: { problem: { code: 'device.writerStuck' } } });
    }
    const asked = from.length;
    await expect(writer.write(task, 3, never)).rejects.toBeInstanceOf(Failure);
    expect(from).toHaveLength(asked);
  });

  test('comes down a step when workers die with few answers between, and not when with many', async () => {
    const often = await setUp(() => living(10));
    for (let cell = 0; cell < 60; cell++) await often.writer.write(task, cell, never);
    expect(often.from).toEqual([0, 0, 0, 1, 1, 1]);
    const rarely = await setUp(() => living(250));
    for (let cell = 0; cell < 1000; cell++) await rarely.writer.write(task, cell, never);
    expect(rarely.from).toEqual([0, 0, 0, 0]);
  });

  test('lets the last step of the longest plan have its turn before it gives up', async () => {
    const { writer, from } = await setUp(dying);
    await expect(writer.write(task, 1, never)).rejects.toBeInstanceOf(Failure);
    expect(from.filter((step) => step === mostSteps - 1)).toHaveLength(3);
  });

  test('passes on what is no death, and a cancel', async () => {
    const refuses: Writer = {
      ...scriptedWriter(),
      write: () => Promise.reject(new Failure('device.notScored')),
    };
    const { writer, from } = await setUp(() => refuses);
    await expect(writer.write(task, 1, never)).rejects.toMatchObject({
      problem: { code: 'device.notScored' },
    });
    const cancelled = writer.write(task, 1, AbortSignal.abort());
    await expect(cancelled).rejects.toBeDefined();
    expect(from).toEqual([0]);
  });

  test('begins where the one before had come down to, and passes its news on', async () => {
    const news: WriterNews = {
      problem: problem('device.fewerTexts'),
      facts: { ...scriptedFacts, slots: 1 },
      step: 2,
    };
    const steppedDown: Writer = { ...dying(), follow: (listener) => listener(news) };
    const { writer, from } = await setUp(() => steppedDown, scriptedWriter);
    const heard: WriterNews[] = [];
    writer.follow((one) => heard.push(one));
    expect(heard).toEqual([news]);
    await writer.write(task, 1, never);
    expect(from).toEqual([0, 2]);
  });
});

/** Writes so many cells and dies with the next. */
function living(cells: number): Writer {
  const writer = scriptedWriter();
  const write = async (...asked: Parameters<Writer['write']>): Promise<WrittenBy> => {
    if (writer.asked >= cells) throw died;
    return writer.write(...asked);
  };
  return { ...writer, write };
}
