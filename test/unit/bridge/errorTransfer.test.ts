import { expose, wrap } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { registerErrorTransfer } from '../../../src/bridge/errorTransfer';
import { Failure } from '../../../src/problems/Failure';

registerErrorTransfer();

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

/** What arrives of something thrown on the other side of a port. */
function throwAcross(thrown: unknown): Promise<unknown> {
  const channel = new MessageChannel();
  channels.push(channel);
  expose(() => {
    throw thrown;
  }, channel.port1);
  return wrap<() => void>(channel.port2)().then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
}

describe('an error that crosses to another worker', () => {
  test('is still a Failure with its problem', async () => {
    const failure = new Failure('device.modelDamaged', { model: 'small' }, { at: 'visit.note' });
    const arrived = await throwAcross(failure);
    expect(arrived).toBeInstanceOf(Failure);
    expect(arrived).toMatchObject({ message: failure.message, problem: failure.problem });
  });

  test('is still a cancel', async () => {
    const arrived = await throwAcross(new DOMException('The cell was cancelled.', 'AbortError'));
    expect(arrived).toMatchObject({ name: 'AbortError', message: 'The cell was cancelled.' });
  });

  test('keeps name and message otherwise', async () => {
    const arrived = await throwAcross(new RangeError('too far'));
    expect(arrived).toBeInstanceOf(Error);
    expect(arrived).toMatchObject({ name: 'RangeError', message: 'too far' });
  });

  test('may be no error at all', async () => {
    expect(await throwAcross('a word')).toBe('a word');
  });
});
