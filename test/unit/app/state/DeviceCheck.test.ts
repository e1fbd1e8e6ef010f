import { describe, expect, test } from 'vitest';
import { createPrivateStore } from '../../../../src/app/state/createPrivateStore';
import { DeviceCheck } from '../../../../src/app/state/DeviceCheck.svelte';
import type { Writers } from '../../../../src/app/state/Writers.svelte';
import type { Bridge } from '../../../../src/bridge/Bridge';
import type { ModelCard } from '../../../../src/engines/Engine';
import { embeddedWriter } from '../../../../src/engines/models';
import type { SelfTestOutcome } from '../../../../src/engines/selfTest/SelfTest';
import { refusedGpu } from '../../../../src/engines/selfTest/refusedGpu';
import { Failure } from '../../../../src/problems/Failure';
import { deviceReport } from '../../../support/deviceReport';
import { selfTest } from '../../../support/deviceResults';

const own: ModelCard = { ...embeddedWriter, id: 'own-x', label: 'Own', sha256: 'c'.repeat(64), stored: true };
const never = new AbortController().signal;
const passed: SelfTestOutcome = { test: selfTest(), refused: null };
const failed: SelfTestOutcome = { test: selfTest({ passed: false, verdict: 'different' }), refused: null };

/** A device on which each self-test ends as the next of `outcomes` says; a test that is stopped rejects. */
function deviceWith(...outcomes: (SelfTestOutcome | Failure | 'stuck')[]) {
  let tests = 0;
  const selfTest = async (_card: ModelCard, signal: AbortSignal): Promise<SelfTestOutcome> => {
    const outcome = outcomes[tests++] ?? expect.fail('one self-test too many');
    if (outcome instanceof Failure) throw outcome;
    if (outcome !== 'stuck') return outcome;
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  const bridge = { device: { report: async () => deviceReport(), selfTest } } as unknown as Bridge;
  const writers = { all: [own], isRead: true } as unknown as Writers;
  const check = new DeviceCheck(bridge, createPrivateStore(), writers);
  return { check, tests: () => tests };
}

describe('before a run', () => {
  test('a writer of the user is tested once on this device', async () => {
    const { check, tests } = deviceWith(passed);
    expect(await check.readyForRun(own, never)).toEqual({});
    expect(await check.readyForRun(own, never)).toEqual({});
    expect(tests()).toBe(1);
    expect(check.job).toBeNull();
  });

  test('the writer that came with the app is not', async () => {
    const { check, tests } = deviceWith();
    expect(await check.readyForRun(embeddedWriter, never)).toEqual({});
    expect(tests()).toBe(0);
  });

  test('one that writes other words than it should writes nothing, and is not tested for each run', async () => {
    const { check, tests } = deviceWith(failed);
    for (let run = 0; run < 2; run++) {
      await expect(check.readyForRun(own, never)).rejects.toMatchObject({
        problem: { code: 'device.writerUntrusted', values: { model: 'Own' } },
      });
    }
    expect(tests()).toBe(1);
  });

  test('one that only the GPU gets wrong goes to the processor', async () => {
    const { check } = deviceWith({ ...passed, refused: failed.test });
    expect(await check.readyForRun(own, never)).toEqual(refusedGpu);
  });

  test('one that cannot be loaded is left to the run, which says why', async () => {
    const { check } = deviceWith(new Failure('device.modelDamaged', { model: 'Own' }));
    expect(await check.readyForRun(own, never)).toEqual({});
  });

  test('the test is stopped with the run, and begins anew with the next', async () => {
    const { check, tests } = deviceWith('stuck', passed);
    const stop = new AbortController();
    const ready = check.readyForRun(own, stop.signal);
    await expect.poll(() => check.job?.kind).toBe('selfTest');
    stop.abort();
    await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
    expect(check.job).toBeNull();
    await check.readyForRun(own, never);
    expect(tests()).toBe(2);
  });

  test('a check under way gives way', async () => {
    const { check, tests } = deviceWith('stuck', passed);
    const checked = check.checkAll([own], null);
    await expect.poll(() => check.job?.kind).toBe('selfTest');
    expect(await check.readyForRun(own, never)).toEqual({});
    await checked;
    expect(tests()).toBe(2);
  });
});
