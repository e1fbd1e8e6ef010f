import { checkExample } from './checkExample';
import { clinicalKinds } from './clinicalKinds.data';
import { Composer, type Register } from './composeText';
import { drawWord } from './drawWord';
import type { Task } from './fact';
import { generalKinds, strangeKinds } from './generalKinds.data';
import type { Kind } from './kind';
import { legalKinds } from './legalKinds.data';
import { makeFacts } from './makeFacts';
import { pseudoWord } from './makeValue';
import type { Random } from './seededRandom';
import { words } from './words.data';

export interface Example {
  readonly task: Task;
  readonly text: string;
}
export const kinds: readonly Kind[] = [...clinicalKinds, ...legalKinds, ...generalKinds];

function pickKind(random: Random): { kind: Kind; name: string } {
  if (random.chance(0.13)) {
    const name = random.chance(0.6)
      ? random.pick(strangeKinds)
      : random.chance(0.6)
        ? `${drawWord(random, words.noun)} ${random.pick(['note', 'text', 'summary', 'comment', 'entry', 'narrative', 'description'])}`
        : random.chance(0.5)
          ? drawWord(random, words.noun)
          : pseudoWord(random);
    return { kind: random.pick(generalKinds), name };
  }
  const kind = random.pick(kinds);
  return { kind, name: random.pick(kind.names) };
}

function pickStyle(random: Random): { style: string; register: Register } {
  const form = random.next();
  if (form < 0.5) return { style: 'plain', register: 'plain' };
  if (form < 0.68)
    return {
      style: random.chance(0.8)
        ? 'telegraphic'
        : random.pick(['telegraphic, short', 'telegraphic with abbreviations', 'terse, telegraphic']),
      register: 'telegraphic',
    };
  if (form < 0.83)
    return {
      style: random.chance(0.8) ? 'formal' : random.pick(['formal, precise', 'formal letter', 'very formal']),
      register: 'formal',
    };
  return {
    style: random.chance(0.7)
      ? random.pick(words.style)
      : `${random.pick(words.style)}, ${pseudoWord(random)}`,
    register: 'plain',
  };
}

function pickRange(random: Random): [number, number] {
  if (random.chance(0.35))
    return random.pick([
      [15, 60],
      [10, 40],
      [20, 60],
      [15, 45],
      [10, 60],
      [20, 80],
      [8, 30],
      [12, 40],
      [30, 60],
    ]);
  const low = random.pick([3, 5, 5, 8, 8, 10, 10, 12, 15, 15, 18, 20, 25, 30, 40, random.int(3, 50)]);
  return [low, low + random.pick([8, 10, 15, 20, 25, 30, 40, 50, random.int(8, 60)])];
}

/** Draws a task and a text for it that passes the check. */
export function makeExample(random: Random): Example {
  for (;;) {
    const { kind, name } = pickKind(random);
    const { style, register } = pickStyle(random);
    const count = random.pick([0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 7, 7, 8, 9, 10]);
    const facts = makeFacts(kind, count, random);
    for (let tries = 0; tries < 6; tries++) {
      const [minWords, maxWords] = pickRange(random);
      const task: Task = {
        kind: random.chance(0.04)
          ? name.toUpperCase()
          : random.chance(0.06)
            ? name.replace(/^./, (first) => first.toUpperCase())
            : name,
        minWords,
        maxWords,
        style,
        facts,
      };
      const target = minWords + random.next() * Math.min(maxWords - minWords, 30) * 0.3;
      const text = new Composer(kind, facts, register, target, random).compose();
      if (checkExample(task, text) === undefined) return { task, text };
    }
  }
}
