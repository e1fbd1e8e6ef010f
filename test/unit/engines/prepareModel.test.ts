import { afterEach, expect, test, vi } from 'vitest';
import type { LoadedModel } from '../../../src/engines/Engine';
import { prepareModel } from '../../../src/engines/prepareModel';
import { webLlm } from '../../../src/engines/webLlm/webLlm';
import { deviceFacts, gpuFacts } from '../../support/deviceFacts';
import { mlcCard } from '../../support/mlcFolder';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a prepared model that is never loaded is given up, and its engine told', async () => {
  vi.useFakeTimers();
  let told: AbortSignal | undefined;
  const loads = vi.spyOn(webLlm, 'load').mockImplementation((_card, _files, _options, signal) => {
    told = signal;
    return new Promise<LoadedModel>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  });
  const { chosen, open } = await prepareModel(mlcCard, deviceFacts({ gpu: gpuFacts() }));
  expect(chosen).toEqual({ slots: 1, threads: 1, backend: 'gpu' });
  const given = expect(open({ threads: 2 })).rejects.toMatchObject({
    problem: { code: 'device.writerStuck' },
  });
  await vi.advanceTimersByTimeAsync(290_000);
  expect(told?.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told?.aborted).toBe(true);
  await given;
  expect(loads.mock.calls.map(([, , options]) => options)).toEqual([{ ...chosen, threads: 2 }]);
  expect(vi.getTimerCount()).toBe(0);
});
