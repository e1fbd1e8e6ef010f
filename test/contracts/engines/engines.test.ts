import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engines } from '../../../src/engines/engines';
import { models } from '../../../src/engines/models';
import { renderTask } from '../../../src/engines/renderTask';
import { describe as sentenceOf } from '../../../src/problems/describe';
import { writingTask } from '../../support/writingTask';

test('no two engines and no two writers share an id', () => {
  for (const list of [engines, models]) {
    const ids = list.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

const size = fc.integer({ min: 0, max: 2 ** 31 });
const name = fc.constantFrom('', 'nvidia', 'swiftshader');
const anyGpu = fc.record({
  vendor: name,
  architecture: name,
  device: name,
  description: name,
  isFallback: fc.boolean(),
  isCompatibility: fc.boolean(),
  shaderF16: fc.boolean(),
  subgroups: fc.boolean(),
  limits: fc.record({
    maxBufferSize: size,
    maxStorageBufferBindingSize: size,
    maxStorageBuffersPerShaderStage: size,
    maxComputeWorkgroupStorageSize: size,
    maxComputeInvocationsPerWorkgroup: size,
  }),
});

describe.each(engines)('the engine $id', (engine) => {
  test('reviews any device without throwing, and has a sentence for what it finds', () => {
    const device = fc.record({
      wasm: fc.boolean(),
      wasmFeatures: fc.record({
        simd: fc.boolean(),
        relaxedSimd: fc.boolean(),
        threads: fc.boolean(),
        memory64: fc.boolean(),
        exceptions: fc.boolean(),
        jspi: fc.boolean(),
      }),
      threads: fc.boolean(),
      cores: fc.integer({ min: 0, max: 256 }),
      memoryGiB: fc.option(fc.constantFrom(0.25, 2, 8), { nil: null }),
      gpu: fc.option(anyGpu, { nil: null }),
    });
    fc.assert(
      fc.property(device, (facts) => {
        for (const problem of engine.review(facts)) expect(sentenceOf(problem)).not.toMatch(/[{}]/);
      }),
    );
  });
});

describe.each(models)('the writer $id', (card) => {
  test('runs on an engine of the list', () => {
    expect(engines.map(({ id }) => id)).toContain(card.engine);
  });

  test('renders a task into a prompt that fits, with a grammar', () => {
    const task = renderTask(writingTask('note', { age: '54' }), card, 1);
    expect(task.prompt).toContain(card.slots === true ? 'age' : '54');
    expect(task.grammar).toBeDefined();
    expect(task.maxTokens).toBeLessThan(card.contextTokens);
  });

  test('has the size and the SHA-256 its card says, where it ships with the app', () => {
    const file = `public/${card.file}`;
    expect(existsSync(file)).toBe(true);
    const bytes = readFileSync(file);
    expect(bytes.length).toBe(card.sizeBytes);
    expect(bytes.length).toBeLessThanOrEqual(12_000_000);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(card.sha256);
  });
});
