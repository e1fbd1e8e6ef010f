import { modelVersion, prebuiltAppConfig } from '@mlc-ai/web-llm';
import { describe, expect, test } from 'vitest';
import { catalogue, modelHosts } from '../../../src/engines/catalogue.data';

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
const gibibyte = 1024 ** 3;

describe('the catalogue', () => {
  test('offers a dozen models in each form, from the smallest to about 4 GB', () => {
    const names = (engine: string): Set<string> =>
      new Set(catalogue.filter((entry) => entry.engine === engine).map(({ name }) => name));
    expect(names('llamaCpp').size).toBe(12);
    expect(names('webLlm').size).toBe(10);
    expect(byId.size).toBe(catalogue.length);
  });

  test.each(catalogue.map((entry) => [entry.id, entry] as const))(
    '%s can be kept, found and told apart',
    (id, entry) => {
      // It names a folder, a lock and an address.
      expect(id).toMatch(/^[a-z\d][a-z\d._-]*$/);
      expect(entry.name.startsWith(entry.family.split(' ')[0] ?? '')).toBe(true);
      expect(entry.sizeBytes).toBeLessThan(4 * gibibyte);
      // The context comes on top of the weights.
      expect(entry.memoryBytes).toBeGreaterThan(entry.sizeBytes);
      expect(entry.languages[0]).toBe('en');
      for (const { host, files } of entry.sources) {
        expect(modelHosts.map((each) => each.id)).toContain(host);
        expect(files.length).toBeGreaterThan(0);
        for (const { sha256 = 'f'.repeat(64) } of files) expect(sha256).toMatch(/^[\da-f]{64}$/);
      }
    },
  );

  test('of llama.cpp names one file that the engine can hold', () => {
    for (const { engine, sizeBytes, sources } of catalogue) {
      if (engine !== 'llamaCpp') continue;
      expect(sizeBytes).toBeLessThan(2 * gibibyte);
      expect(sources.flatMap(({ files }) => files.map(({ path }) => path))).toEqual([
        expect.stringMatching(/\.gguf$/),
      ]);
    }
  });

  test('of WebLLM takes weights and library from where the web-llm that we build with has them', () => {
    for (const { id, engine, sources } of catalogue) {
      if (engine !== 'webLlm') continue;
      const [weights, library] = sources;
      const record = prebuiltAppConfig.model_list.find(({ model }) =>
        model.endsWith(`/${weights?.repository ?? ''}`),
      );
      expect([id, record?.model_lib]).toEqual([
        id,
        expect.stringContaining(`/${library?.repository}/main/${library?.folder}/${library?.files[0]?.path}`),
      ]);
      expect(library?.folder).toContain(modelVersion);
    }
  });

  test('of WebLLM has a twin for GPUs without 16-bit numbers wherever there is one', () => {
    for (const { id, engine, quantisation, needsF16, twin, name } of catalogue) {
      if (engine !== 'webLlm') continue;
      expect([id, needsF16 === true]).toEqual([id, quantisation.includes('f16')]);
      if (needsF16 !== true) expect(twin).toBeUndefined();
      if (twin === undefined) continue;
      expect(byId.get(twin)).toMatchObject({
        name,
        engine,
        quantisation: quantisation.replace('f16', 'f32'),
      });
    }
  });
});
