/**
 * Openings of headings. A heading is told by its opening alone, so each gets an optional place for every role that
 * it does not name itself.
 */
export function headingOpenings(openings: readonly string[], rest: readonly string[]): readonly string[] {
  return openings.map((opening) => {
    const own = new Set(opening.match(/\{\w+\}/g));
    return opening + rest.filter((part) => !own.has(/\{\w+\}/.exec(part)?.[0] ?? '')).join('');
  });
}
