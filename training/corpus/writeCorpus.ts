import { createWriteStream } from 'node:fs';
import { makeExample } from './makeExample';
import { seededRandom } from './seededRandom';

/** tsx writeCorpus.ts FILE COUNT SEED [train|heldOut]: one JSON line an example. */
const [file, count, seed, split] = process.argv.slice(2);
if (!file || !count || !seed) throw new Error('Usage: writeCorpus FILE COUNT SEED [heldOut]');
const random = seededRandom(Number(seed), split === 'heldOut');
const out = createWriteStream(file);
for (let index = 0; index < Number(count); index++) {
  const { task, prompt, reply } = makeExample(random);
  const line = JSON.stringify({ prompt, text: reply, ...(split === 'heldOut' ? { task } : {}) });
  if (!out.write(`${line}\n`)) await new Promise((resolve) => out.once('drain', resolve));
}
out.end();
