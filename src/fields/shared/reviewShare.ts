import { problem, type Problem } from '../../problems/Problem';

export function reviewShare(share: number | undefined, at: string): Problem[] {
  if (share === undefined || (share >= 0 && share <= 1)) return [];
  return [problem('fields.shareOutside', at, { share })];
}
