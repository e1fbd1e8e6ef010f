import type { SlottedFact } from '../../src/engines/slots/slotFacts';

/** Words on either side of a value that are looked at. */
const reach = 3;
/** What was heard less often, or has fewer words, says nothing about whose it is. */
const enough = 20;
const sentenceEnd = /(?<=[.!?;]) /u;
const twoWords = /\p{L}[^ ]* (?:.* )?\p{L}/u;

/** A fact with the role that the generator drew it for. */
export interface RoleFact {
  readonly role: string;
  readonly slotted: Pick<SlottedFact, 'slot' | 'nameSlot' | 'inWords' | 'fullName'>;
}

/**
 * Which words the curriculum says round the values of which roles. It hears what the ladder cannot: a value that stands
 * in the sentence of another fact (`the carrier on risk is` before a client).
 */
export class RoleContexts {
  private readonly heard = new Map<string, Map<string, number>>();

  /** `prose` with each fact's own slots. */
  learn(prose: string, facts: readonly RoleFact[]): void {
    for (const { fact, contexts } of placesIn(prose, facts)) {
      for (const context of contexts) {
        const counts = this.heard.get(context) ?? new Map<string, number>();
        this.heard.set(context, counts.set(fact.role, (counts.get(fact.role) ?? 0) + 1));
      }
    }
  }

  /** Name of the first fact whose value stands among words that are often said of others and never of one like it. */
  misplaced(prose: string, facts: readonly RoleFact[]): string | undefined {
    return placesIn(prose, facts).find(({ fact, contexts }) =>
      contexts.some((context) => {
        const counts = this.heard.get(context);
        if (counts === undefined || counts.has(fact.role)) return false;
        return [...counts.values()].reduce((sum, count) => sum + count, 0) >= enough;
      }),
    )?.fact.slotted.fullName;
  }
}

/** The values of a text, each with the words before it, behind it and round it. */
function placesIn(prose: string, facts: readonly RoleFact[]) {
  return facts.flatMap((fact) => {
    const { slot, nameSlot, inWords } = fact.slotted;
    const at = prose.indexOf(slot);
    // Told by its name it is right anyhow; told in words its slot stands behind them.
    if (at < 0 || inWords || prose.includes(nameSlot)) return [];
    const before = wordsOf(prose.slice(0, at).split(sentenceEnd).at(-1)).slice(-reach);
    const behind = wordsOf(prose.slice(at + 1).split(sentenceEnd)[0]).slice(0, reach);
    const contexts = [
      `${before.join(' ')} _`,
      `_ ${behind.join(' ')}`,
      `${before.slice(1).join(' ')} _ ${behind.slice(0, -1).join(' ')}`,
    ].filter((context) => twoWords.test(context));
    return [{ fact, contexts }];
  });
}

/** Words and marks of sentences; each value as one. */
function wordsOf(text = ''): string[] {
  const words = text.toLowerCase().match(/[\p{L}'-]+|[.,;:?!]|\p{Co}/gu) ?? [];
  return words.map((word) => (/\p{Co}/u.test(word) ? '#' : word));
}
