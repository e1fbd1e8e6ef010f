import type { FieldStream } from '../../random/Stream';

/** `#` is a digit, `A` a capital letter, `\` takes the next character as it stands; the rest is literal. */
export interface CodePattern {
  /** How many different codes there are. */
  readonly size: number;
  /** How many codes the places hold that tell rows apart: at most 2^48 of them. */
  readonly distinctSize: number;
  /** The code of a number below `distinctSize`; places beyond those are drawn from the row's stream. */
  write(number: number, streams: FieldStream, row: number): string;
}

/** A literal, a letter or up to four digits: what can stand there, in order. */
type Piece = readonly string[];

const LARGEST = 2 ** 48;
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const numbers = new Map<number, Piece>();

export function codePattern(pattern: string): CodePattern {
  const pieces = piecesOf(pattern);
  let distinctSize = 1;
  let firstDistinct = pieces.length;
  while (firstDistinct > 0 && distinctSize * (pieces[firstDistinct - 1] as Piece).length <= LARGEST) {
    distinctSize *= (pieces[--firstDistinct] as Piece).length;
  }
  return {
    size: pieces.reduce((product, piece) => product * piece.length, 1),
    distinctSize,
    write(number, streams, row) {
      const stream = firstDistinct > 0 ? streams.at(row) : undefined;
      let rest = number;
      let code = '';
      for (let index = pieces.length - 1; index >= 0; index--) {
        const piece = pieces[index] as Piece;
        let place = 0;
        if (piece.length > 1) {
          if (stream !== undefined && index < firstDistinct) {
            place = stream.below(piece.length);
          } else {
            const next = Math.floor(rest / piece.length);
            place = rest - next * piece.length;
            rest = next;
          }
        }
        code = (piece[place] as string) + code;
      }
      return code;
    },
  };
}

function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  const marks = pattern.match(/\\[^]|#{1,4}|A|[^]/g) ?? [];
  let literal = '';
  for (const mark of marks) {
    if (mark !== 'A' && mark[0] !== '#') {
      literal += mark.length === 2 ? mark.slice(1) : mark;
      continue;
    }
    if (literal !== '') pieces.push([literal]);
    literal = '';
    pieces.push(mark === 'A' ? letters : numbersOf(mark.length));
  }
  return literal === '' ? pieces : [...pieces, [literal]];
}

/** Every number of so many digits, with its zeros: looking one up is faster than writing it. */
function numbersOf(digits: number): Piece {
  let texts = numbers.get(digits);
  if (texts === undefined) {
    texts = Array.from({ length: 10 ** digits }, (_, number) => String(number).padStart(digits, '0'));
    numbers.set(digits, texts);
  }
  return texts;
}
