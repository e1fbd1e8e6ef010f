import { describe, expect, test } from 'vitest';
import { NearCopyIndex } from '../../../src/verification/NearCopyIndex';

const note =
  'A 41-year-old woman came in on 4 March 2025 with chest pain that began in the morning and grew worse over the day. ' +
  'Pulse 96, blood pressure 142/88, temperature 37.8. She is alert, her skin is warm and dry, and she denies any fall.';

function indexOf(...texts: string[]): NearCopyIndex {
  const index = new NearCopyIndex();
  texts.forEach((text, row) => index.add(`row ${row}`, text));
  return index;
}

describe('NearCopyIndex', () => {
  test('finds an exact repeat, whatever its case and punctuation', () => {
    expect(indexOf('Something else altogether that is long enough.', note).nearest(note)).toEqual({
      id: 'row 1',
      similarity: 1,
    });
    expect(indexOf(note).nearest(note.toUpperCase().replaceAll(',', ' –'))?.similarity).toBe(1);
  });

  test('finds a text that changes a single word', () => {
    // 40 words have 36 shingles; one changed at the end spoils one: Jaccard 35/37 = 0.95.
    expect(indexOf(note).nearest(note.replace('any fall.', 'any faint.'))?.id).toBe('row 0');
  });

  test('lets the same turn of phrase with other facts pass', () => {
    const other = note
      .replace('41', '67')
      .replace('4 March', '9 June')
      .replace('96', '71')
      .replace('142/88', '118/70')
      .replace('37.8', '36.6');
    expect(indexOf(note).nearest(other)).toBeUndefined();
  });

  test('takes no text under eight words for a copy', () => {
    expect(
      indexOf('Seen today for chest pain, stable.').nearest('Seen today for chest pain, stable.'),
    ).toBeUndefined();
  });

  test('names the earliest of equal texts', () => {
    expect(indexOf(note, note, note).nearest(note)?.id).toBe('row 0');
  });

  test('finds an exact repeat among hundreds of texts that share most of their words', () => {
    const texts = Array.from({ length: 300 }, (_, row) =>
      note.replace('in the morning', `on ward ${row} of wing ${row * 7}`),
    );
    expect(indexOf(...texts).nearest(texts[250]!)?.similarity).toBe(1);
  });

  test('forgets only texts older than its capacity', () => {
    const index = new NearCopyIndex(10);
    const texts = Array.from(
      { length: 40 },
      (_, row) => `Note ${row} tells that patient ${row * 7} was seen on ward ${row * 3} today.`,
    );
    texts.forEach((text, row) => index.add(`row ${row}`, text));
    expect(index.nearest(texts[0]!)).toBeUndefined();
    for (let row = 30; row < 40; row++) expect(index.nearest(texts[row]!)?.id).toBe(`row ${row}`);
  });
});
