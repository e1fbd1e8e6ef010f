import { studentQuantile } from '../../statistics/studentQuantile';
import type { TimeNeeded } from './Rehearsal';

/** Time that a slot was busy with each cell of one written field, and how many cells the whole run has. */
export interface BusyCells {
  readonly milliseconds: readonly number[];
  readonly wanted: number;
}

const level = 0.975;

/**
 * Time until all cells are written with every slot busy. The interval is that of a sum to come of which a sample has
 * been seen: the spread of the mean and that of the cells themselves (prediction interval, Student's t), with the
 * degrees of freedom of the field seen least.
 */
export function timeNeeded(fields: readonly BusyCells[], slots: number, records: number): TimeNeeded {
  let busy = 0;
  let variance = 0;
  for (const { milliseconds, wanted } of fields) {
    const seen = milliseconds.length;
    if (seen === 0 || wanted === 0) continue;
    const mean = milliseconds.reduce((sum, value) => sum + value, 0) / seen;
    busy += wanted * mean;
    if (seen < 2) continue;
    const spread = milliseconds.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seen - 1);
    variance += wanted ** 2 * spread * (1 / seen + 1 / wanted);
  }
  const fewest = Math.min(...fields.map(({ milliseconds }) => milliseconds.length));
  const half = variance === 0 ? 0 : studentQuantile(Math.max(1, fewest - 1), level) * Math.sqrt(variance);
  return {
    records,
    milliseconds: busy / slots,
    low: Math.max(0, busy - half) / slots,
    high: (busy + half) / slots,
  };
}
