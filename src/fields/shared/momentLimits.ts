import type { Limits } from '../FieldType';

/** Over all branches, which all have both ends. */
export function momentLimits(branches: readonly { readonly from: string; readonly to: string }[]): Limits {
  const earliest = branches.map(({ from }) => from).sort();
  const latest = branches.map(({ to }) => to).sort();
  return { min: earliest[0] ?? '', max: latest.at(-1) ?? '' };
}
