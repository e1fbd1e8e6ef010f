import { describe, expect, test } from 'vitest';
import { openReply, readBody, type Asking } from '../../../../src/engines/store/download/openReply';
import { patience } from '../../../../src/engines/store/download/Pace';
import type { Reply } from '../../../../src/engines/store/download/Transport';

/** A host that sends a piece every few seconds, by a clock that moves with it. */
function slowHost(
  pieceBytes: number,
  everyMs: number,
): { reply: Reply; asking: Asking; cancelled(): boolean } {
  let now = 0;
  let cancelled = false;
  const reply: Reply = {
    status: 200,
    url: 'https://a.example/file',
    headers: {},
    async read() {
      now += everyMs;
      return now > 300_000 ? null : new Uint8Array(pieceBytes);
    },
    cancel() {
      cancelled = true;
    },
  };
  const asking: Asking = {
    transport: { open: () => Promise.resolve(reply) },
    pace: {
      ...patience,
      now: () => now,
      wallClock: () => 0,
      chance: () => 0,
      // Nothing here takes so long that it is given up: only the rate counts.
      sleep: () => new Promise(() => undefined),
    },
    signal: new AbortController().signal,
    host: { id: 'a', name: 'A', origins: ['https://a.example'], redirects: [] },
    file: 'file',
  };
  return { reply, asking, cancelled: () => cancelled };
}

async function bytesOf({ reply, asking }: ReturnType<typeof slowHost>): Promise<number> {
  let bytes = 0;
  for await (const piece of readBody(reply, asking)) bytes += piece.byteLength;
  return bytes;
}

describe('a host that drips', () => {
  test('is given up when half a minute brings less than a kilobyte, and its connection is closed', async () => {
    const host = slowHost(100, 5000);
    await expect(bytesOf(host)).rejects.toMatchObject({ name: 'Hitch', reason: 'hardly sends anything' });
    expect(host.cancelled()).toBe(true);
  });

  test('is borne with when it brings more', async () => {
    expect(await bytesOf(slowHost(200, 5000))).toBe(12_000);
  });
});

test('a download that is stopped waits for no answer', async () => {
  const { asking } = slowHost(1, 1);
  const stop = new AbortController();
  const silent = {
    ...asking,
    signal: stop.signal,
    transport: { open: () => new Promise<Reply>(() => undefined) },
  };
  const opening = openReply(
    { url: 'https://a.example/file', headers: {} },
    {
      ...silent,
      pace: {
        ...asking.pace,
        sleep: (_, signal) =>
          new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason as Error)),
          ),
      },
    },
  );
  stop.abort('paused');
  await expect(opening).rejects.toBe('paused');
});
