import { problem, type Problem } from '../../problems/Problem';

export function reviewDecimals(decimals: number | undefined, at: string, most = 10): Problem[] {
  if (decimals === undefined || (Number.isInteger(decimals) && decimals >= 0 && decimals <= most)) return [];
  return [problem('fields.decimalsOutside', at, { decimals, most })];
}
