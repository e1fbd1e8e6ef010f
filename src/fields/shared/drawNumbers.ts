import type { Cell } from '../../dataset/RowBatch';
import type { DrawContext } from '../FieldType';
import { boundedUnits } from './numberGrid';
import type { NumericSampler } from './numericSampler';

/** One number per row, from the sampler of its branch, within its row's bounds. */
export function drawNumbers(
  samplers: readonly NumericSampler[],
  branchOf: ((index: number) => number) | undefined,
  context: DrawContext,
): Cell[] {
  const { rows, stream } = context;
  const cells = new Array<Cell>(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const sampler = samplers[branchOf === undefined ? 0 : branchOf(index)] as NumericSampler;
    const cursor = stream.at(rows[index] as number);
    const bounds = context.bounds(index);
    if (bounds === undefined) {
      cells[index] = sampler.grid.valueAt(sampler.draw(cursor));
    } else {
      const [low, high] = boundedUnits(sampler.grid, sampler.low, sampler.high, bounds);
      cells[index] = sampler.grid.valueAt(sampler.drawWithin(cursor, low, high));
    }
  }
  return cells;
}
