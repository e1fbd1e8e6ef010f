import { betaI } from './betaI';
import { logGamma } from './logGamma';
import { binomialTerm } from './saddlePoint';
import { solveTail } from './solveTail';

/** The x with I_x(a, b) = p, where `q` = 1 - p is given too, so that neither tail loses digits. */
export function betaQuantile(a: number, b: number, p: number, q = 1 - p): number {
  if (p <= 0) return 0;
  if (q <= 0) return 1;
  return p <= q ? lowerQuantile(a, b, p) : 1 - lowerQuantile(b, a, q);
}

function lowerQuantile(a: number, b: number, p: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const nearZero = Math.exp((Math.log(p * a) + logBeta) / a);
  const mean = a / (a + b);
  const guess = Math.min(Math.max(nearZero, 1e-300), mean, 0.999);
  const density = (x: number) => (((a * b) / (a + b)) * binomialTerm(a, b, x, 1 - x)) / (x * (1 - x));
  const x = solveTail(
    p,
    guess,
    true,
    (at) => betaI(Math.min(at, 1), a, b),
    (at) => (at < 1 ? density(at) : 0),
  );
  return Math.min(x, 1);
}
