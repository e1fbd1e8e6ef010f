import { describe, expect, test } from 'vitest';
import { objectionsTo, reviewRehearsal } from '../../../../src/evaluation/proposal/reviewRehearsal';
import { rehearsal, rehearsedField } from '../../../support/deviceResults';

const timeOf = (milliseconds: number) => ({
  records: 3000,
  milliseconds,
  low: milliseconds,
  high: milliseconds,
});
const tooHard = [
  rehearsedField({
    passedFirst: 9,
    passedLater: 8,
    marked: 3,
    reason: { code: 'check.tooShort', count: 40 },
  }),
];

describe('a run after its rehearsal', () => {
  test('goes on where the writer does', () => {
    expect(reviewRehearsal('Mine', rehearsal({ time: timeOf(3_600_000) }))).toEqual([]);
  });

  test('is objected to where the writer is out of its depth, and why', () => {
    const found = reviewRehearsal('Mine', rehearsal({ fields: tooHard, time: timeOf(60_000) }));
    expect(found).toMatchObject([
      { code: 'writer.failedRehearsal', values: { model: 'Mine', cells: 20 } },
      { code: 'writer.rejectsLength', values: { share: '55%', field: 'Triage note' } },
    ]);
  });

  test('is objected to where it would not be done after a night', () => {
    const found = reviewRehearsal('Mine', rehearsal({ time: timeOf(30 * 3_600_000) }));
    expect(found.map(({ code }) => code)).toEqual(['writer.failedRehearsal', 'writer.tooSlow']);
  });

  test('is as good as over within a minute, and only its finding is kept', () => {
    const short = rehearsal({ fields: tooHard, time: timeOf(59_999) });
    expect(reviewRehearsal('Mine', short)).toEqual([]);
    expect(objectionsTo(short).map(({ code }) => code)).toEqual(['writer.rejectsLength']);
  });
});
