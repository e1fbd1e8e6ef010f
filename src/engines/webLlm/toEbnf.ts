/**
 * A GBNF grammar as XGrammar 0.1.27 reads it. The two formats differ little, but: there an escape takes every
 * hexadecimal digit that follows, and `½a` becomes one inside, so a text is broken before such a digit; and a character
 * class beyond ASCII matches other bytes than its own (mlc-ai/xgrammar#491), so its characters stand beside it as texts.
 *
 * Takes what our grammars are made of. Throws on what it does not know, a negated class or a range beyond ASCII.
 */
export function toEbnf(gbnf: string): string {
  const source = [...gbnf];
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const character = source[at++] ?? '';
    if (character !== '"' && character !== '[') {
      out.push(character);
      continue;
    }
    const points: Point[] = [];
    const close = character === '"' ? '"' : ']';
    for (;;) {
      if (at >= source.length) throw new Error(`a ${character} is left open in the grammar`);
      const isRaw = source[at] !== '\\';
      if (isRaw && source[at] === close) break;
      const { value, next } = isRaw ? { value: source[at] ?? '', next: at + 1 } : unescape(source, at + 1);
      points.push({ value, isRaw });
      at = next;
    }
    at++;
    out.push(character === '"' ? text(points.map(({ value }) => value)) : oneOfClass(points));
  }
  return out.join('');
}

interface Point {
  readonly value: string;
  /** Not escaped: a `-` or `^` in a class then means more than itself. */
  readonly isRaw: boolean;
}

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const short: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescape(source: readonly string[], at: number): { value: string; next: number } {
  const kind = source[at] ?? '';
  const digits = hexDigits[kind];
  if (digits !== undefined) {
    const next = at + 1 + digits;
    const hex = source.slice(at + 1, next).join('');
    if (!/^[0-9A-Fa-f]+$/.test(hex) || hex.length !== digits)
      throw new Error(`unknown escape \\${kind}${hex}`);
    return { value: String.fromCodePoint(Number.parseInt(hex, 16)), next };
  }
  const value = short[kind] ?? (/[\\"[\]^-]/.test(kind) ? kind : undefined);
  if (value === undefined) throw new Error(`unknown escape \\${kind}`);
  return { value, next: at + 1 };
}

function text(characters: readonly string[]): string {
  let inside = '';
  characters.forEach((character, index) => {
    const code = character.codePointAt(0) ?? 0;
    const isPlain = code >= 0x20 && code < 0x7f;
    if (character === '"' || character === '\\') inside += `\\${character}`;
    else inside += isPlain || code > 0x7f ? character : `\\x${code.toString(16).padStart(2, '0')}`;
    if (!isPlain && /^[0-9a-f]$/i.test(characters[index + 1] ?? '')) inside += '" "';
  });
  return `"${inside}"`;
}

function oneOfClass(points: readonly Point[]): string {
  if (points[0]?.isRaw === true && points[0].value === '^')
    throw new Error('a negated class is not known here');
  let inside = '';
  const beyond: string[] = [];
  for (let index = 0; index < points.length; index++) {
    const { value } = points[index] as Point;
    const dash = points[index + 1];
    const last = points[index + 2];
    if (dash?.isRaw === true && dash.value === '-' && last !== undefined) {
      if (!isAscii(value) || !isAscii(last.value)) throw new Error('a range beyond ASCII is not known here');
      inside += `${inClass(value)}-${inClass(last.value)}`;
      index += 2;
    } else if (isAscii(value)) inside += inClass(value);
    else beyond.push(text([value]));
  }
  const ways = [...(inside === '' ? [] : [`[${inside}]`]), ...beyond];
  return ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' | ')})`;
}

function isAscii(character: string): boolean {
  return (character.codePointAt(0) ?? 0) < 0x80;
}

function inClass(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) throw new Error(`U+${code.toString(16)} in a class is not known here`);
  return '\\]^-"'.includes(character) ? `\\${character}` : character;
}
