import { embeddedTemplate } from '../../src/engines/embeddedWriter.data';
import { fillSlots } from '../../src/engines/slots/fillSlots';
import { roundLength, valueWords } from '../../src/engines/slots/proseLength';
import { slotFacts } from '../../src/engines/slots/slotFacts';
import { slotPrompt } from '../../src/engines/slots/slotPrompt';
import type { WritingTask } from '../../src/fields/FieldType';
import { countWords } from '../../src/language/countWords';
import { checkExample } from './checkExample';
import { announceSlots } from './announceSlots';
import { Composer, type Room } from './composeText';
import { drawWord } from './drawWord';
import type { DrawnFact, TellableFact } from './fact';
import type { Kind, Register } from './kind';
import { kinds } from './kinds/kinds';
import { makeFacts } from './makeFacts';
import { pseudoWord } from './makeValue';
import { paraphrase } from './paraphrase';
import type { Random } from './seededRandom';
import { strangeKinds } from './strangeKinds.data';
import { words } from './words.data';

/** What the generator was asked to make; whatever is left out it draws. */
export interface Wanted {
  readonly kind?: Kind;
  readonly register?: Register;
  readonly onRefusal?: (reason: string, text: string) => void;
}

export interface Example {
  readonly task: WritingTask;
  /** Those of the task, with their roles. */
  readonly facts: readonly DrawnFact[];
  readonly prompt: string;
  /** What the writer should reply: prose that announces its facts, a space before the first word. */
  readonly reply: string;
  /** The reply with its values in place. */
  readonly text: string;
}

type Difficulty = 'easy' | 'medium' | 'hard';

/** Facts, and the share of those with names and values that no kind knows. */
const difficulties: Readonly<Record<Difficulty, { counts: readonly number[]; strange: readonly number[] }>> =
  {
    easy: { counts: [0, 1, 2, 2, 3, 3, 4], strange: [0] },
    medium: { counts: [2, 3, 4, 4, 5, 5, 6, 6, 7], strange: [0, 0, 0.1, 0.2] },
    hard: { counts: [1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15], strange: [0, 0.2, 0.4, 0.8] },
  };

const styles: Readonly<Record<Register, readonly string[]>> = {
  plain: [
    'plain',
    'plain',
    'plain',
    'plain',
    'neutral',
    'natural',
    'clear',
    'simple',
    'plain and clear',
    'everyday',
  ],
  telegraphic: [
    'telegraphic',
    'telegraphic',
    'telegraphic',
    'terse',
    'short',
    'brief',
    'clipped',
    'abbreviated',
    'note form',
    'shorthand',
    'telegraphic, short',
    'telegraphic with abbreviations',
    'terse, telegraphic',
  ],
  formal: [
    'formal',
    'formal',
    'formal',
    'formal, precise',
    'formal letter',
    'very formal',
    'official',
    'professional',
    'precise',
    'courteous',
  ],
};

/** Draws a task and a reply to it that passes the ladder of the app. */
export function makeExample(random: Random, wanted: Wanted = {}): Example {
  for (;;) {
    const { kind, name } = wanted.kind
      ? { kind: wanted.kind, name: wanted.kind.names[0] ?? '' }
      : drawKind(random);
    const { style, register } = drawStyle(random, wanted.register);
    const { counts, strange } = difficulties[random.pick(['easy', 'medium', 'medium', 'hard'] as const)];
    const facts = makeFacts(kind, random.pick(counts), random.pick(strange), random);
    for (let tries = 0; tries < 4; tries++) {
      const example = compose(kind, { kind: name, style, facts }, register, random, wanted);
      if (example !== undefined) return example;
    }
  }
}

function compose(
  kind: Kind,
  asked: { kind: string; style: string; facts: readonly DrawnFact[] },
  register: Register,
  random: Random,
  { onRefusal }: Wanted,
): Example | undefined {
  const slotted = slotFacts(asked.facts);
  // A value of nothing but marks has no slot.
  if (slotted.length < asked.facts.length) return undefined;
  const tellable = asked.facts.flatMap<TellableFact>((fact, index) => {
    const own = slotted[index];
    return own === undefined ? [] : [{ ...fact, slotted: own }];
  });
  const room = random.pick<Room>(['tight', 'tight', 'normal', 'normal', 'normal', 'normal', 'roomy']);
  const longest =
    room === 'roomy'
      ? random.pick([25, 30, 40, 40, 50, 60, 80, 110, 135])
      : random.pick([4, 6, 8, 10, 12, 15, 20]);
  // The app asks for no more than the facts can fill where the recipe lets it: see proseLength.
  const fewest = random.chance(0.88) ? Math.min(longest, 5 + 6 * tellable.length) : longest;
  const count = (text: string): number => countWords(fillSlots(text, slotted));
  const composed = new Composer(kind, tellable, register, room, random).compose(fewest, count);
  const worded = register === 'telegraphic' ? composed : paraphrase(composed, kind.trade, random);
  const prose = pack(worded);
  const text = fillSlots(prose, slotted).trim();
  const length = countWords(text);
  const task: WritingTask = {
    kind: asked.kind,
    facts: asked.facts,
    words: rangeRound(length, random),
    style: asked.style,
  };
  const refused = length > 170 ? 'too long' : checkExample(task, slotted, prose, text);
  const reply = announceSlots(prose, slotted);
  if (refused !== undefined || reply === undefined) {
    onRefusal?.(refused ?? 'slots apart', text);
    return undefined;
  }
  const prompt = slotPrompt(embeddedTemplate, task, slotted, roundLength(length - valueWords(slotted)));
  return { task, facts: asked.facts, prompt, reply, text };
}

/** As wide as recipes ask: from a third or so of the length to about twice as much. */
function rangeRound(length: number, random: Random): { min: number; max: number } {
  const min = Math.max(1, Math.round(length * (0.35 + 0.45 * random.next())));
  return { min, max: Math.max(min + 6, Math.round(length * (1.3 + 0.9 * random.next()))) };
}

/** A reply as the writer gives it: a space before a slot is left out where filling puts it back. */
function pack(text: string): string {
  return ` ${text}`.replace(/(^|[^(/-]) (?=[\uE001-\uE0FF])/g, '$1');
}

function drawKind(random: Random): { kind: Kind; name: string } {
  const general = kinds.filter(({ names }) => /^(?:comment|description|summary)$/.test(names[0] ?? ''));
  if (general.length === 0 || random.chance(0.93)) {
    const kind = random.pick(kinds);
    return { kind, name: random.chance(0.45) ? (kind.names[0] ?? '') : random.pick(kind.names) };
  }
  const form = random.next();
  const name =
    form < 0.5
      ? random.pick(strangeKinds)
      : form < 0.8
        ? `${drawWord(random, words.noun)} ${random.pick(['note', 'text', 'remark', 'comment', 'entry', 'narrative'])}`
        : random.chance(0.5)
          ? drawWord(random, words.noun)
          : pseudoWord(random);
  return { kind: random.pick(general), name };
}

function drawStyle(random: Random, wanted?: Register): { style: string; register: Register } {
  const form = random.next();
  const register = wanted ?? (form < 0.52 ? 'plain' : form < 0.76 ? 'telegraphic' : 'formal');
  if (register === 'plain' && random.chance(0.12))
    return { style: random.chance(0.7) ? random.pick(words.style) : pseudoWord(random), register };
  return { style: random.pick(styles[register]), register };
}
