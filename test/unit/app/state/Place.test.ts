import { expect, test } from 'vitest';
import { hashOf, placeOf } from '../../../../src/app/state/Place';

test('an address without work is the start', () => {
  for (const hash of ['', '#/', '#/nowhere', '#/work/']) expect(placeOf(hash)).toEqual({ screen: 'start' });
});

test('an address of work without a step opens its recipe', () => {
  expect(placeOf('#/work/w1')).toEqual({ screen: 'recipe', workId: 'w1' });
  expect(placeOf('#/work/w1/dancing')).toEqual({ screen: 'recipe', workId: 'w1' });
});

test('every place is read back from its address, whatever stands in the id', () => {
  for (const workId of ['w1', 'a b/c', '100%', 'ü']) {
    const place = { screen: 'records', workId } as const;
    expect(placeOf(hashOf(place))).toEqual(place);
  }
  expect(placeOf(hashOf({ screen: 'start' }))).toEqual({ screen: 'start' });
});

test('the device has an address with work and one without', () => {
  for (const workId of [null, 'w1', 'a b/c']) {
    const place = { screen: 'device', workId } as const;
    expect(placeOf(hashOf(place))).toEqual(place);
  }
  expect(hashOf({ screen: 'device', workId: null })).toBe('#/device');
});

test('an address with a broken escape is still an address', () => {
  expect(placeOf('#/work/%E0%A4%A/run')).toEqual({ screen: 'run', workId: '%E0%A4%A' });
});
