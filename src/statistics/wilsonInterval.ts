import { normalQuantile } from './normalQuantile';

/** 95 % interval of a share of which `hits` of `trials` were seen (Wilson, JASA 22, 1927); 0 to 1 for no trials. */
export function wilsonInterval(hits: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 1];
  const z = normalQuantile(0.975);
  const share = hits / trials;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const centre = share + z ** 2 / (2 * trials);
  const whole = 1 + z ** 2 / trials;
  // At the ends the formula is exact, its floating point is not.
  return [hits === 0 ? 0 : (centre - spread) / whole, hits === trials ? 1 : (centre + spread) / whole];
}
