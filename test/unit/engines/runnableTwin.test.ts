import { describe, expect, test } from 'vitest';
import { embeddedWriter } from '../../../src/engines/models';
import { runnableTwin } from '../../../src/engines/runnableTwin';
import { ownModelCard } from '../../../src/engines/store/ownModelCard';
import type { StoredModel } from '../../../src/engines/store/StoredModel';
import { gpuFacts } from '../../support/deviceFacts';

function stored(id: string, name: string, quantisation: string): StoredModel {
  const library = `${name}-${quantisation}_cs1k-webgpu.wasm`;
  const about = { name, architecture: 'qwen3', contextTokens: 4096, quantisation, library };
  return { id, engine: 'webLlm', fileName: id, sizeBytes: 1, sha256: id, files: [], about };
}

const half = stored('half', 'Qwen3-0.6B', 'q4f16_1');
const whole = stored('whole', 'Qwen3-0.6B', 'q4f32_1');
const others = [stored('larger', 'Qwen3-1.7B', 'q4f32_1'), stored('finer', 'Qwen3-0.6B', 'q0f32')];
const card = ownModelCard(half);
const plain = gpuFacts({ shaderF16: false });
const storeOf = (...models: StoredModel[]) => ({
  find: (id: string) => Promise.resolve(models.find((model) => model.id === id) ?? null),
  list: () => Promise.resolve(models),
});

describe('the twin of a writer', () => {
  test('stands in for one that this GPU cannot compute', async () => {
    const twin = await runnableTwin(card, plain, storeOf(half, ...others, whole));
    expect(twin).toEqual(ownModelCard(whole));
  });

  test('stays away where the GPU has 16-bit numbers, or there is none', async () => {
    const store = storeOf(half, whole);
    expect(await runnableTwin(card, gpuFacts(), store)).toBe(card);
    expect(await runnableTwin(card, null, store)).toBe(card);
  });

  test('is nobody where only others are here: the engine then says which to bring', async () => {
    expect(await runnableTwin(card, plain, storeOf(half, ...others))).toBe(card);
    expect(await runnableTwin(card, plain, storeOf())).toBe(card);
  });

  test('is not looked for where a writer has 32-bit numbers already, or another engine', async () => {
    const own = ownModelCard(whole);
    expect(await runnableTwin(own, plain, storeOf(half, whole))).toBe(own);
    expect(await runnableTwin(embeddedWriter, plain, storeOf())).toBe(embeddedWriter);
  });
});
