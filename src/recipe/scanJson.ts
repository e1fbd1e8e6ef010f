/** Where a text stops being JSON; lines and columns count from 1. `found` is empty at the end of the text. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly found: string;
}

export interface DuplicateKey {
  readonly path: readonly (string | number)[];
  readonly line: number;
}

interface Open {
  readonly close: '}' | ']';
  readonly keys: Set<string>;
  /** Of the entry being read. */
  key: string | number;
}

/** More than anyone will read. */
const mostDuplicates = 20;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const word = /[{}[\],:]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/**
 * Reads JSON only for what JSON.parse keeps to itself: the place of the first fault, in the same words in
 * every browser, and keys that occur twice in one object. Keeps its own stack, so depth is no danger.
 */
export function scanJson(text: string): { fault?: JsonFault; duplicates: DuplicateKey[] } {
  const duplicates: DuplicateKey[] = [];
  const stack: Open[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
    const found = wordAt(text, at);
    if (found === '' && at >= text.length && expected === 'nothing') return { duplicates };
    const next: Expected | undefined = found === '' ? undefined : step(found, expected, stack);
    if (next === undefined) return { fault: faultAt(text, at), duplicates };
    if (next === 'colon') {
      const open = stack.at(-1) as Open;
      const key = JSON.parse(found) as string;
      if (open.keys.has(key) && duplicates.length < mostDuplicates) {
        const path = [...stack.slice(0, -1).map((outer) => outer.key), key];
        duplicates.push({ path, line: faultAt(text, at).line });
      }
      open.keys.add(key);
      open.key = key;
    }
    expected = next;
    at += found.length;
  }
}

/** What may come after `found`; undefined when it may not stand here. Opens and closes on the way. */
function step(found: string, expected: Expected, stack: Open[]): Expected | undefined {
  const open = stack.at(-1);
  const afterValue = stack.length === 0 ? 'nothing' : 'commaOrEnd';
  if (open !== undefined && found === open.close && expected.endsWith('End')) {
    stack.pop();
    return stack.length === 0 ? 'nothing' : 'commaOrEnd';
  }
  if (expected === 'colon') return found === ':' ? 'value' : undefined;
  if (expected === 'key' || expected === 'keyOrEnd') return found.startsWith('"') ? 'colon' : undefined;
  if (expected === 'commaOrEnd') {
    if (found !== ',' || open === undefined) return undefined;
    if (typeof open.key === 'number') open.key++;
    return open.close === '}' ? 'key' : 'value';
  }
  if (expected === 'nothing') return undefined;
  if (found === '{' || found === '[') {
    const object = found === '{';
    stack.push({ close: object ? '}' : ']', keys: new Set(), key: object ? '' : 0 });
    return object ? 'keyOrEnd' : 'valueOrEnd';
  }
  return /^[}\],:]$/.test(found) ? undefined : afterValue;
}

/** The token that begins here; empty when none does. */
function wordAt(text: string, at: number): string {
  if (text[at] === '"') return stringAt(text, at);
  word.lastIndex = at;
  return word.exec(text)?.[0] ?? '';
}

function stringAt(text: string, start: number): string {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return text.slice(start, at + 1);
    if (character < ' ') return '';
    if (character !== '\\') continue;
    at++;
    if (
      text[at] === 'u'
        ? !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))
        : !'"\\/bfnrt'.includes(text[at] ?? '-')
    ) {
      return '';
    }
  }
  return '';
}

function faultAt(text: string, at: number): JsonFault {
  const before = text.slice(0, at);
  return {
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
    found: text.slice(at, at + 12).split('\n')[0] ?? '',
  };
}
