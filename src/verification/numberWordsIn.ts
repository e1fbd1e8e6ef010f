import { numberWords } from './numberWords.data';

export interface NumberWord {
  readonly written: string;
  readonly key: string;
}

const fixedPhrases = /\bthird[- ](?:part(?:y|ies)|person)\b|\bone another\b|\bsixth sense\b/giu;

/** Numbers spelled out, `forty-one` as one; a lone “one” is taken for a pronoun and left out. */
export function numberWordsIn(text: string): NumberWord[] {
  const found: NumberWord[] = [];
  const words = text.replace(fixedPhrases, ' ').match(/\p{L}+/gu) ?? [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!.toLowerCase();
    const value = numberWords.get(word);
    if (value === undefined || word === 'one') continue;
    const next = numberWords.get(words[index + 1]?.toLowerCase() ?? '');
    if (value >= 20 && value <= 90 && next !== undefined && next >= 1 && next <= 9) {
      found.push({ written: `${word}-${words[index + 1]!.toLowerCase()}`, key: String(value + next) });
      index++;
    } else {
      found.push({ written: word, key: String(value) });
    }
  }
  return found;
}
