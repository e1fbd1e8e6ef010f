import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../../src/expressions/compileExpression';

function run(source: string): unknown {
  const compiled = compileExpression(source);
  return 'expression' in compiled ? compiled.expression.evaluate({}, '2026-11-20') : compiled.problem.code;
}

describe('date functions', () => {
  test.each([
    ["years_between('1984-03-05', '2025-03-04')", 40],
    ["years_between('1984-03-05', '2025-03-05')", 41],
    ["years_between('1984-03-05', '2025-03-05T00:00:00')", 41],
    ["years_between('2000-02-29', '2001-02-28')", 0],
    ["years_between('2000-02-29', '2001-03-01')", 1],
    ["years_between('2025-03-05', '1984-03-06')", -40],
    ["months_between('2025-01-31', '2025-02-28')", 0],
    ["months_between('2025-01-15', '2025-03-15')", 2],
    ["days_between('2024-02-28', '2024-03-01')", 2],
    ["days_between('2025-03-01', '2025-02-28')", -1],
    ["days_between('1900-02-28', '1900-03-01')", 1],
    ["days_between('2025-03-04T23:59:00', '2025-03-05T00:01:00')", 1],
    ["hours_between('2025-03-04T08:15:00', '2025-03-04T10:45:00')", 2.5],
    ["hours_between('2025-03-29T12:00:00', '2025-03-30T12:00:00')", 24],
    ["minutes_between('08:00:00', '09:30:30')", 90.5],
    ["add_days('2024-02-28', 2)", '2024-03-01'],
    ["add_days('2025-01-01T09:30:00', -1)", '2024-12-31T09:30:00'],
    ["add_days('9999-12-31', 1)", null],
    ["add_months('2024-01-31', 1)", '2024-02-29'],
    ["add_months('2025-01-31', -2)", '2024-11-30'],
    ["add_months('2024-11-15', 14)", '2026-01-15'],
    ["years_between('5 March 1984', '2025-03-05')", null],
    ["'2024-01-15T14:30:45'.getFullYear()", 2024],
    ["'2024-01-15T14:30:45'.getMonth()", 0],
    ["'2024-01-15T14:30:45'.getDate()", 15],
    ["'2024-01-15T14:30:45'.getDayOfWeek()", 1],
    ["'2024-01-15T14:30:45'.getHours()", 14],
  ])('%s', (source, expected) => {
    expect(run(source)).toBe(expected);
  });
});

describe('number and text functions', () => {
  test.each([
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(37.849, 1)', 37.8],
    ['round(1250, -2)', 1300],
    ['round(0.1 + 0.2, 10)', 0.3],
    ['floor(-1.2)', -2],
    ['ceil(1.2)', 2],
    ['abs(-3)', 3],
    ['min(3, 1, 2)', 1],
    ['max([3, 1, 2])', 3],
    ["max('2025-01-01', '2024-12-31')", '2025-01-01'],
    ["max(1, 'a')", null],
    ["lower('ÄB') + upper('c')", 'äbC'],
    ['text(2.5) + text(true)', '2.5true'],
    ["number(' 12.50 ')", 12.5],
    ["number('0x10')", null],
    ["int('12.9')", 12],
    ["coalesce(null, 'a', 'b')", 'a'],
    ['coalesce(null, null)', null],
  ])('%s', (source, expected) => {
    expect(run(source)).toBe(expected);
  });
});
