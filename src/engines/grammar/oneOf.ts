import { literal } from '../shared/literal';

/**
 * GBNF for one of these texts, shared beginnings first: `"14" ("2/88")?`. The engine tries every branch that is
 * open at each character, so a tree keeps it at one branch a first character however many texts there are.
 */
export function oneOf(texts: Iterable<string>): string {
  const branches = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    const first = [...text][0];
    if (first === undefined) continue;
    branches.set(first, [...(branches.get(first) ?? []), text]);
  }
  return [...branches.values()].map(branch).join(' | ');
}

/**
 * The whole words that all of these texts begin with, without the space behind them; empty where they share none, and of
 * one text alone.
 */
export function sharedWords(texts: readonly string[]): string {
  if (new Set(texts).size < 2) return '';
  const shared = texts.reduce(sharedStart, texts[0] ?? '');
  return shared.slice(0, Math.max(0, shared.lastIndexOf(' ')));
}

function branch(texts: readonly string[]): string {
  const shared = texts.reduce(sharedStart);
  const rests = texts.map((text) => text.slice(shared.length));
  const open = rests.filter((rest) => rest !== '');
  if (open.length === 0) return literal(shared);
  return `${literal(shared)} (${oneOf(open)})${open.length < rests.length ? '?' : ''}`;
}

function sharedStart(a: string, b: string): string {
  const points = [...a];
  const others = [...b];
  const differs = points.findIndex((point, index) => point !== others[index]);
  return differs === -1 ? a : points.slice(0, differs).join('');
}
