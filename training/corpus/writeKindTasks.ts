import { writeFileSync } from 'node:fs';
import type { WritingTask } from '../../src/fields/FieldType';
import { kinds } from './kinds/kinds';
import { typicalFacts } from './makeFacts';
import { seededRandom } from './seededRandom';

/** tsx writeKindTasks.ts FILE: a few tasks of each kind as a recipe would hold them, for the examples on the card. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: writeKindTasks FILE');
const triesPerKind = 12;
const random = seededRandom(4);
const lines = kinds.flatMap((kind) =>
  Array.from({ length: triesPerKind }, () => {
    const facts = typicalFacts(kind, kind.heading === true ? 3 : 5, random);
    const words = kind.heading === true ? { min: 3, max: 18 } : { min: 15, max: 50 };
    const task: WritingTask = { kind: kind.names[0] ?? '', facts, words, style: 'plain' };
    return JSON.stringify({ task });
  }),
);
writeFileSync(file, `${lines.join('\n')}\n`);
