import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContinuationScore } from '../../src/engines/Engine';
import { embeddedWriter } from '../../src/engines/models';
import { englishTask, readsEnglish } from '../../src/engines/selfTest/readsEnglish';
import { renderTask } from '../../src/engines/renderTask';
import { launchChromium, type Chromium, type OpenApp } from '../../tools/openApp.mjs';
import { openEnginePage } from '../support/engineHarness';
import { writingTask } from '../support/writingTask';

let chromium: Chromium;
let app: OpenApp;
beforeAll(async () => {
  chromium = await launchChromium();
  app = await openEnginePage(chromium);
  await app.page.evaluate((chosen) => window.trial.load(chosen), { slots: 4, threads: 1 });
});
afterAll(async () => {
  await app.close();
  await chromium.close();
});

const score = (prompt: string, ...continuations: string[]): Promise<readonly ContinuationScore[]> =>
  app.page.evaluate((task) => window.trial.score(task), { prompt, continuations });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const logsOf = ({ tokens }: ContinuationScore): number[] =>
  tokens.map(({ logProbability }) => logProbability);
const facts = { age: '54', complaint: 'chest pain', pulse: '88' };
const task = renderTask(writingTask('triage note', facts), embeddedWriter, 1);
const { prompt } = task;

describe('scores of the embedded writer', () => {
  test('spell the continuation and add up, whatever it is made of', async () => {
    const texts = [
      ' came in with chest pain.',
      '',
      ' Zoë had 37.5 °C 🩺 王.',
      '"[^]-\\n',
      '\uE0F0 age\uE0A2 A',
    ];
    const scores = await score(prompt, ...texts);
    expect(scores.map(({ tokens }) => tokens.map(({ text }) => text).join(''))).toEqual(texts);
    for (const one of scores) {
      for (const log of logsOf(one)) expect(log).toBeLessThanOrEqual(0);
      expect(sum(logsOf(one))).toBeCloseTo(one.logProbability, 9);
    }
  });

  test('are those of the chain, one token at a time', async () => {
    const [whole] = (await score(prompt, ' The patient was seen.')) as [ContinuationScore];
    expect(whole.tokens.length).toBeGreaterThan(3);
    let before = '';
    for (const token of whole.tokens) {
      const [one] = (await score(prompt + before, token.text)) as [ContinuationScore];
      expect(one.logProbability).toBeCloseTo(token.logProbability, 3);
      before += token.text;
    }
  });

  test('give all one-letter answers together no more than one, and every token its share', async () => {
    const letters = [...' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?'];
    const scores = await score(`${prompt} Patient`, ...letters);
    for (const { tokens } of scores) expect(tokens).toHaveLength(1);
    const total = sum(scores.map(({ logProbability }) => Math.exp(logProbability)));
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(1 + 1e-6);
  });

  test('are higher for what it writes itself than for the same words out of order', async () => {
    const written = await app.page.evaluate(async (one) => (await window.trial.bare([one])).written, task);
    const own = written[0]?.text ?? '';
    const shuffled = own.split(' ').reverse().join(' ');
    const [likely, unlikely] = (await score(prompt, own, shuffled)) as [ContinuationScore, ContinuationScore];
    expect(likely.logProbability / likely.tokens.length).toBeGreaterThan(-3);
    expect(likely.logProbability).toBeGreaterThan(unlikely.logProbability + 20);
  });

  test('tell English from the same words in disorder, as the self-test asks', async () => {
    const asked = englishTask(embeddedWriter);
    const scores = await score(asked.prompt, ...asked.continuations);
    expect(scores.map(({ tokens }) => tokens.length)).toEqual([21, 21]);
    expect(readsEnglish(scores)).toBe(true);
  });

  test('are the same again, alone and beside cells that are being written', async () => {
    const texts = [' yes', ' no', ' perhaps so'];
    const alone = await score(prompt, ...texts);
    const beside = await app.page.evaluate(
      async ([cells, asked]) => {
        const writing = window.trial.bare(cells);
        const scores = await window.trial.score(asked);
        await writing;
        return scores;
      },
      [
        Array.from({ length: 3 }, (_, seed) => ({ ...task, seed })),
        { prompt, continuations: texts },
      ] as const,
    );
    expect(beside).toEqual(alone);
  });

  test('are refused where the text does not fit, and the engine goes on', async () => {
    const code = await app.page.evaluate(
      (asked) =>
        window.trial.score(asked).catch((error: { problem?: { code: string } }) => error.problem?.code),
      { prompt, continuations: ['word '.repeat(embeddedWriter.contextTokens)] },
    );
    expect(code).toBe('device.tooLongToScore');
    expect(await score(prompt, ' yes')).toHaveLength(1);
  });

  test('come through a port as in the app', async () => {
    const [direct, ported] = await app.page.evaluate(
      async (asked) => {
        const inference = await window.enginePage.startInference();
        const writer = await window.enginePage.connectWriter(inference.port);
        const scores = await writer.score(asked, new AbortController().signal);
        inference.stop();
        return [await window.trial.score(asked), scores];
      },
      { prompt, continuations: [' yes', ' no'] },
    );
    expect(ported).toEqual(direct);
  });
});
