import { expand } from './expand';
import type { Random } from './seededRandom';
import { drawWord } from './drawWord';
import { words } from './words.data';

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function pseudoWord(random: Random): string {
  let word = '';
  for (let left = random.int(2, 4); left > 0; left--) word += random.pick(words.syllable);
  return random.chance(0.3) ? word + random.pick('bcdfghklmnprstvxz'.split('')) : word;
}

const letters = (random: Random, count: number, alphabet: string): string => {
  let text = '';
  for (let left = count; left > 0; left--) text += random.pick(alphabet.split(''));
  return text;
};

const pad = (value: number): string => String(value).padStart(2, '0');

export function makeDate(random: Random): string {
  const [day, month, year] = [
    random.int(1, 28),
    random.int(1, 12),
    random.chance(0.85) ? random.int(2015, 2027) : random.int(1925, 2014),
  ];
  const form = random.next();
  if (form < 0.82) return `${day} ${words.month[month - 1]} ${year}`;
  if (form < 0.91) return `${year}-${pad(month)}-${pad(day)}`;
  if (form < 0.95) return `${pad(month)}/${pad(day)}/${year}`;
  return `${words.month3[month - 1]} ${day}, ${year}`;
}

export const makeTime = (random: Random): string => `${pad(random.int(0, 23))}:${pad(random.int(0, 59))}`;

export function makeName(random: Random): string {
  const first = random.chance(0.75) ? drawWord(random, words.first) : capitalised(pseudoWord(random));
  const last = random.chance(0.7) ? drawWord(random, words.last) : capitalised(pseudoWord(random));
  return random.chance(0.1)
    ? `${first} ${random.pick('ABCDEFGHJKLMNPRSTW'.split(''))}. ${last}`
    : `${first} ${last}`;
}

export function makeCode(random: Random): string {
  const upper = letters(random, random.int(1, 4), 'ABCDEFGHJKLMNPQRSTUVWXYZ');
  const digits = letters(random, random.int(2, 7), '0123456789');
  const form = random.int(0, 5);
  if (form === 0) return upper + digits;
  if (form === 1) return `${upper}${digits.slice(0, 2)}.${digits.slice(-1)}`;
  if (form === 2) return letters(random, random.int(3, 6), 'ABCDEFGHJKLMNPQRSTUVWXYZ');
  if (form === 3) return letters(random, random.int(4, 8), 'abcdefghijklmnopqrstuvwxyz');
  return `${upper}-${digits}`;
}

/** Letters of other alphabets and signs, so that any byte can be copied. */
function foreign(random: Random): string {
  const [low, high] = random.pick([
    [0xc0, 0x17f],
    [0x391, 0x3c9],
    [0x410, 0x44f],
    [0x5d0, 0x5ea],
    [0x621, 0x64a],
    [0x4e00, 0x9fa5],
    [0x1f600, 0x1f64f],
  ] as const);
  let text = random.chance(0.5) ? `${pseudoWord(random)} ` : '';
  for (let left = random.int(1, 6); left > 0; left--) text += String.fromCodePoint(random.int(low, high));
  return text;
}

/** Words thrown together from every list: teaches copying rather than knowing. */
export function makeStrangeText(random: Random): string {
  const lists = [
    words.complaint,
    words.condition,
    words.trait,
    words.thing,
    words.color,
    words.topic,
    words.city,
    words.injury,
    words.task,
    words.noun,
    words.modifier,
    words.status,
  ];
  const parts: string[] = [];
  for (let left = random.pick([1, 1, 2, 2, 2, 3, 4]); left > 0; left--) {
    const form = random.next();
    if (form < 0.45) parts.push(drawWord(random, random.pick(lists)));
    else if (form < 0.85)
      parts.push(random.chance(0.3) ? capitalised(pseudoWord(random)) : pseudoWord(random));
    else parts.push(makeCode(random));
  }
  const text = parts.join(random.pick([' ', ' ', ' ', ', ', ' and ', ' of ', ' / ', '-']));
  const form = random.next();
  if (form < 0.05) return foreign(random);
  if (form < 0.1) return text.toUpperCase();
  if (form < 0.13)
    return random.pick([
      `"${text}"`,
      `(${text})`,
      `${text}!`,
      `${text}?`,
      `'${text}'`,
      `${text} & ${pseudoWord(random)}`,
    ]);
  return form < 0.26 ? capitalised(text) : text;
}

const starts = [
  'asked for',
  'needs',
  'prefers',
  'was told about',
  'wants to know about',
  'requires',
  'has no',
  'mentioned',
  'is waiting for',
  'did not get',
] as const;

/** A remark as somebody would type it into a column. */
export function makeSentence(random: Random): string {
  const subject = random.pick([
    'patient',
    'client',
    'customer',
    'caller',
    'team',
    'she',
    'he',
    'family',
    'office',
    'we',
    '',
  ]);
  const said =
    `${subject} ${random.pick(starts)} ${random.pick(['a', 'the', 'more'])} ${drawWord(random, words.noun)} ${random.pick(['before', 'because of', 'after', 'for', 'with'])} ${random.pick(['the', 'a'])} ${drawWord(random, words.modifier)} ${drawWord(random, words.noun)}`.trim();
  return `${random.chance(0.7) ? capitalised(said) : said}${random.chance(0.4) ? '.' : ''}`;
}

export function makeNumber(random: Random): string {
  const size = 10 ** random.int(1, 6);
  const form = random.next();
  if (form < 0.45) return String(random.int(0, size));
  if (form < 0.75) return (random.next() * Math.min(size, 1e5)).toFixed(random.int(1, 3));
  if (form < 0.81) return `-${random.int(1, 500)}`;
  if (form < 0.87)
    return `${random.int(1, 999)},${String(random.int(0, 999)).padStart(3, '0')}${random.chance(0.4) ? `.${pad(random.int(0, 99))}` : ''}`;
  if (form < 0.9) return `${random.int(0, 100)}%`;
  return `${random.int(1, 999)} ${random.pick(words.unit)}`;
}

const makers: Record<string, (random: Random) => string> = {
  date: makeDate,
  time: makeTime,
  datetime: (random) => `${makeDate(random)}${random.chance(0.9) ? ',' : ''} ${makeTime(random)}`,
  name: makeName,
  code: makeCode,
  strange: makeStrangeText,
  upper: (random) => letters(random, random.int(2, 4), 'ABCDEFGHJKLMNPRSTVWXYZ'),
  initials: (random) => letters(random, random.int(2, 3), 'ABCDEFGHJKLMNPRSTVW'),
  drugName: (random) =>
    random.chance(0.5) ? pseudoWord(random) + random.pick(words.drugEnd) : drawWord(random, words.drug),
  firm: (random) =>
    `${random.chance(0.6) ? random.pick(words.company) : capitalised(pseudoWord(random))} ${random.pick(words.companyKind)}${random.chance(0.6) ? ` ${random.pick(words.companyEnd)}` : ''}`,
  email: (random) =>
    `${
      random.chance(0.5)
        ? pseudoWord(random)
        : drawWord(random, words.last)
            .toLowerCase()
            .replace(/[^a-z]/g, '')
    }@example.com`,
};

/** Fills `<list>` and `#1..9` in a value template. */
export function makeValue(template: string, random: Random): string {
  return expand(template, random)
    .replace(
      /#(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)(?:\*(\d+))?/g,
      (_, low: string, high: string, times?: string) => {
        const decimals = (low.split('.')[1] ?? '').length;
        const scale = 10 ** decimals;
        const value = random.int(Math.round(Number(low) * scale), Math.round(Number(high) * scale)) / scale;
        return (value * Number(times ?? 1)).toFixed(decimals);
      },
    )
    .replace(
      /<(\w+)>/g,
      (_, list: string) => makers[list]?.(random) ?? drawWord(random, words[list as keyof typeof words]),
    );
}
