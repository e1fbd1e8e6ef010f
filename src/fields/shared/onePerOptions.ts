/** Computes something from a unit's options once, not once per batch. Options are never changed in place. */
export function onePerOptions<Options extends object, Result>(
  compute: (options: Options) => Result,
): (options: Options) => Result {
  const known = new WeakMap<Options, Result>();
  return (options) => {
    let result = known.get(options);
    if (result === undefined) {
      result = compute(options);
      known.set(options, result);
    }
    return result;
  };
}
