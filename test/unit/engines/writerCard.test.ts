import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embeddedWriter } from '../../../src/engines/models';

const card = embeddedWriter.about!;
const names = card.kinds.map(({ name }) => name);

describe('the card of the embedded writer', () => {
  test('is about the file that ships', () => {
    const weights = readFileSync('public/writer/embedded-writer.gguf');
    expect(weights).toHaveLength(card.sizeBytes);
    expect(createHash('sha256').update(weights).digest('hex')).toBe(card.sha256);
  });

  test('says something under every heading', () => {
    const { summary, trainedOn, trainedHow, privacy, licence, measured } = card;
    for (const text of [summary, trainedOn, trainedHow, privacy, licence, measured, ...card.cannot]) {
      expect(text).toMatch(/^[A-Z].{2,}/);
    }
    expect(card.cannot.length).toBeGreaterThan(0);
  });

  test('gives each figure a meaning, and shares of 0 to 1', () => {
    expect(card.figures.length).toBeGreaterThan(0);
    expect(new Set(card.figures.map(({ id }) => id)).size).toBe(card.figures.length);
    for (const { label, meaning, withGrammar, withoutGrammar, atLeast, atMost } of card.figures) {
      expect([label, meaning].every((text) => text.trim() !== '')).toBe(true);
      const shares = [withGrammar, withoutGrammar, atLeast, atMost].filter((share) => share !== undefined);
      expect(shares.length).toBeGreaterThan(0);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      // Weights that do not reach what is asked do not ship.
      expect(withGrammar ?? 1).toBeGreaterThanOrEqual(atLeast ?? 0);
      expect(withGrammar ?? 0).toBeLessThanOrEqual(atMost ?? 1);
    }
    for (const { accepted } of card.curve) expect(accepted >= 0 && accepted <= 1).toBe(true);
  });

  test('names each kind of text once, with an example', () => {
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const { trade, example } of card.kinds) {
      expect(['clinical', 'legal', 'general']).toContain(trade);
      expect(example.text.trim()).not.toBe('');
      expect(example.facts.every((fact) => fact.length === 2)).toBe(true);
    }
  });
});
