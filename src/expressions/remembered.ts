/** `make` that gives the same object for the same source; of more than `most` the oldest is forgotten. */
export function remembered<Made>(make: (source: string) => Made, most: number): (source: string) => Made {
  const cache = new Map<string, { readonly made: Made }>();
  return (source) => {
    const known = cache.get(source);
    if (known !== undefined) return known.made;
    const made = make(source);
    if (cache.size >= most) cache.delete(cache.keys().next().value as string);
    cache.set(source, { made });
    return made;
  };
}
