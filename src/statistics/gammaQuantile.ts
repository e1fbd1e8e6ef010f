import { gammaP, gammaQ } from './gammaP';
import { logGamma } from './logGamma';
import { normalQuantile } from './normalQuantile';
import { poissonTerm } from './saddlePoint';
import { solveTail } from './solveTail';

/** The x with P(a, x) = p, where `q` = 1 - p is given too, so that neither tail loses digits. */
export function gammaQuantile(a: number, p: number, q = 1 - p): number {
  if (p <= 0) return 0;
  if (q <= 0) return Infinity;
  const density = (x: number) => (poissonTerm(a, x) * a) / x;
  const guess = start(a, p, q);
  return p <= q
    ? solveTail(p, guess, true, (x) => gammaP(a, x), density)
    : solveTail(q, guess, false, (x) => gammaQ(a, x), density);
}

/** Wilson and Hilferty's cube, or the first term of the series near zero. */
function start(a: number, p: number, q: number): number {
  const z = p < 0.5 ? normalQuantile(p) : -normalQuantile(q);
  const cube = a * (1 - 1 / (9 * a) + z / (3 * Math.sqrt(a))) ** 3;
  if (a > 1 && cube > 0.2 * a) return cube;
  const nearZero = Math.exp((Math.log(p) + logGamma(a + 1)) / a);
  return Math.max(1e-300, p < 0.5 || nearZero < 0.5 * a ? nearZero : Math.max(cube, -Math.log(q)));
}
