import type { FieldStream } from '../../random/Stream';
import { numericSampler } from '../shared/numericSampler';
import { childrenModel, type PerParent } from './perParent';

/** How many children each parent row has, by parent row. The count of a parent depends on its row alone. */
export function childrenPerParent(
  perParent: PerParent,
  stream: FieldStream,
  parentCount: number,
): Int32Array {
  const sampler = numericSampler(childrenModel(perParent), 0);
  return Int32Array.from({ length: parentCount }, (_, row) => sampler.draw(stream.at(row)));
}
