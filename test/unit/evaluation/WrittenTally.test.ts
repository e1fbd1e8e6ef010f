import { describe, expect, test } from 'vitest';
import type { Attempt, CellLineage } from '../../../src/dataset/RowBatch';
import { WrittenTally } from '../../../src/evaluation/WrittenTally';
import { problem } from '../../../src/problems/Problem';

function attempt(tokens: number, ...whats: string[]): Attempt {
  const problems = whats.map((what) => problem('storage.gone', '', { what }));
  return { seed: 1, tokens, milliseconds: 1, problems };
}

function cell(verdict: CellLineage['verdict'], ...attempts: Attempt[]): CellLineage {
  return { model: 'tiny', verdict, attempts };
}

describe('the tally of a written column', () => {
  test('tells what passed at once, what later, what is marked, and why attempts failed', () => {
    const tally = new WrittenTally('visit', { path: 'note', label: 'Note', type: 'text', origin: 'written' });
    tally.add([cell('passed', attempt(10)), cell('missing')]);
    tally.add([
      cell('passed', attempt(5, 'work'), attempt(6)),
      cell('marked', attempt(1, 'run', 'run'), attempt(2, 'run')),
    ]);
    expect(tally.finding()).toEqual({
      table: 'visit',
      path: 'note',
      label: 'Note',
      cells: 3,
      passedFirst: 1,
      passedLater: 1,
      marked: 1,
      attempts: 5,
      tokens: 24,
      reasons: [
        {
          code: 'storage.gone',
          path: 'note',
          count: 3,
          example: expect.stringContaining('this work is no longer on this device') as string,
        },
      ],
    });
  });
});
