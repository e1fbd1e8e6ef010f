import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/problems/Failure';
import { guard, storageFailure } from '../../../src/storage/storageFailure';

const quota = new DOMException('disk is full', 'QuotaExceededError');

describe('errors of the database', () => {
  test.each([
    ['itself', quota],
    [
      'wrapped in an aborted transaction',
      Object.assign(new Error('aborted'), { name: 'AbortError', inner: quota }),
    ],
    ['as the cause', new Error('outer', { cause: quota })],
    [
      'among the failures of a bulk write',
      Object.assign(new Error('bulk'), { name: 'BulkError', failures: [quota] }),
    ],
  ])('a full disk is recognised %s', (_, error) => {
    const failure = storageFailure(error, 'save 500 more records');
    expect(failure.problem.code).toBe('storage.full');
    expect(failure.message).toContain('no room left on this device to save 500 more records');
    expect(failure.cause).toBe(error);
  });

  test('anything else says what could not be done, and is no cancel', async () => {
    const aborted = new DOMException('aborted', 'AbortError');
    const failure = await guard('save the run', () => Promise.reject(aborted)).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({
      problem: { code: 'storage.unavailable', values: { doing: 'save the run' } },
      cause: aborted,
    });
  });

  test('a failure passes through as it is', () => {
    const failure = new Failure('storage.gone', { what: 'run' });
    expect(storageFailure(failure, 'x')).toBe(failure);
  });
});
