import { polynomial } from './polynomial';

const ROOT_32 = Math.sqrt(32);
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

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
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const B = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const C = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const D = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const P = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
];
const Q = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];
