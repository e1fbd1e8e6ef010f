import type { Stream } from '../../random/Stream';
import { addMonths, dateOf } from '../shared/calendar';

/** A day on which somebody was born who has completed `age` years on `today` (days since 1970). */
export function drawBirthDate(age: number, today: number, stream: Stream): string | null {
  const last = addMonths(today, -12 * age);
  const first = addMonths(today, -12 * (age + 1)) + 1;
  return dateOf(first + stream.below(last - first + 1)) ?? null;
}
