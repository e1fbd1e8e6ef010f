import { readFileSync } from 'node:fs';
import { renderTask } from '../src/engines/renderTask';
import type { WritingTask } from '../src/fields/FieldType';
import { trialCard, tryModel } from './tryModel';

/** tsx measureSpeed.ts GGUF HELD_OUT [COUNT]: how fast the app's engine writes with a model, as one JSON line. */
const [gguf, heldOut, count = '96'] = process.argv.slice(2);
if (!gguf || !heldOut) throw new Error('Usage: measureSpeed GGUF HELD_OUT [COUNT]');
const tasks = readFileSync(heldOut, 'utf8')
  .split('\n', Number(count))
  .map((line, seed) => renderTask((JSON.parse(line) as { task: WritingTask }).task, trialCard, seed));
const { written, milliseconds } = await tryModel(gguf, tasks, { slots: 8, threads: 1 });
const tokens = written.reduce((sum, text) => sum + text.tokens, 0);
console.log(JSON.stringify({ tokensPerSecond: Math.round((1000 * tokens) / milliseconds), tokens }));
