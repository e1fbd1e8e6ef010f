/** Prose without the sentences that tell no fact and stood there before: a slot makes any sentence one of its own. */
export function dropRepeats(prose: string): string {
  const said = new Set<string>();
  return prose
    .split(/(?<=[.!?]["')]?)(?= )/u)
    .filter((sentence) => {
      if (/\p{Co}/u.test(sentence)) return true;
      const words = sentence.trim().toLowerCase().replace(/\W+$/u, '');
      const isNew = !said.has(words);
      said.add(words);
      return isNew;
    })
    .join('');
}
