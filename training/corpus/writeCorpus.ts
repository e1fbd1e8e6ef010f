import { createWriteStream } from 'node:fs';
import { makeCorpus } from './makeCorpus';

/**
 * tsx writeCorpus.ts FILE COUNT SEED [train|heldOut]: one JSON line an example; `told` has its values in place, `roles`
 * are those of its facts in their order.
 */
const [file, count, seed, split] = process.argv.slice(2);
if (!file || !count || !seed) throw new Error('Usage: writeCorpus FILE COUNT SEED [heldOut]');
const isHeldOut = split === 'heldOut';
const out = createWriteStream(file);
for (const { task, facts, prompt, reply, text } of makeCorpus(
  Number(seed),
  Number(count),
  undefined,
  isHeldOut,
)) {
  const roles = facts.map(({ role }) => role);
  const line = JSON.stringify({ prompt, text: reply, told: text, roles, ...(isHeldOut ? { task } : {}) });
  if (!out.write(`${line}\n`)) await new Promise((resolve) => out.once('drain', resolve));
}
out.end();
