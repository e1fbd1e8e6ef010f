import { expect, test } from 'vitest';

test('the tests run far from UTC, so that a date that depends on the zone is caught', () => {
  // Adelaide is UTC+10:30 in January, daylight saving included.
  expect(new Date(2025, 0, 1).getTimezoneOffset()).toBe(-630);
});
