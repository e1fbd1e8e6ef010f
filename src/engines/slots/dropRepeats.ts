/** Prose without the sentences that tell no fact and stood there before: a slot makes any sentence one of its own. */
export function dropRepeats(prose: string): string {
  const said = new Set<string>();
  return prose
    .split(/(?<=[.!?]["')]?)(?= )/u)
    .filter((sentence) => {
      const words = sentence.trim().toLowerCase().replace(/\W+$/u, '');
      if (/\p{Co}/u.test(sentence) || !said.has(words)) {
        said.add(words);
        return true;
      }
      return false;
    })
    .join('');
}
