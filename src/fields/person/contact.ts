import type { Stream } from '../../random/Stream';
import type { PersonName } from './drawName';

/** Reserved for documentation (RFC 2606, section 3): mail to them reaches nobody. */
const domains = ['example.com', 'example.org', 'example.net'] as const;

const plain = new Map<string, string>();

/** No two rows share one: the row's number ends the local part. */
export function emailOf(name: PersonName, row: number, stream: Stream): string {
  return `${plainLetters(name.given)}.${plainLetters(name.family)}${row + 1}@${domains[stream.below(3)]}`;
}

/** 555-0100 to 555-0199 belong to nobody in any area code of the North American plan. */
export function drawPhone(stream: Stream): string {
  const code = stream.below(800);
  const area = 200 + (code % 100 === 11 ? code + 1 : code);
  const line = stream.below(100);
  return `(${area}) 555-01${line < 10 ? '0' : ''}${line}`;
}

/** Lower-case ASCII: `Núñez` is `nunez`. */
function plainLetters(name: string): string {
  let letters = plain.get(name);
  if (letters === undefined) {
    letters = name
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
    plain.set(name, letters);
  }
  return letters;
}
