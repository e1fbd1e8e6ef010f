import type { Stream } from '../../random/Stream';
import { addMonths, dateOf } from '../shared/calendar';

/** By age, the first and last day (since 1970) on which somebody who has that age on `today` was born. */
export function birthDays(today: number, oldest: number): readonly (readonly [number, number])[] {
  return Array.from({ length: oldest + 1 }, (_, age) => [
    addMonths(today, -12 * (age + 1)) + 1,
    addMonths(today, -12 * age),
  ]);
}

export function drawBirthDate([first, last]: readonly [number, number], stream: Stream): string | null {
  return dateOf(first + stream.below(last - first + 1)) ?? null;
}
