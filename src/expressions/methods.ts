import { datePart } from './dateFunctions';
import { sizeOf, type CelFunction } from './functions';
import { isList, type Value } from './Value';

function text(call: (value: string) => Value): CelFunction {
  return { takes: [1, 1], call: (value) => (typeof value === 'string' ? call(value) : null) };
}

function texts(call: (value: string, other: string) => Value): CelFunction {
  return {
    takes: [2, 2],
    call: (value, other) =>
      typeof value === 'string' && typeof other === 'string' ? call(value, other) : null,
  };
}

function date(part: Parameters<typeof datePart>[0], offset = 0): CelFunction {
  const read = datePart(part);
  return {
    takes: [1, 1],
    call: (value) => {
      const number = read(value ?? null);
      return number === null ? null : number + offset;
    },
  };
}

const patterns = new Map<string, RegExp>();

/** Throws SyntaxError where the pattern is not one. */
export function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    pattern = new RegExp(source, 'u');
    if (patterns.size >= 200) patterns.clear();
    patterns.set(source, pattern);
  }
  return pattern;
}

function matches(value: string, source: string): Value {
  try {
    return patternOf(source).test(value);
  } catch {
    return null;
  }
}

/** What follows a dot: `name.startsWith('A')`. The receiver is the first argument. */
export const methods: Readonly<Record<string, CelFunction>> = {
  contains: texts((value, other) => value.includes(other)),
  startsWith: texts((value, other) => value.startsWith(other)),
  endsWith: texts((value, other) => value.endsWith(other)),
  matches: texts(matches),
  indexOf: texts((value, other) => value.indexOf(other)),
  lastIndexOf: texts((value, other) => value.lastIndexOf(other)),
  split: texts((value, other) => value.split(other)),
  lowerAscii: text((value) => value.toLowerCase()),
  upperAscii: text((value) => value.toUpperCase()),
  trim: text((value) => value.trim()),
  size: { takes: [1, 1], call: sizeOf as CelFunction['call'] },
  substring: {
    takes: [2, 3],
    call: (value, start, end) => {
      if (typeof value !== 'string' || typeof start !== 'number') return null;
      const stop = typeof end === 'number' ? end : value.length;
      return start < 0 || stop > value.length || start > stop ? null : value.slice(start, stop);
    },
  },
  join: {
    takes: [1, 2],
    call: (list, separator) =>
      isList(list ?? null) && (list as Value[]).every((item) => typeof item === 'string')
        ? (list as string[]).join(typeof separator === 'string' ? separator : '')
        : null,
  },
  getFullYear: date('year'),
  getMonth: date('month'),
  getDate: date('day'),
  getDayOfMonth: date('day', -1),
  getDayOfWeek: date('weekday'),
  getHours: date('hour'),
  getMinutes: date('minute'),
  getSeconds: date('second'),
};
