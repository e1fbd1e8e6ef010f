import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datetimeOf, momentOf } from '../../../../src/fields/shared/calendar';
import { slotGrid } from '../../../../src/fields/shared/slotGrid';

const at = (text: string): number => momentOf(text) ?? NaN;

/** Every moment of a stretch that the rules allow, found by looking at each second of the step. */
function slots(from: string, to: string, grid: ReturnType<typeof slotGrid>): string[] {
  const first = grid.firstFrom(at(from));
  const last = grid.lastUpTo(at(to));
  return Array.from(
    { length: last - first + 1 },
    (_, index) => datetimeOf(grid.momentAt(first + index)) ?? '',
  );
}

describe('slotGrid', () => {
  test('leaves working hours of working days', () => {
    // 2025-01-03 is a Friday.
    const grid = slotGrid({
      stepSeconds: 4 * 3600,
      within: [8 * 3600, 18 * 3600],
      weekdays: [1, 2, 3, 4, 5],
    });
    expect(slots('2025-01-03T09:00', '2025-01-06T12:00', grid)).toEqual([
      '2025-01-03T12:00:00',
      '2025-01-03T16:00:00',
      '2025-01-06T08:00:00',
      '2025-01-06T12:00:00',
    ]);
  });

  test('has no slot where the rules leave none', () => {
    const grid = slotGrid({ stepSeconds: 86_400, weekdays: [0] });
    expect(slots('2025-01-03', '2025-01-04', grid)).toEqual([]);
  });

  test('numbers moments in order without gaps, and finds each again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
        fc.constantFrom(60, 420, 900, 3600, 50_000),
        fc.integer({ min: -20_000, max: 20_000 }),
        (weekdays, stepSeconds, slot) => {
          const grid = slotGrid({ weekdays, stepSeconds, within: [3600, 80_000] });
          const moment = grid.momentAt(slot);
          expect(grid.firstFrom(moment)).toBe(slot);
          expect(grid.lastUpTo(moment)).toBe(slot);
          expect(grid.firstFrom(moment + 1)).toBe(slot + 1);
          expect(grid.momentAt(slot + 1)).toBeGreaterThan(moment);
          expect(weekdays).toContain(new Date(moment * 1000).getUTCDay());
          expect((((moment % 86_400) + 86_400) % 86_400) % stepSeconds).toBe(0);
        },
      ),
    );
  });
});
