import { binomialTerm } from './saddlePoint';

const MOST_STEPS = 100_000;
const TINY = 1e-300;

/**
 * Regularised incomplete beta function I_x(a, b): the beta distribution's share below x. Give `y` where 1 - x is
 * known more exactly than it can be computed. DLMF 8.17.22 by the modified Lentz method.
 */
export function betaI(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x * (a + b + 2) <= a + 1) return Math.min(1, leading(a, b, x, y) * fraction(x, a, b));
  return Math.max(0, 1 - leading(b, a, y, x) * fraction(y, b, a));
}

/** x^a y^b / (a B(a, b)) */
function leading(a: number, b: number, x: number, y: number): number {
  return (b / (a + b)) * binomialTerm(a, b, x, y);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let value = d;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}
