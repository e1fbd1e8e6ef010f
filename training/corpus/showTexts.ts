import type { Register } from './kind';
import { kinds } from './kinds/kinds';
import { makeExample } from './makeExample';
import { seededRandom } from './seededRandom';

/** tsx showTexts.ts KIND [COUNT] [plain|telegraphic|formal|any] [SEED]: texts of one kind, to be read, and what was refused. */
const [name, count = '12', register, seed = '1'] = process.argv.slice(2);
const kind = kinds.find(({ names }) => names.includes(name ?? ''));
if (kind === undefined)
  throw new Error(`No kind is called ${name}: ${kinds.map(({ names }) => names[0]).join(', ')}`);
const random = seededRandom(Number(seed));
const refusals = new Map<string, string[]>();
const wanted = {
  kind,
  ...(register === undefined || register === 'any' ? {} : { register: register as Register }),
  onRefusal: (reason: string, text: string) => refusals.set(reason, [...(refusals.get(reason) ?? []), text]),
};
for (let index = 0; index < Number(count); index++) {
  const { task, text } = makeExample(random, wanted);
  console.log(
    `\n[${task.style}] ${task.facts.map((fact) => `${fact.name}=${fact.value}`).join('; ')}\n  ${text}`,
  );
}
const refused = [...refusals.values()].reduce((sum, texts) => sum + texts.length, 0);
console.log(`\n${refused} of ${refused + Number(count)} refused`);
for (const [reason, texts] of refusals) console.log(`  ${texts.length} ${reason}, such as: ${texts[0]}`);
