import type { Stream } from '../../random/Stream';
import type { Name } from './drawNames';

/** Reserved for documentation (RFC 2606, section 3): mail to them reaches nobody. */
const domains = ['@example.com', '@example.org', '@example.net'] as const;

/** No two rows share one: the row's number ends the local part. */
export function drawEmail(given: Name, family: Name, row: number, stream: Stream): string {
  return `${given.plain}.${family.plain}${row + 1}${domains[stream.below(3)]}`;
}

/** Area codes 200 to 999; N11 codes are services. */
const exchanges = Array.from(
  { length: 800 },
  (_, code) => `(${200 + (code % 100 === 11 ? code + 1 : code)}) 555-01`,
);
const lines = Array.from({ length: 100 }, (_, line) => String(line).padStart(2, '0'));

/** 555-0100 to 555-0199 belong to nobody in any area code of the North American plan. */
export function drawPhone(stream: Stream): string {
  const number = stream.below(80_000);
  const code = Math.floor(number / 100);
  return (exchanges[code] as string) + (lines[number - code * 100] as string);
}
