import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { llamaWasm, withoutPromptCache } from '../../../tools/llamaWasm.mjs';

const shipped = readFileSync('node_modules/@wllama/wllama/esm/wasm/wllama.wasm');

test('the engine that is built with differs from the library’s in one number, the size of its prompt cache', () => {
  const ours = readFileSync(llamaWasm().replacement);
  expect(ours).toHaveLength(shipped.length);
  const changed = [...shipped.entries()].filter(([at, byte]) => ours[at] !== byte);
  // 8192 is 0x2000.
  expect(changed.map(([, byte]) => byte)).toEqual([0x20]);
});

test('a library in which that number is not found, or found twice, is refused', () => {
  expect(() => withoutPromptCache(Buffer.from('another engine'))).toThrow('tools/llamaWasm.mjs');
  expect(() => withoutPromptCache(Buffer.concat([shipped, shipped]))).toThrow('tools/llamaWasm.mjs');
});
