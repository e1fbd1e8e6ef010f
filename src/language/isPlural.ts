const singularEnds = /(?:ss|us|is|diabetes|rabies|measles|shingles|physics|news)$/i;

/** Whether a value is spoken of in the plural: `fever and cough`, `palpitations`; names of firms are not. */
export function isPlural(value: string): boolean {
  if (/\band\b/.test(value) || /, /.test(value)) return !/^\p{Lu}/u.test(value);
  const last =
    value
      .split(/ (?:of|with|in|for|to|from|on|at|by) /)[0]
      ?.split(' ')
      .at(-1) ?? '';
  return /^\p{Ll}/u.test(value) && /[a-z]s$/.test(last) && !singularEnds.test(last);
}
