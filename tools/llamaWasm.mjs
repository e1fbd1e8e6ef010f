import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const shipped = 'node_modules/@wllama/wllama/esm/wasm/wllama.wasm';
const ours = resolve('out/wllama/wllama.wasm');

/** `v128.const` of four 32-bit numbers. @param {readonly number[]} numbers */
function vector(numbers) {
  return Buffer.concat([
    Buffer.from([0xfd, 0x0c]),
    ...numbers.map((number) => Buffer.from(Int32Array.of(number).buffer)),
  ]);
}

/** Of four defaults side by side the last is the most MiB that llama.cpp's prompt cache may hold; 0 turns it off. */
const cached = vector([32, 0, 8192, 8192]);
const uncached = vector([32, 0, 8192, 0]);

/**
 * The engine without its prompt cache. It files a slot's memory there with nearly every new cell, up to 8 GiB, which
 * WebAssembly's memory never gives back, and the library has no parameter for it. Throws where the default is not found
 * exactly once: then the library has changed, and so must this.
 * @param {Buffer} wasm @returns {Buffer}
 */
export function withoutPromptCache(wasm) {
  const at = wasm.indexOf(cached);
  if (at === -1 || wasm.indexOf(cached, at + 1) !== -1)
    throw new Error(`The size of the prompt cache was not found in ${shipped}. See tools/llamaWasm.mjs.`);
  const changed = Buffer.from(wasm);
  uncached.copy(changed, at);
  return changed;
}

/** For Vite: has the engine's WebAssembly come from a copy without the prompt cache, which is made where it is missing. */
export function llamaWasm() {
  const wasm = withoutPromptCache(readFileSync(shipped));
  if (!existsSync(ours) || !readFileSync(ours).equals(wasm)) {
    mkdirSync(resolve(ours, '..'), { recursive: true });
    const part = `${ours}.${process.pid}`;
    writeFileSync(part, wasm);
    renameSync(part, ours);
  }
  return { find: /^@wllama\/wllama\/esm\/wasm\/wllama\.wasm/, replacement: ours };
}
