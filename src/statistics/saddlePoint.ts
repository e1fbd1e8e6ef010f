import { logGamma } from './logGamma';

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * x^a e^-x / Γ(a+1) and the binomial term, without the cancellation of their factors.
 * Loader, "Fast and accurate computation of binomial probabilities", 2000.
 */
export function poissonTerm(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a === 0) return Math.exp(-x);
  if (a < 1e-290) return Math.exp(-x + a * Math.log(x) - logGamma(a + 1));
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

/** Γ(a+b+1) / (Γ(a+1) Γ(b+1)) x^a y^b for a, b > 0 and y = 1 - x. */
export function binomialTerm(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return Math.exp(log - 0.5 * (LOG_TWO_PI + Math.log(a) + Math.log(b / n)));
}

/** ln Γ(n+1) less Stirling's formula for it. */
function stirlingError(n: number): number {
  if (n <= 15) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - 0.5 * LOG_TWO_PI;
  const s = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - s / 1188) * s) * s) * s) / n;
}

/** a ln(a/m) + m - a */
function deviance(a: number, m: number): number {
  if (Math.abs(a - m) >= 0.1 * (a + m)) return a * Math.log(a / m) + m - a;
  const v = (a - m) / (a + m);
  let sum = (a - m) * v;
  let term = 2 * a * v;
  for (let j = 3; j < 2000; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
