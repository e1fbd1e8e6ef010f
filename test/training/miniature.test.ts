import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderTask } from '../../src/engines/renderTask';
import { readReply } from '../../src/engines/slots/readReply';
import { ensurePython } from '../../tools/python.mjs';
import { trialCard, tryModel } from '../../training/tryModel';
import { startsAs } from '../support/gbnf';
import { writingTask } from '../support/writingTask';

// The whole way from nothing to a writer, in small: a corpus, a tokenizer, a tiny model, its file in the app's engine.

const shape = ['--layers', '2', '--width', '64', '--hidden', '192', '--vocabulary', '1024'];
const effort = ['--steps', '300', '--batch-tokens', '2048', '--widths', '96', '160', '256', '512'];
const execute = promisify(execFile);

let python: string;
let work: string;
beforeAll(async () => {
  python = ensurePython();
  work = await mkdtemp(join(tmpdir(), 'cloister-training-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

async function corpus(name: string, count: number, seed: number, split: string): Promise<string> {
  const file = join(work, name);
  await execute('node_modules/.bin/tsx', [
    'training/corpus/writeCorpus.ts',
    file,
    String(count),
    String(seed),
    split,
  ]);
  return readFile(file, 'utf8');
}

async function run(script: string, ...rest: string[]): Promise<string> {
  const { stdout } = await execute(python, [`training/${script}.py`, '--work', work, ...rest]);
  return stdout;
}

test('the same seed gives the same corpus', async () => {
  const once = await corpus('train.jsonl', 3000, 5, 'train');
  expect(once.trimEnd().split('\n')).toHaveLength(3000);
  expect(await corpus('again.jsonl', 3000, 5, 'train')).toBe(once);
  expect(await corpus('heldOut.jsonl', 200, 6, 'heldOut')).not.toBe('');
});

test('a model learns from it, and goes on where it was stopped', async () => {
  const first = await run('train', ...shape, ...effort, '--stop-at-step', '100');
  expect(first).toContain('from step 0');
  const second = await run('train', ...shape, ...effort);
  expect(second).toContain('from step 100');
  const losses = [...`${first}${second}`.matchAll(/^step (\d+) held-out loss ([\d.]+)$/gm)];
  expect(losses.map(([, step]) => step)).toEqual(['0', '100', '300']);
  const [before = 0, between = 0, after = 0] = losses.map(([, , loss]) => Number(loss));
  expect(before - between).toBeGreaterThan(1);
  expect(between - after).toBeGreaterThan(0.2);
});

test('it writes many texts at once, each fact at most once and no digit, to be chosen from', async () => {
  const sampled = join(work, 'sampled.jsonl');
  await run('sampleTexts', '--count', '8', '--rows', '8', '--out', sampled);
  const lines = (await readFile(sampled, 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(8);
  for (const line of lines) {
    const { written } = JSON.parse(line) as { written: string };
    const announced = written.match(/\uE0F0[^\p{Co}]*[\uE0A1-\uE0B0]/gu) ?? [];
    expect(new Set(announced).size).toBe(announced.length);
    expect(written.replace(/\uE0F0[^\p{Co}]*/gu, '')).not.toMatch(/\d/);
  }
  const kept = await execute('node_modules/.bin/tsx', [
    'training/corpus/keepAccepted.ts',
    sampled,
    join(work, 'kept.jsonl'),
    join(work, 'train.jsonl'),
  ]);
  expect(JSON.parse(kept.stdout)).toMatchObject({ tasks: 8 });
});

test('it writes in the engine of the app, and every value stands in the text', async () => {
  await run('exportGguf', '--out', join(work, 'model.gguf'));
  const tasks = ['chest pain', 'cough', 'abdominal pain', 'headache'].map((complaint, seed) => {
    const task = writingTask('triage note', { age: String(30 + seed), complaint, arrival: 'on foot' });
    return { task, rendered: renderTask(task, trialCard, seed) };
  });
  const { written } = await tryModel(
    join(work, 'model.gguf'),
    tasks.map(({ rendered }) => rendered),
    { slots: 4, threads: 1 },
  );
  const whole = tasks.flatMap(({ task, rendered }, at) => {
    const { text = '', finish } = written[at] ?? {};
    expect(startsAs(rendered.grammar ?? '', text)).toBe(true);
    // So small a model may ramble until its limit.
    return finish === 'stop' ? [{ task, text: readReply(text, rendered.facts ?? []) }] : [];
  });
  expect(whole).not.toEqual([]);
  for (const { task, text } of whole) for (const { value } of task.facts) expect(text).toContain(value);
});
