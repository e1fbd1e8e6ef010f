/** Shorter sentences are marks of a list or a dialogue. */
const fewestWords = 2;
const dialogue = /(?:^|\s)Q\. /;

/**
 * Prose without the sentences that tell no fact and stood there before: a slot makes any sentence one of its own.
 * Questions and answers stay, as an answer may be given twice.
 */
export function dropRepeats(prose: string): string {
  if (dialogue.test(prose)) return prose;
  const said = new Set<string>();
  return prose
    .split(/(?<=[.!?]["')]?)(?= )/u)
    .filter((sentence) => {
      const words = sentence.trim().toLowerCase().replace(/\W+$/u, '');
      if (/\p{Co}/u.test(sentence) || words.split(' ').length < fewestWords) return true;
      const isNew = !said.has(words);
      said.add(words);
      return isNew;
    })
    .join('');
}
