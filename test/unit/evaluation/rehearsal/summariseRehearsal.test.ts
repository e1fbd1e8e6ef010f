import { describe, expect, test } from 'vitest';
import type { Attempt, CellLineage } from '../../../../src/dataset/RowBatch';
import { summariseRehearsal } from '../../../../src/evaluation/rehearsal/summariseRehearsal';
import { problem } from '../../../../src/problems/Problem';
import { recipeOf } from '../../../support/recipes';
import { scriptedFacts } from '../../../support/scriptedWriter';

const recipe = recipeOf({
  pulse: { type: 'integer', min: 40, max: 180 },
  note: { type: 'text', label: 'Triage note', kind: 'note', facts: ['pulse'], words: [3, 40] },
  urgency: { type: 'label', values: ['urgent', 'can wait'], facts: ['pulse'] },
});

const attempt = (milliseconds: number, ...codes: Attempt['problems'][number]['code'][]): Attempt => ({
  seed: 1,
  tokens: 10,
  milliseconds,
  problems: codes.map((code) => problem(code, '', { number: 'private 84' })),
});
const cell = (verdict: CellLineage['verdict'], ...attempts: Attempt[]): CellLineage => ({
  model: 'm',
  attempts,
  verdict,
});

describe('what a rehearsal showed', () => {
  const notes = [
    cell('passed', attempt(100)),
    cell('passed', attempt(100, 'check.strangeNumber'), attempt(100)),
    cell('marked', attempt(100, 'check.tooLong', 'check.strangeNumber'), attempt(200, 'check.strangeNumber')),
    cell('missing'),
  ];
  const labels = notes.map(() => cell('passed', attempt(50)));
  const made = summariseRehearsal({
    recipe,
    writer: { ...scriptedFacts, slots: 4 },
    rows: { visit: 40 },
    batches: [
      {
        table: 'visit',
        start: 0,
        rowCount: 4,
        columns: [
          { path: 'note', type: 'text', cells: ['A text.', 'A text.', 'Some text.', null] },
          { path: 'urgency', type: 'text', cells: ['urgent', 'urgent', 'urgent', 'can wait'] },
        ],
        lineage: { note: notes, urgency: labels },
      },
    ],
  });

  test('is counted field by field, with the most frequent reason', () => {
    expect(made.fields[0]).toEqual({
      table: 'visit',
      path: 'note',
      label: 'Triage note',
      cells: 3,
      passedFirst: 1,
      passedLater: 1,
      marked: 1,
      reason: { code: 'check.strangeNumber', count: 3 },
      distinct: null,
    });
    expect(made.fields[1]).toMatchObject({ path: 'urgency', cells: 4, passedFirst: 4, reason: null });
  });

  test('has a speed with all slots busy, and a time for the whole recipe', () => {
    // Nine attempts of ten tokens; 800 milliseconds of busy slots, four at a time.
    expect(made).toMatchObject({ cells: 7, tokens: 90 });
    expect(made.tokensPerSecond).toBeCloseTo((90 * 4) / 0.8, 9);
    // 40 records of 600/4 and 50 milliseconds, four at a time.
    expect(made.time.milliseconds).toBeCloseTo((40 * (150 + 50)) / 4, 9);
    expect(made.time.records).toBe(40);
  });

  test('holds nothing of any text or value', () => {
    expect(JSON.stringify(made)).not.toMatch(/private|A text|Some text/);
  });
});
