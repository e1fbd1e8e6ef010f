import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { embeddedWriter } from '../../src/engines/models';
import { renderTask } from '../../src/engines/renderTask';
import { launchChromium, type Chromium, type OpenApp } from '../../tools/openApp.mjs';
import { openEnginePage } from '../support/engineHarness';
import { mlcFolder } from '../support/mlcFolder';
import { writingTask } from '../support/writingTask';

let chromium: Chromium;
let app: OpenApp;
beforeAll(async () => {
  chromium = await launchChromium();
  app = await openEnginePage(chromium, 'gpuPage');
});
afterAll(async () => {
  await app.close();
  await chromium.close();
});

test('the GPU of the test is imitated by the CPU and has no 16-bit numbers', async () => {
  const { gpu } = await app.page.evaluate(() => window.gpuTrial.readDevice());
  expect(gpu).toMatchObject({ architecture: 'swiftshader', isFallback: true, shaderF16: false });
});

describe('llama.cpp asked for the GPU', () => {
  const tasks = Array.from({ length: 3 }, (_, at) =>
    renderTask(writingTask('triage note', { age: String(40 + at), sex: 'female' }), embeddedWriter, 7 + at),
  );

  test('ends on the CPU, says why, and writes the same', async () => {
    const [asked, plain] = await app.page.evaluate(
      async (some) => [
        await window.gpuTrial.writeWithLlama({ slots: 3, threads: 1, backend: 'gpu' }, some),
        await window.gpuTrial.writeWithLlama({ slots: 3, threads: 1, backend: 'cpu' }, some),
      ],
      tasks,
    );
    expect(asked?.facts).toMatchObject({ backend: 'CPU', whyCpu: { code: 'cpu.softwareGpu' } });
    expect(plain?.facts).toMatchObject({ backend: 'CPU' });
    expect(asked?.texts).toEqual(plain?.texts);
  });
});

describe('WebLLM, with the real library in its worker', () => {
  const config = JSON.stringify({ ...mlcFolder().config, context_window_size: 2048 });
  const whole = {
    'mlc-chat-config.json': config,
    'tensor-cache.json': JSON.stringify({ metadata: {}, records: [] }),
    'tokenizer.json': '{}',
    'Tiny-q4f32_1-webgpu.wasm': [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  };
  const load = (files: Readonly<Record<string, string | readonly number[]>>) =>
    app.page.evaluate(async (some) => {
      await window.gpuTrial.clearMlc();
      await window.gpuTrial.putMlc(some);
      return window.gpuTrial.loadMlc();
    }, files);
  const without = (name: keyof typeof whole) =>
    Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
  afterEach(() => app.page.evaluate(() => window.gpuTrial.clearMlc()));

  test('says before anything is loaded that this GPU will not do', async () => {
    const [found, words] = await app.page.evaluate(async () => {
      const [first] = await window.gpuTrial.reviewWebLlm();
      return [first?.code, first && window.gpuTrial.sentence(first)] as const;
    });
    expect(found).toBe('gpu.software');
    expect(words).toContain('swiftshader');
  });

  test.each(['mlc-chat-config.json', 'tensor-cache.json', 'tokenizer.json'] as const)(
    'names the file when %s is missing',
    async (name) => {
      const { code, message } = await load(without(name));
      expect(code).toBe('gpu.fileMissing');
      expect(message).toContain(name);
    },
  );

  test('names a part of the weights that is missing, and the library', async () => {
    const records = [{ dataPath: 'params_shard_0.bin', nbytes: 4, records: [] }];
    const tensors = JSON.stringify({ metadata: {}, records });
    const { message } = await load({ ...whole, 'tensor-cache.json': tensors });
    expect(message).toContain('params_shard_0.bin');
    expect((await load(without('Tiny-q4f32_1-webgpu.wasm'))).message).toContain('.wasm');
  });

  test('says when a file is not what its name says', async () => {
    const page = '<!doctype html>';
    expect(await load({ ...whole, 'mlc-chat-config.json': page })).toMatchObject({ code: 'gpu.fileDamaged' });
    expect(await load({ ...whole, 'tensor-cache.json': '[]' })).toMatchObject({ code: 'gpu.fileDamaged' });
    expect(await load({ ...whole, 'Tiny-q4f32_1-webgpu.wasm': page })).toMatchObject({
      code: 'gpu.libraryDamaged',
    });
    expect(await load(whole)).toMatchObject({ code: 'gpu.libraryDamaged' });
  });

  test('stops loading within a second, though its worker is caught in a loop without an end', async () => {
    const module = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    // (func (loop (br 0))), and it is the one to start with.
    const sections = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 8, 1, 0, 10, 9, 1, 7, 0, 3, 0x40, 12, 0, 11, 11];
    const stopped = await app.page.evaluate(
      async (files) => {
        await window.gpuTrial.putMlc(files);
        return window.gpuTrial.abortLoadMlc(3000);
      },
      { ...whole, 'Tiny-q4f32_1-webgpu.wasm': [...module, ...sections] },
    );
    expect(stopped.outcome).toBe('AbortError');
    expect(stopped.milliseconds).toBeLessThan(1000);
  });

  test('tells of a device that finds a fault, and of one that is destroyed', async () => {
    const news = await app.page.evaluate(() => window.gpuTrial.harmDevices());
    expect(news).toEqual([
      expect.stringMatching(/^gpuFault: GPUValidationError: /),
      expect.stringMatching(/^gpuLost: destroyed /),
    ]);
  });

  test('refuses 16-bit models, and names the writer to bring instead', async () => {
    const half = JSON.stringify({ ...mlcFolder().config, quantization: 'q4f16_1' });
    const { 'Tiny-q4f32_1-webgpu.wasm': library, ...rest } = whole;
    const { code, message } = await load({
      ...rest,
      'mlc-chat-config.json': half,
      'Tiny-q4f16_1_cs1k-webgpu.wasm': library,
    });
    expect(code).toBe('gpu.noF16');
    expect(message).toContain('“Tiny-q4f32_1-MLC”');
  });
});

test('nothing was asked of another host, and no policy was broken', () => {
  expect(app.otherHosts).toEqual([]);
  expect(app.violations).toEqual([]);
});
