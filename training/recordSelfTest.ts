import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { selfTestTasks } from '../src/engines/selfTest/selfTestTasks';
import { trialCard, tryModel } from './tryModel';

/** tsx recordSelfTest.ts GGUF FILE: what the app's engine writes on the processor for the tasks of the self-test. */
const [gguf, file] = process.argv.slice(2);
if (!gguf || !file) throw new Error('Usage: recordSelfTest GGUF FILE');
const tasks = selfTestTasks(trialCard);
const { written } = await tryModel(gguf, tasks, { slots: 1, threads: 1 });
const recording = {
  sha256: createHash('sha256').update(readFileSync(gguf)).digest('hex'),
  prompts: tasks.map(({ prompt }) => prompt),
  replies: written.map(({ text }) => text),
};
writeFileSync(file, `${JSON.stringify(recording, null, 2)}\n`);
