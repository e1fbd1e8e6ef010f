/**
 * The smallest whole k >= 0 with P(X <= k) >= p. `reaches(k)` says whether that holds; steps double away from the
 * guess and then halve, so a good guess costs two or three calls.
 */
export function discreteQuantile(guess: number, most: number, reaches: (k: number) => boolean): number {
  let high = Math.min(most, Math.max(0, Math.round(guess)));
  let low = -1;
  if (reaches(high)) {
    for (let step = 1; high > 0; step *= 2) {
      const next = Math.max(0, high - step);
      if (!reaches(next)) {
        low = next;
        break;
      }
      high = next;
    }
  } else {
    for (let step = 1; high < most; step *= 2) {
      low = high;
      high = Math.min(most, high + step);
      if (reaches(high)) break;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
