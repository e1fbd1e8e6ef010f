import type { Cell } from '../../dataset/RowBatch';
import type { DrawContext, RowBounds } from '../FieldType';
import { momentOf, secondOf } from './calendar';
import type { SlotGrid } from './slotGrid';

/** A stretch of a grid, both ends included. */
export interface Stretch {
  readonly grid: SlotGrid;
  readonly low: number;
  readonly high: number;
}

/** `from` and `to` are moments, both included. */
export function stretch(grid: SlotGrid, from: number, to: number): Stretch {
  return { grid, low: grid.firstFrom(from), high: grid.lastUpTo(to) };
}

/** Uniform over the slots of a stretch that the row's bounds leave; the nearest slot where they leave none. */
export function drawMoments(
  stretches: readonly Stretch[],
  branchOf: ((index: number) => number) | undefined,
  context: DrawContext,
  wholeDays: boolean,
  write: (moment: number) => string | undefined,
): Cell[] {
  const { rows, stream } = context;
  const cells = new Array<Cell>(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const { grid, low, high } = stretches[branchOf === undefined ? 0 : branchOf(index)] as Stretch;
    const bounds = context.bounds(index);
    let first = low;
    let last = high;
    if (bounds !== undefined) {
      const from = earliest(bounds, wholeDays);
      const to = latest(bounds, wholeDays);
      if (from !== undefined) first = Math.min(Math.max(low, grid.firstFrom(from)), high);
      if (to !== undefined) last = Math.max(Math.min(high, grid.lastUpTo(to)), first);
    }
    const slot = first + stream.at(rows[index] as number).below(last - first + 1);
    cells[index] = write(grid.momentAt(slot)) ?? null;
  }
  return cells;
}

/** First moment that obeys the lower bound. A date and a datetime are compared by their days. */
export function earliest({ min, minStrict }: RowBounds, wholeDays: boolean): number | undefined {
  const unit = unitOf(min, wholeDays);
  const start = startOf(min, unit);
  return start === undefined ? undefined : start + (minStrict === true ? unit : 0);
}

/** Last moment that obeys the upper bound. */
export function latest({ max, maxStrict }: RowBounds, wholeDays: boolean): number | undefined {
  const unit = unitOf(max, wholeDays);
  const start = startOf(max, unit);
  return start === undefined ? undefined : start - 1 + (maxStrict === true ? 0 : unit);
}

function unitOf(bound: string | number | undefined, wholeDays: boolean): number {
  return wholeDays || (typeof bound === 'string' && bound.length === 10) ? 86_400 : 1;
}

function startOf(bound: string | number | undefined, unit: number): number | undefined {
  if (typeof bound !== 'string') return undefined;
  const moment = momentOf(bound) ?? secondOf(bound);
  return moment === undefined ? undefined : Math.floor(moment / unit) * unit;
}
