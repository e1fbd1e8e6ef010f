import { readFileSync, writeFileSync } from 'node:fs';
import { fillSlots } from '../../src/engines/slots/fillSlots';
import { dropRepeats } from '../../src/engines/slots/dropRepeats';
import { placeSlots } from '../../src/engines/slots/placeSlots';
import { slotFacts } from '../../src/engines/slots/slotFacts';
import type { TextKind } from '../../src/engines/WriterCard';
import type { WritingTask } from '../../src/fields/FieldType';
import { checkExample } from './checkExample';
import { kinds } from './kinds/kinds';

/** tsx writeKinds.ts SAMPLED CARD: puts every kind on the card, each with a text that the writer itself wrote. */
const [sampled, card] = process.argv.slice(2);
if (!sampled || !card) throw new Error('Usage: writeKinds SAMPLED CARD');
const rows = readFileSync(sampled, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { task: WritingTask; written: string });

const trades = ['clinical', 'legal', 'general'] as const;
const offered = trades
  .flatMap((trade) => kinds.filter((kind) => kind.trade === trade))
  .map((kind): TextKind => {
    const [name = '', ...names] = kind.names;
    const texts = rows
      .filter(({ task }) => task.kind === name)
      .map(({ task, written }) => {
        const facts = slotFacts(task.facts);
        const prose = dropRepeats(placeSlots(written, facts));
        return { task, prose, facts, text: fillSlots(prose, facts).trim() };
      })
      .filter(({ task, prose, facts, text }) => checkExample(task, facts, prose, text) === undefined);
    const best = texts.reduce(
      (one, other) => (other.text.length > one.text.length ? other : one),
      texts[0] ?? fail(name),
    );
    return {
      name,
      trade: kind.trade,
      names,
      example: { facts: best.task.facts.map((fact) => [fact.name, fact.value] as const), text: best.text },
    };
  });
const content = JSON.parse(readFileSync(card, 'utf8')) as Record<string, unknown>;
writeFileSync(card, `${JSON.stringify({ ...content, kinds: offered }, undefined, 2)}\n`);

function fail(name: string): never {
  throw new Error(`No accepted text of a ${name}`);
}
