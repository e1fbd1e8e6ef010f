import { readFileSync, writeFileSync } from 'node:fs';
import { fillSlots } from '../../src/engines/slots/fillSlots';
import { placeSlots } from '../../src/engines/slots/placeSlots';
import { slotFacts } from '../../src/engines/slots/slotFacts';
import type { WritingTask } from '../../src/fields/FieldType';
import { checkExample } from './checkExample';
import type { DrawnFact } from './fact';
import { learnContexts } from './learnContexts';

interface Sampled {
  readonly prompt: string;
  readonly task: Omit<WritingTask, 'facts'> & { readonly facts: readonly DrawnFact[] };
  readonly written: string;
}

/**
 * tsx keepAccepted.ts SAMPLED KEPT CURRICULUM: replies that the ladder passes and that tell each fact in words that the
 * curriculum has for it, as lines to train on; prints how many the ladder passed, and what was refused and why.
 */
const [sampled, kept, curriculum] = process.argv.slice(2);
if (!sampled || !kept || !curriculum) throw new Error('Usage: keepAccepted SAMPLED KEPT CURRICULUM');
const contexts = await learnContexts(curriculum);
const rows = readFileSync(sampled, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sampled);
const misplaced = 'misplaced';
const refused: Record<string, number> = {};
const lines = rows.flatMap(({ prompt, task, written }) => {
  const facts = slotFacts(task.facts);
  const prose = placeSlots(written, facts);
  const told = fillSlots(prose, facts).trim();
  const roles = task.facts.map(({ role }) => role);
  const tellable = facts.map((slotted, at) => ({ slotted, role: roles[at] ?? '' }));
  const reason =
    checkExample(task, facts, prose, told) ??
    (contexts.misplaced(prose, tellable) === undefined ? undefined : misplaced);
  if (reason === undefined) return [JSON.stringify({ prompt, text: written, told, roles })];
  const code = reason.startsWith('slot of') ? 'slot' : reason;
  refused[code] = (refused[code] ?? 0) + 1;
  return [];
});
writeFileSync(kept, `${lines.join('\n')}\n`);
const share = (count: number): number => Number((count / rows.length).toFixed(4));
console.log(
  JSON.stringify({
    tasks: rows.length,
    accepted: share(lines.length + (refused[misplaced] ?? 0)),
    misplaced: share(refused[misplaced] ?? 0),
    refused,
  }),
);
