import { expect, test } from 'vitest';
import { filesOnce } from '../../../src/engines/filesOnce';
import { embeddedWriter } from '../../../src/engines/models';

const compiled = { ...embeddedWriter, id: 'compiled', engine: 'webLlm' };
const never = new AbortController().signal;

/** Reads that settle as the test says: at once, or when they are given up. */
function reads(...answers: ('file' | 'nothing')[]) {
  let asked = 0;
  const read = filesOnce((_, signal) => {
    const answer = answers[asked++];
    if (answer === 'file') return Promise.resolve([new Blob(['weights'])]);
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  });
  return { read, asked: () => asked };
}

test('files are read once, and none for an engine that finds them by itself', async () => {
  const { read, asked } = reads('file');
  const [first] = await read(embeddedWriter, never);
  expect((await read(embeddedWriter, never))[0]).toBe(first);
  expect(await read(compiled, never)).toEqual([]);
  expect(asked()).toBe(1);
});

test('a read that does not end is given up with its load, and the next load reads anew', async () => {
  const { read, asked } = reads('nothing', 'file');
  const load = new AbortController();
  const hanging = read(embeddedWriter, load.signal);
  load.abort(new Error('not loaded in time'));
  await expect(hanging).rejects.toThrow('not loaded in time');
  expect(await read(embeddedWriter, never)).toHaveLength(1);
  expect(asked()).toBe(2);
});
