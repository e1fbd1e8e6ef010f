import { readFileSync, writeFileSync } from 'node:fs';
import { renderTask } from '../src/engines/renderTask';
import type { WritingTask } from '../src/fields/FieldType';
import { trialCard, tryModel } from './tryModel';

/** tsx writeKindTexts.ts GGUF TASKS FILE: a text for each task, as the app's own engine writes it. */
const [gguf, tasksFile, file] = process.argv.slice(2);
if (!gguf || !tasksFile || !file) throw new Error('Usage: writeKindTexts GGUF TASKS FILE');
const tasks = readFileSync(tasksFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { task: WritingTask }).task);
const rendered = tasks.map((task, seed) => renderTask(task, trialCard, seed));
const { written } = await tryModel(gguf, rendered, { slots: 8, threads: 1 });
const lines = tasks.map((task, at) => JSON.stringify({ task, written: written[at]?.text ?? '' }));
writeFileSync(file, `${lines.join('\n')}\n`);
