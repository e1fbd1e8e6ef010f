import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import selfTest from '../../public/writer/selfTest.json';
import type { ContinuationScore, RenderedTask, ScoringTask } from '../../src/engines/Engine';
import { embeddedWriter } from '../../src/engines/models';
import { englishTask, readsEnglish } from '../../src/engines/selfTest/readsEnglish';
import { renderTask } from '../../src/engines/renderTask';
import { launchChromium, type Chromium, type OpenApp } from '../../tools/openApp.mjs';
import { openEnginePage } from '../support/engineHarness';
import { destroyDevice, destroyFirstDevice, isMlcWorker } from '../support/engineGpu';
import { writerMlcFiles, writerMlcFolder } from '../support/writerMlc';
import { writingTask } from '../support/writingTask';

const id = 'writer-mlc';
const card = { ...embeddedWriter, id, file: id, engine: 'webLlm', stored: true };
const slow = 120_000;

let chromium: Chromium;
let app: OpenApp;
beforeAll(async () => {
  chromium = await launchChromium();
  app = await openEnginePage(chromium, 'gpuPage');
  await app.context.route('**/writer-mlc/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({ path: resolve(writerMlcFolder, name) });
  });
  await app.page.evaluate(([names, to]) => window.gpuTrial.fetchMlc('/writer-mlc', names, to), [
    writerMlcFiles(),
    id,
  ] as const);
  const facts = await open();
  expect(facts).toMatchObject({ engine: 'webLlm', model: id, slots: 1, seesNoValues: true });
  expect(facts.backend).toMatch(/^WebGPU/);
}, slow);
afterAll(async () => {
  await app.close();
  await chromium.close();
});

const open = (contextTokens = card.contextTokens) =>
  app.page.evaluate(([some, tokens]) => window.gpuTrial.open(some, { contextTokens: tokens }), [
    card,
    contextTokens,
  ] as const);
const write = (task: RenderedTask) => app.page.evaluate((one) => window.gpuTrial.write(one), task);
const howItEnds = (task: RenderedTask | ScoringTask) =>
  app.page.evaluate((one) => window.gpuTrial.howItEnds(one), task);
const score = (prompt: string, ...continuations: string[]) =>
  app.page.evaluate((task) => window.gpuTrial.score(task), { prompt, continuations });

const [prompt = ''] = selfTest.prompts;
const [reply = ''] = selfTest.replies;
/** The likeliest token each time. */
const greedy: RenderedTask = { prompt, maxTokens: 40, temperature: 0, seed: 1 };
const short: RenderedTask = { ...greedy, maxTokens: 8 };

/** All is as it was: the likeliest tokens are those that they were. */
async function expectOrder(): Promise<void> {
  const { text, tokens } = await write(short);
  expect(tokens).toBe(short.maxTokens);
  expect(reply.startsWith(text)).toBe(true);
}

test('the compiled writer has the weights of the embedded one, and the replies were recorded of it', () => {
  const config = readFileSync(resolve(writerMlcFolder, 'mlc-chat-config.json'), 'utf8');
  expect(JSON.parse(config)).toMatchObject({ 'cloister.made.of': { gguf: embeddedWriter.sha256 } });
  expect(selfTest.sha256).toBe(embeddedWriter.sha256);
});

describe('a text of a compiled writer', () => {
  // The same weights, added up in another order: the texts may part only where two tokens are as good as equally
  // likely, and these do not.
  test.each([...selfTest.prompts.entries()].slice(0, 2))(
    'is llama.cpp’s, token for token, where the likeliest is taken: prompt %i',
    { timeout: slow },
    async (at, asked) => {
      const { text, tokens, finish } = await write({ ...greedy, prompt: asked });
      expect(text).toBe(selfTest.replies[at]);
      expect({ tokens, finish }).toEqual({ tokens: 40, finish: 'length' });
    },
  );

  test('depends on its seed, and on nothing that was written before', { timeout: slow }, async () => {
    const texts: string[] = [];
    for (const seed of [1, 2, 1]) {
      texts.push((await write({ ...greedy, temperature: 1.5, maxTokens: 16, seed })).text);
    }
    expect(texts[2]).toBe(texts[0]);
    expect(texts[1]).not.toBe(texts[0]);
  });

  test('keeps to its grammar, with the marks and beyond ASCII', { timeout: slow }, async () => {
    const facts = { age: '54', complaint: 'chest pain' };
    const task = renderTask(writingTask('triage note', facts, { words: { min: 8, max: 15 } }), card, 5);
    const { text, finish } = await write(task);
    expect(finish).toBe('stop');
    for (const announced of ['\uE0F0 age\uE0A1', '\uE0F0 complaint\uE0A7']) {
      expect(text.split(announced)).toHaveLength(2);
    }
    const choices = [' émue', ' naïve', ' 王'];
    const grammar = `root ::= ${choices.map((choice) => JSON.stringify(choice)).join(' | ')}`;
    const chosen = await write({ ...greedy, grammar });
    expect(choices).toContain(chosen.text);
    expect(chosen.finish).toBe('stop');
    // As a label is asked for, token by token.
    const first = await write({ ...greedy, grammar, maxTokens: 1 });
    expect(chosen.text.startsWith(first.text)).toBe(true);
    expect(first).toMatchObject({ tokens: 1, finish: 'length' });
  });

  test('stops within a second, and the next one is whole', { timeout: slow }, async () => {
    const stopped = await app.page.evaluate((one) => window.gpuTrial.abortAfter(one, 3), greedy);
    expect(stopped.outcome).toBe('AbortError');
    expect(stopped.milliseconds).toBeLessThan(1000);
    await expectOrder();
  });
});

describe('a score of a compiled writer', () => {
  const tokensOf = (scores: readonly ContinuationScore[]) => scores.flatMap(({ tokens }) => tokens);

  test('is llama.cpp’s, token by token, to a hundredth of a nat', { timeout: slow }, async () => {
    const texts = [' yes', ' The patient was seen.', ' came in with chest pain.', '\uE0F0 age\uE0A2 A', ''];
    const task = { prompt, continuations: texts };
    const own = tokensOf(await score(prompt, ...texts));
    const llama = tokensOf(await app.page.evaluate((one) => window.gpuTrial.scoreWithLlama(one), task));
    expect(own.map(({ text }) => text)).toEqual(llama.map(({ text }) => text));
    for (const [at, { logProbability }] of own.entries()) {
      expect(Math.abs(logProbability - (llama[at]?.logProbability ?? NaN))).toBeLessThan(0.01);
    }
  });

  test('is the same right behind a score and a text that were cancelled', { timeout: slow }, async () => {
    const task = { prompt, continuations: [' The patient was seen.'] };
    const [alone] = await score(prompt, ...task.continuations);
    const long = { prompt, continuations: [' came in with chest pain and was seen.'.repeat(3)] };
    const [after] = await app.page.evaluate((asked) => window.gpuTrial.scoreAfterCancelled(...asked), [
      long,
      greedy,
      task,
    ] as const);
    expect(after).toEqual(alone);
  });

  test('tells English from the same words in disorder', { timeout: slow }, async () => {
    const task = englishTask(card);
    const scores = await score(task.prompt, ...task.continuations);
    expect(scores.map(({ tokens }) => tokens.length)).toEqual([21, 21]);
    expect(readsEnglish(scores)).toBe(true);
  });

  test('spells what takes several tokens, and leaves texts as they were', { timeout: slow }, async () => {
    const [odd] = await score(prompt, ' Zoë 🩺 王.');
    expect(odd?.tokens.map(({ text }) => text)).toEqual([' Z', 'o', 'ë', ' ', '🩺', ' ', '王', '.']);
    await expectOrder();
  });
});

describe('a GPU that is lost', () => {
  /** How the text ends. */
  async function harmed(harm: () => Promise<unknown>): Promise<string> {
    const before = await app.page.evaluate(() => window.gpuTrial.steps());
    const ending = howItEnds(greedy);
    await app.page.waitForFunction((steps) => window.gpuTrial.steps() > steps + 2, before);
    await harm();
    return ending;
  }

  test(
    'in the middle of a text, its device taken away, ends it, and the model loads anew',
    { timeout: slow },
    async () => {
      expect(await harmed(() => destroyDevice(app.page))).toBe('gpu.noMemory');
      await open();
      await expectOrder();
    },
  );

  test('while the model loads, ends that, and it loads anew', { timeout: slow }, async () => {
    const starting = app.page.waitForEvent('worker', { predicate: isMlcWorker });
    const ending = app.page.evaluate((some) => window.gpuTrial.howItLoads(some), card);
    await destroyFirstDevice(await starting);
    expect(await ending).toBe('gpu.noMemory');
    await open();
    await expectOrder();
  });

  test(
    'in the middle of a text, its process dead, ends it, and the model loads anew',
    { timeout: slow },
    async () => {
      const session = await chromium.browser.newBrowserCDPSession();
      expect(await harmed(() => session.send('Browser.crashGpuProcess'))).toBe('gpu.lost');
      await open();
      await expectOrder();
    },
  );
});

test('nothing was asked of another host, and no policy was broken', () => {
  expect(app.otherHosts).toEqual([]);
  expect(app.violations).toEqual([]);
});

test('what does not fit into the memory is cut, left unwritten or refused', { timeout: slow }, async () => {
  await open(64);
  const patients = (tokens: number) => ({ ...short, prompt: ' patient'.repeat(tokens) });
  expect(await write(patients(60))).toMatchObject({ promptTokens: 60, tokens: 4, finish: 'length' });
  // To the brim; the library does not count the mark of the beginning.
  expect(await howItEnds(patients(64))).toBe('done');
  expect(await write(patients(65))).toMatchObject({ text: '', tokens: 0, finish: 'length' });
  for (const words of [50, 500]) {
    const task = { prompt, continuations: [' word'.repeat(words)] };
    expect(await howItEnds(task)).toBe('device.tooLongToScore');
  }
  await expectOrder();
});
