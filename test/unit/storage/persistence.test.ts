import { describe, expect, test } from 'vitest';
import { askPersistence, storageEstimate } from '../../../src/storage/persistence';

describe('the storage estimate', () => {
  test('reports what the browser says', async () => {
    const storage = {
      estimate: () => Promise.resolve({ usage: 5, quota: 100 }),
      persisted: () => Promise.resolve(true),
    };
    expect(await storageEstimate(storage)).toEqual({ usedBytes: 5, quotaBytes: 100, persisted: true });
  });

  test('is empty, not an error, where the browser says nothing or refuses', async () => {
    const nothing = { usedBytes: null, quotaBytes: null, persisted: false };
    expect(await storageEstimate({})).toEqual(nothing);
    expect(await storageEstimate({ estimate: () => Promise.reject(new Error('no')) })).toEqual(nothing);
  });
});

describe('asking for persistence', () => {
  test('gives the answer of the browser, and no when it cannot', async () => {
    expect(await askPersistence({ persist: () => Promise.resolve(true) })).toBe(true);
    expect(await askPersistence({ persist: () => Promise.reject(new Error('no')) })).toBe(false);
    expect(await askPersistence({})).toBe(false);
  });
});
