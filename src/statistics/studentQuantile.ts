import { betaQuantile } from './betaQuantile';

/** The t with P(T <= t) = p of Student's distribution, p strictly inside 0 to 1, by its relation to the beta distribution. */
export function studentQuantile(degrees: number, p: number): number {
  if (p === 0.5) return 0;
  const tail = 2 * Math.min(p, 1 - p);
  const x = betaQuantile(degrees / 2, 0.5, tail);
  const t = Math.sqrt((degrees * (1 - x)) / x);
  return p > 0.5 ? t : -t;
}
