import { describe, expect, test } from 'vitest';
import { findKinds, kindNamed, nearestKind } from '../../../../src/app/editing/findKinds';
import type { TextKind } from '../../../../src/engines/WriterCard';

function kind(name: string, trade: TextKind['trade'], ...names: string[]): TextKind {
  return { name, trade, names, example: { facts: [], text: `A ${name}.` } };
}

const kinds = [
  kind('matter summary', 'legal', 'case summary'),
  kind('nursing note', 'clinical', 'ward note'),
  kind('discharge note', 'clinical'),
  kind('note', 'clinical', 'SOAP note'),
  kind('summary', 'general'),
];
const found = (typed: string) =>
  findKinds(kinds, typed).map(({ name, choices }) => [name, choices.map(({ label }) => label)]);

describe('findKinds', () => {
  test('gives every kind by trade where nothing is typed, in the order of the list', () => {
    expect(found('  ')).toEqual([
      ['Clinical', ['nursing note', 'discharge note', 'note']],
      ['Legal', ['matter summary']],
      ['General', ['summary']],
    ]);
  });

  test('puts names that begin so first, then names with the words, then other names', () => {
    expect(found('note')).toEqual([['Clinical', ['note', 'nursing note', 'discharge note']]]);
    expect(found('Summary')).toEqual([
      ['Legal', ['matter summary']],
      ['General', ['summary']],
    ]);
  });

  test('finds a kind by another of its names, and says which', () => {
    const [group] = findKinds(kinds, 'case');
    expect(group?.choices).toEqual([
      {
        id: 'matter summary',
        label: 'matter summary',
        detail: 'A matter summary.',
        prose: true,
        also: 'case summary',
      },
    ]);
  });

  test('finds the kinds of a trade by its name', () => {
    expect(found('legal')).toEqual([['Legal', ['matter summary']]]);
    expect(found('recipe for soup')).toEqual([]);
  });
});

test('a kind is known by any of its names, however it is written', () => {
  expect(kindNamed(kinds, ' Case  Summary ')?.name).toBe('matter summary');
  expect(kindNamed(kinds, 'note')?.name).toBe('note');
  expect(kindNamed(kinds, 'case')).toBeUndefined();
});

test('the nearest name is one that a slip of the hand explains', () => {
  expect(nearestKind(kinds, 'Nursng not')).toBe('nursing note');
  expect(nearestKind(kinds, 'soap nte')).toBe('SOAP note');
  expect(nearestKind(kinds, 'shipping manifest')).toBeUndefined();
});
