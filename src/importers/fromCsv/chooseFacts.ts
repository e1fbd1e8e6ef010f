import type { Field } from '../../recipe/Recipe';

const mostFacts = 5;
const wordsPerFact = 5;
/** Useful to write about, the best first. */
const worth: Readonly<Record<string, number>> = {
  category: 4,
  integer: 3,
  date: 3,
  number: 2,
  boolean: 2,
  datetime: 2,
};
const telling =
  /age|sex|gender|diagnos|disease|complaint|reason|type|class|category|status|race|amount|total|date|judge|court|issue|subject|outcome/i;

/** Keys of up to five other fields a text of so many words can be about, in the order of the table; never keys or persons. */
export function chooseFacts(
  fields: readonly (readonly [string, Field])[],
  text: string,
  mostWords: number,
): string[] {
  const place = fields.findIndex(([key]) => key === text);
  const ranked = fields
    .map(([key, field], index) => ({
      key,
      index,
      score: scoreOf(key, field) - Math.abs(index - place) / fields.length,
    }))
    .filter(({ key, score }) => key !== text && score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.min(mostFacts, Math.floor(mostWords / wordsPerFact)));
  return ranked.sort((a, b) => a.index - b.index).map(({ key }) => key);
}

function scoreOf(key: string, field: Field): number {
  const missing = typeof field.missing === 'number' ? field.missing : 0;
  const base = worth[field.type] ?? 0;
  if (base === 0 || missing > 0.5) return 0;
  return base + (telling.test(key) ? 3 : 0) - missing * 2;
}
