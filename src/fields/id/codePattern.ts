import type { Stream } from '../../random/Stream';

/** `#` is a digit, `A` a capital letter, `\` takes the next character as it stands; the rest is literal. */
export interface CodePattern {
  /** How many different codes there are. */
  readonly size: number;
  /** How many codes the positions hold that tell rows apart: at most 2^48 of them. */
  readonly distinctSize: number;
  /** The code of a number below `distinctSize`; positions beyond those are drawn from the stream. */
  write(number: number, stream: Stream): string;
}

const LARGEST = 2 ** 48;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

export function codePattern(pattern: string): CodePattern {
  const places: string[] = [];
  for (let index = 0; index < pattern.length; index++) {
    const mark = pattern[index] as string;
    if (mark === '\\' && index + 1 < pattern.length) places.push(pattern[++index] as string);
    else places.push(mark === '#' ? DIGITS : mark === 'A' ? LETTERS : mark);
  }
  const sizes = places.map((place) => place.length);
  let distinctSize = 1;
  let firstDistinct = places.length;
  while (firstDistinct > 0 && distinctSize * (sizes[firstDistinct - 1] as number) <= LARGEST) {
    distinctSize *= sizes[--firstDistinct] as number;
  }
  return {
    size: sizes.reduce((product, size) => product * size, 1),
    distinctSize,
    write(number, stream) {
      let rest = number;
      let code = '';
      for (let index = places.length - 1; index >= 0; index--) {
        const place = places[index] as string;
        if (place.length === 1) {
          code = place + code;
        } else if (index >= firstDistinct) {
          const next = Math.floor(rest / place.length);
          code = (place[rest - next * place.length] as string) + code;
          rest = next;
        } else {
          code = (place[stream.below(place.length)] as string) + code;
        }
      }
      return code;
    },
  };
}
