import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RenderedTask } from '../../src/engines/Engine';
import { embeddedWriter } from '../../src/engines/models';
import { renderTask } from '../../src/engines/renderTask';
import { launchChromium, type Chromium, type OpenApp } from '../../tools/openApp.mjs';
import { openEnginePage } from '../support/engineHarness';
import { startsAs } from '../support/gbnf';
import { writingTask } from '../support/writingTask';

const options = { slots: 4, threads: 1 };
const cells = Array.from({ length: 6 }, (_, at) => ({
  task: writingTask('triage note', {
    age: String(30 + at),
    sex: at % 2 === 0 ? 'female' : 'male',
    complaint: 'chest pain',
    'blood pressure': '142/88',
  }),
  seed: 1000 + at,
}));
const tasks: readonly RenderedTask[] = cells.map(({ task, seed }) => renderTask(task, embeddedWriter, seed));
const first = tasks[0] as RenderedTask;
/** A grammar without an end: it writes until its limit. */
const endless: RenderedTask = { ...first, grammar: 'root ::= [a-z ] root', maxTokens: 400 };

let chromium: Chromium;
let app: OpenApp;
beforeAll(async () => {
  chromium = await launchChromium();
  app = await openEnginePage(chromium);
});
afterAll(async () => {
  await app.close();
  await chromium.close();
});

const bare = (some: readonly RenderedTask[]): Promise<string[]> =>
  app.page.evaluate(async (all) => (await window.trial.bare(all)).written.map(({ text }) => text), some);

describe('llama.cpp in a worker, under the real headers', () => {
  test('loads and says where it runs', async () => {
    const facts = await app.page.evaluate((chosen) => window.trial.load(chosen), options);
    expect(facts).toEqual({
      engine: 'llamaCpp',
      backend: 'CPU',
      model: embeddedWriter.id,
      modelSha256: embeddedWriter.sha256,
      seesNoValues: true,
      ...options,
    });
  });

  test('writes several cells at once, each as its grammar allows', async () => {
    const texts = await bare(tasks);
    texts.forEach((text, at) => {
      expect(text.trim()).not.toBe('');
      // A reply that was cut short lacks its end, and nothing else.
      expect(startsAs(tasks[at]?.grammar ?? '', text)).toBe(true);
    });
  });

  test('writes the same text for the same seed, alone and among others', async () => {
    const together = await bare(tasks);
    expect(await bare(tasks)).toEqual(together);
    expect(await bare([first])).toEqual([together[0]]);
    expect(await bare([{ ...first, seed: first.seed + 1 }])).not.toEqual([together[0]]);
  });

  test('writes the same text with other slots and threads', async () => {
    const before = await bare(tasks.slice(0, 3));
    await app.page.evaluate((chosen) => window.trial.load(chosen), { slots: 3, threads: 2 });
    expect(await bare(tasks.slice(0, 3))).toEqual(before);
    await app.page.evaluate((chosen) => window.trial.load(chosen), options);
  });

  test('takes the largest seed for a seed and not for a wish for chance', async () => {
    const largest = { ...first, seed: 0xffffffff };
    expect(await bare([largest])).toEqual(await bare([largest]));
  });

  test('labels with one of the choices, always', async () => {
    const choices = ['urgent', 'very urgent', 'can wait "till" tomorrow', 'état [grave] – 重い', '\\n'];
    const labels = Array.from({ length: 24 }, (_, seed) =>
      renderTask(writingTask('x', { complaint: 'chest pain' }, { choices }), embeddedWriter, seed),
    );
    for (const text of await bare(labels)) expect(choices).toContain(text.replace(/^ /, ''));
  });

  test('goes on behind the words that every label begins with', async () => {
    const choices = ['pain grade 1', 'pain grade 2', 'pain grade 3'];
    const labels = Array.from({ length: 12 }, (_, seed) =>
      renderTask(writingTask('x', { complaint: 'chest pain' }, { choices }), embeddedWriter, seed),
    );
    for (const text of await bare(labels)) expect([' 1', ' 2', ' 3']).toContain(text);
  });

  test('leaves a prompt that no slot can hold unanswered, and goes on', async () => {
    const long = { ...first, prompt: 'word '.repeat(embeddedWriter.contextTokens * 2) };
    expect((await bare([long, first]))[0]).toBe('');
  });

  test('reads a long prompt in steps of 128 tokens, so that a slow one shows that it lives', async () => {
    // Fourteen tokens a sentence.
    const prompt = 'the patient was seen by the nurse and sent home after two hours. '.repeat(28);
    const long = { ...first, prompt, maxTokens: 1 };
    expect(await app.page.evaluate((task) => window.trial.stepsOf(task), long)).toBeGreaterThan(3);
  });

  test('stops one cell within a second', async () => {
    const stopped = await app.page.evaluate((task) => window.trial.abortAfter(task, 50), endless);
    expect(stopped.outcome).toBe('AbortError');
    expect(stopped.milliseconds).toBeLessThan(1000);
    expect(await bare([first])).toHaveLength(1);
  });

  test('ends within a second whatever it is doing, and loads again', async () => {
    const before = await bare([first]);
    const ended = await app.page.evaluate((some) => window.trial.unloadAfter(some, 50), [endless, endless]);
    expect(ended.outcomes).toEqual(['Failure', 'Failure']);
    expect(ended.milliseconds).toBeLessThan(1000);
    await app.page.evaluate((chosen) => window.trial.load(chosen), options);
    expect(await bare([first])).toEqual(before);
  });
});

describe('a writer over it', () => {
  const write = (queue: object, crashAt?: number) =>
    app.page.evaluate(([some, chosen, settings, at]) => window.trial.write(some, chosen, settings, at), [
      cells,
      options,
      queue,
      crashAt,
    ] as const);

  test('gives every cell although the engine crashes under it', async () => {
    const crashed = await write({}, 200);
    expect(crashed.loads).toBeGreaterThan(1);
    expect(crashed.written).toHaveLength(cells.length);
    for (const { text } of crashed.written) expect(text).not.toBe('');
  });

  test('takes facts of every script, and loses at most the cell whose reply is cut inside a character', async () => {
    const facts = { name: 'Zoë 王小明', note: '“𝒜 ½ ٣٤ \u0000\u202e\ud800 🩺🩺”', quote: `"'\\[]^-` };
    const words = { min: 1, max: 1 };
    const odd = Array.from({ length: 12 }, (_, seed) => ({
      task: writingTask('comment', facts, { words }),
      seed,
    }));
    const result = await app.page.evaluate(
      ([some, chosen]) => window.trial.write(some, chosen, { mostFailures: 30 }),
      [odd, options] as const,
    );
    expect(result.written).toHaveLength(odd.length);
    for (const { text } of result.written) expect(text.isWellFormed()).toBe(true);
  });

  test('tells every value exactly once, as it is, wherever the reply is whole', async () => {
    const values = { age: '9', firm: 'Zoë & Söhne 王', pressure: '142/88', code: '{{SYN-7}}', mood: '🩺' };
    const words = { min: 10, max: 20 };
    const notes = Array.from({ length: 12 }, (_, seed) => ({
      task: writingTask('triage note', values, { words }),
      seed,
    }));
    const { written } = await app.page.evaluate(
      ([some, chosen]) => window.trial.write(some, chosen, { mostFailures: 30 }),
      [notes, options] as const,
    );
    expect(written).toHaveLength(notes.length);
    const told = ['9', 'Zoë & Söhne 王', '142/88', 'SYN-7', '🩺'];
    for (const { text, finish } of written) {
      expect(text).not.toMatch(/\p{Co}/u);
      if (finish === 'length') continue;
      expect(told.map((value) => text.split(value).length - 1)).toEqual([1, 1, 1, 1, 1]);
    }
  });

  test('is reached through a port as the app does, and ends with its worker', async () => {
    const outcome = await app.page.evaluate(
      async ([cell, unending]) => {
        const inference = await window.enginePage.startInference();
        const writer = await window.enginePage.connectWriter(inference.port);
        const written = await writer.write(cell.task, cell.seed, new AbortController().signal);
        const stop = new AbortController();
        const cancelled = writer.write(cell.task, 1, stop.signal).catch((error: Error) => error.name);
        stop.abort();
        const lost = writer
          .write(unending, 1, new AbortController().signal)
          .catch((error: Error) => error.name);
        inference.stop();
        return { facts: writer.facts, text: written.text, cancelled: await cancelled, lost: await lost };
      },
      [cells[0] as (typeof cells)[0], writingTask('note', {}, { words: { min: 100, max: 200 } })] as const,
    );
    expect(outcome.facts.slots).toBe(8);
    expect(outcome.text).not.toBe('');
    expect([outcome.cancelled, outcome.lost]).toEqual(['AbortError', 'Failure']);
  });

  test('writes the same, on one thread, where the page is not isolated', async () => {
    const page = await app.newPage();
    await page.route('**/index.html', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers() };
      delete headers['cross-origin-embedder-policy'];
      delete headers['cross-origin-opener-policy'];
      await route.fulfill({ response, headers });
    });
    await page.goto(`${app.origin}/index.html`);
    await page.waitForFunction(() => 'trial' in window);
    expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(false);
    const facts = await page.evaluate((chosen) => window.trial.load(chosen), { slots: 4, threads: 2 });
    expect(facts.threads).toBe(1);
    const timed = await page.evaluate((some) => window.trial.bare(some), [first]);
    await page.close();
    await app.page.evaluate((chosen) => window.trial.load(chosen), options);
    expect(timed.written.map(({ text }) => text)).toEqual(await bare([first]));
  });

  test('refuses a model that is not the one its card speaks of', async () => {
    const page = await app.newPage();
    await page.route('**/*.gguf', (route) => route.fulfill({ body: 'not a model' }));
    await page.goto(`${app.origin}/index.html`);
    await page.waitForFunction(() => 'enginePage' in window);
    const code = await page.evaluate(() =>
      window.enginePage
        .startInference()
        .catch((error: { problem?: { code: string } }) => error.problem?.code),
    );
    expect(code).toBe('device.modelDamaged');
    await page.close();
  });

  test('asks nothing of another host and breaks no policy', () => {
    expect(app.otherHosts).toEqual([]);
    expect(app.violations).toEqual([]);
  });
});
