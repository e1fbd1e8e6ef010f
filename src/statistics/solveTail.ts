/**
 * The x > 0 at which a tail has the given share: Newton on ln share over ln x, kept inside a bracket.
 * `share` rises with x where `rises`, else falls; `density` is its slope, taken positive.
 */
export function solveTail(
  target: number,
  guess: number,
  rises: boolean,
  share: (x: number) => number,
  density: (x: number) => number,
): number {
  const goal = Math.log(target);
  let low = -Infinity;
  let high = Infinity;
  let t = Math.log(guess);
  for (let step = 0; step < 200; step++) {
    const x = Math.exp(t);
    const value = share(x);
    const excess = value > 0 ? Math.log(value) - goal : -Infinity;
    if (excess === 0) return x;
    if (excess > 0 === rises) high = t;
    else low = t;
    const slope = ((rises ? x : -x) * density(x)) / value;
    const next = t - excess / slope;
    if (next > low && next < high) {
      // Newton doubles the digits: a step of 1e-8 leaves an error of the order of 1e-16.
      if (Math.abs(next - t) < 1e-8) return Math.exp(next);
      t = next;
      continue;
    }
    const halved = between(low, high, t);
    if (halved === low || halved === high) return Math.exp(halved);
    t = halved;
  }
  return Math.exp(t);
}

function between(low: number, high: number, t: number): number {
  if (low === -Infinity) return t - Math.max(1, Math.abs(t));
  return high === Infinity ? t + Math.max(1, Math.abs(t)) / 2 : (low + high) / 2;
}
