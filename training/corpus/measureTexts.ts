import { readFileSync } from 'node:fs';
import { checkExample, isSaid } from './checkExample';
import { sexOf, type Task } from './fact';

/** tsx measureTexts.ts FILE: the share of written texts that pass each question, as one JSON line. */
const [file, show] = process.argv.slice(2);
if (!file) throw new Error('Usage: measureTexts FILE [show]');
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { task: Task; written: string });
const share = (count: number): number => Math.round((1000 * count) / rows.length) / 1000;
const reasons: Record<string, number> = {};
let facts = 0;
let factsSaid = 0;
let tasksComplete = 0;
let tasksNumbersClean = 0;
let pronounsRight = 0;
let wellFormed = 0;
let inLength = 0;
for (const { task, written } of rows) {
  const text = written.trim();
  const reason = checkExample(task, text)?.split(' ')[0] ?? 'accepted';
  reasons[reason] = (reasons[reason] ?? 0) + 1;
  const sex = sexOf(task.facts);
  const said = task.facts.filter((fact) => isSaid(fact, sex, text));
  facts += task.facts.length;
  factsSaid += said.length;
  tasksComplete += said.length === task.facts.length ? 1 : 0;
  const numbers = new Set(
    task.facts
      .map((fact) => fact.value)
      .join(' ')
      .match(/\d+/g),
  );
  tasksNumbersClean += (text.match(/\d+/g) ?? []).every((number) => numbers.has(number)) ? 1 : 0;
  pronounsRight +=
    (sex === 'female' || !/\b(she|her)\b/i.test(text)) && (sex === 'male' || !/\b(he|his|him)\b/i.test(text))
      ? 1
      : 0;
  wellFormed += /^[\p{Lu}\p{N}].*\.$/u.test(text) ? 1 : 0;
  const count = text.split(/\s+/).length;
  inLength += count >= task.minWords && count <= task.maxWords ? 1 : 0;
  if (show && reason !== 'accepted')
    console.log(
      `${checkExample(task, text) ?? ''} | ${task.kind} ${task.minWords}-${task.maxWords} ${task.style} | ${task.facts.map((fact) => `${fact.name}=${fact.value}`).join('; ')}\n   ${text}`,
    );
}
console.log(
  JSON.stringify({
    tasks: rows.length,
    accepted: share(reasons['accepted'] ?? 0),
    factsPresent: Math.round((1000 * factsSaid) / facts) / 1000,
    allFactsPresent: share(tasksComplete),
    noStrayNumber: share(tasksNumbersClean),
    pronounsRight: share(pronounsRight),
    wellFormed: share(wellFormed),
    withinLength: share(inLength),
    reasons,
  }),
);
