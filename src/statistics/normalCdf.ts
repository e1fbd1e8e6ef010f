import { polynomial } from './polynomial';

const ROOT_32 = Math.sqrt(32);
const ONE_OVER_ROOT_TWO_PI = 0.398942280401432677939946;

/**
 * Share of the standard normal below `x`, to about 16 digits, the lower tail too; for the upper tail use
 * `normalCdf(-x)`. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23, 1969.
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.67448975) {
    const square = y * y;
    return 0.5 + (x * polynomial(A, square)) / polynomial(B, square);
  }
  const tail = y <= ROOT_32 ? bell(y) * (polynomial(C, y) / polynomial(D, y)) : farTail(y);
  return x < 0 ? tail : 1 - tail;
}

function farTail(y: number): number {
  if (y > 38.6) return 0;
  const square = 1 / (y * y);
  const correction = (square * polynomial(P, square)) / polynomial(Q, square);
  return (bell(y) * (ONE_OVER_ROOT_TWO_PI - correction)) / y;
}

/** exp(-y²/2) without the rounding of y². */
function bell(y: number): number {
  const rounded = Math.trunc(y * 16) / 16;
  const rest = (y - rounded) * (y + rounded);
  return Math.exp(-rounded * rounded * 0.5) * Math.exp(-rest * 0.5);
}

const A = [
  0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
  18154.981253343561249,
];
const B = [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
const C = [
  1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
  597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
  9842.7148383839780218,
];
const D = [
  1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
];
const P = [
  0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
  0.001421619193227893466, 2.9112874951168792e-5,
];
const Q = [
  1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
];
