import { expect, test } from 'vitest';
import { optionAt, withOption } from '../../../../src/app/editing/optionAt';

test('a dotted key reaches inside', () => {
  expect(optionAt({ age: { min: 18 } }, 'age.min')).toBe(18);
  expect(optionAt({ age: 18 }, 'age.min')).toBeUndefined();
  expect(optionAt({}, 'constructor')).toBeUndefined();
});

test('setting an option leaves the others and the original alone', () => {
  const before = { type: 'person', age: { min: 18, max: 95 } };
  expect(withOption(before, 'age.min', 21)).toEqual({ type: 'person', age: { min: 21, max: 95 } });
  expect(before.age.min).toBe(18);
});

test('an option can be made where nothing was', () => {
  expect(withOption({}, 'age.max', 95)).toEqual({ age: { max: 95 } });
});

test('taking the last option inside takes the object too', () => {
  expect(withOption({ type: 'person', age: { min: 18 } }, 'age.min', undefined)).toEqual({ type: 'person' });
});
