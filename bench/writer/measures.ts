import { gzipSync } from 'node:zlib';
import type { WritingTask } from '../../src/fields/FieldType';
import { factIsTold } from '../../src/verification/factIsTold';
import { formRung } from '../../src/verification/formRung';
import { loopsRung } from '../../src/verification/loopsRung';
import { numbersRung } from '../../src/verification/numbersRung';
import { wordsIn } from '../../src/verification/wordsIn';

export interface Told {
  readonly task: WritingTask;
  readonly text: string;
}

/** Words of a run that counts as copied. */
export const runLength = 12;

/** Facts that stand in the text as they were given, or are told in words where they are a sex, a yes or a none; and all facts. */
export function countFacts({ task, text }: Told): { told: number; all: number } {
  const required = task.facts.filter((fact) => fact.required);
  return { told: required.filter((fact) => factIsTold(text, fact)).length, all: required.length };
}

/** Numbers, dates and names that neither the task nor the curriculum's own prose gives. */
export function strangersIn({ task, text }: Told, known: ReadonlySet<string>): string[] {
  const numbers = numbersRung.review(text, task).map((found) => Object.values(found.values).join(' '));
  const given = new Set(
    [task.kind, ...task.facts.flatMap(({ name, value }) => [name, value])].flatMap((source) =>
      wordsIn(source),
    ),
  );
  const names = capitalsIn(text).filter(
    (word) => !known.has(word) && !wordsIn(word).every((part) => given.has(part)),
  );
  return [...numbers, ...names];
}

/** Capitalised words and codes that do not begin a sentence. */
export function capitalsIn(text: string): string[] {
  return [...text.matchAll(/(?<![.!?:]["')]?\s|^["'(]?)(?<=[\s("'/-])\p{Lu}[\p{L}\p{N}'-]*/gu)].map(
    ([word]) => word,
  );
}

/** Whole sentences, balanced marks, nothing said in a loop. */
export function isWellFormed({ task, text }: Told): boolean {
  return formRung.review(text, task).length === 0 && loopsRung.review(text, task).length === 0;
}

/** How many texts repeat an earlier one of their kind: Jaccard similarity of five-word runs of 0.8 or more. */
export function countNearDuplicates(told: readonly Told[]): number {
  const seen = new Map<string, Set<string>[]>();
  let repeats = 0;
  for (const { task, text } of told) {
    const own = new Set(runsOf(text, 5));
    const earlier = seen.get(task.kind) ?? [];
    if (own.size > 0 && earlier.some((other) => jaccard(own, other) >= 0.8)) repeats++;
    seen.set(task.kind, [...earlier, own]);
  }
  return repeats;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const run of a) if (b.has(run)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Every run of so many words, lower case, without punctuation. */
export function runsOf(text: string, length: number): string[] {
  const words = wordsIn(text);
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) =>
    words.slice(at, at + length).join(' '),
  );
}

export interface Diversity {
  /** Bytes after gzip for one before: lower is more alike. */
  readonly gzip: number;
  /** Share of different runs of three words. */
  readonly distinct3: number;
}

/** Of the first so many words of all texts together, so that two sets compare at equal length. */
export function diversityOf(texts: readonly string[], words: number): Diversity {
  const all = texts.join('\n').split(/\s+/).slice(0, words).join(' ');
  const runs = runsOf(all, 3);
  return {
    gzip: gzipSync(all, { level: 9 }).byteLength / Buffer.byteLength(all),
    distinct3: new Set(runs).size / runs.length,
  };
}

export function countWordsOf(texts: readonly string[]): number {
  return texts.join(' ').split(/\s+/).length;
}
