import { readFileSync, writeFileSync } from 'node:fs';
import { fillSlots } from '../../src/engines/slots/fillSlots';
import { placeSlots } from '../../src/engines/slots/placeSlots';
import { slotFacts } from '../../src/engines/slots/slotFacts';
import type { WritingTask } from '../../src/fields/FieldType';
import { checkExample } from './checkExample';

interface Sampled {
  readonly prompt: string;
  readonly task: WritingTask;
  readonly written: string;
}

/** tsx keepAccepted.ts SAMPLED KEPT: replies that the ladder passes, as lines to train on; prints what was refused and why. */
const [sampled, kept] = process.argv.slice(2);
if (!sampled || !kept) throw new Error('Usage: keepAccepted SAMPLED KEPT');
const rows = readFileSync(sampled, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sampled);
const refused: Record<string, number> = {};
const lines = rows.flatMap(({ prompt, task, written }) => {
  const facts = slotFacts(task.facts);
  const prose = placeSlots(written, facts);
  const told = fillSlots(prose, facts).trim();
  const reason = checkExample(task, facts, prose, told);
  if (reason === undefined) return [JSON.stringify({ prompt, text: written, told })];
  const code = reason.startsWith('slot of') ? 'slot' : reason;
  refused[code] = (refused[code] ?? 0) + 1;
  return [];
});
writeFileSync(kept, `${lines.join('\n')}\n`);
console.log(
  JSON.stringify({ tasks: rows.length, accepted: Number((lines.length / rows.length).toFixed(4)), refused }),
);
