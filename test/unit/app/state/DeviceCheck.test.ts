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
import { startingRun } from '../../../../src/storage/startingRun';
import { rehearsal, rehearsedField, selfTest } from '../../../support/deviceResults';
import { scriptedFacts } from '../../../support/scriptedWriter';

const own: ModelCard = { ...embeddedWriter, id: 'own-x', label: 'Own', sha256: 'c'.repeat(64), stored: true };
const never = new AbortController().signal;
const passed: SelfTestOutcome = { test: selfTest(), refused: null };
const failed: SelfTestOutcome = { test: selfTest({ passed: false, verdict: 'different' }), refused: null };

const run = startingRun({
  id: 'r',
  workId: 'w',
  recipeVersion: 1,
  document: '{}',
  seed: 1,
  rows: { t: 5000 },
  startedAt: 0,
});

const ready = (check: DeviceCheck, card: ModelCard, signal = never) => check.readyForRun(card, run, signal);

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
  test('a writer is tested once on this device', async () => {
    const { check, tests } = deviceWith(passed);
    expect(await ready(check, own)).toMatchObject({ options: {} });
    expect(await ready(check, own)).toMatchObject({ options: {} });
    expect(tests()).toBe(1);
    expect(check.job).toBeNull();
  });

  test('so is the one that came with the app, and again after a test that came to no end', async () => {
    const { check, tests } = deviceWith(new Failure('device.writerEnded'), passed);
    for (let run = 0; run < 3; run++) await ready(check, embeddedWriter);
    expect(tests()).toBe(2);
  });

  test('one that writes other words than it should writes nothing, and is not tested for each run', async () => {
    const { check, tests } = deviceWith(failed);
    for (let run = 0; run < 2; run++) {
      await expect(ready(check, own)).rejects.toMatchObject({
        problem: { code: 'device.writerUntrusted', values: { model: 'Own' } },
      });
    }
    expect(tests()).toBe(1);
  });

  test('one that only the GPU gets wrong goes to the processor', async () => {
    const { check } = deviceWith({ ...passed, refused: failed.test });
    expect((await ready(check, own)).options).toEqual(refusedGpu);
  });

  test('one that cannot be loaded is left to the run, which says why', async () => {
    const { check } = deviceWith(new Failure('device.modelDamaged', { model: 'Own' }));
    expect(await ready(check, own)).toMatchObject({ options: {} });
  });

  test('the test is stopped with the run, and begins anew with the next', async () => {
    const { check, tests } = deviceWith('stuck', passed);
    const stop = new AbortController();
    const waking = ready(check, own, stop.signal);
    await expect.poll(() => check.job?.kind).toBe('selfTest');
    stop.abort();
    await expect(waking).rejects.toMatchObject({ name: 'AbortError' });
    expect(check.job).toBeNull();
    await ready(check, own);
    expect(tests()).toBe(2);
  });

  test('a check under way gives way', async () => {
    const { check, tests } = deviceWith('stuck', passed);
    const checked = check.checkAll([own], null);
    await expect.poll(() => check.job?.kind).toBe('selfTest');
    expect(await ready(check, own)).toMatchObject({ options: {} });
    await checked;
    expect(tests()).toBe(2);
  });
});

describe('the rehearsal that a first run begins with', () => {
  const hour = { records: 5000, milliseconds: 3_600_000, low: 1, high: 4_000_000 };
  const writer = { ...scriptedFacts, modelSha256: own.sha256 };
  const made = { rehearsal: rehearsal({ writer, time: hour }), samples: [] };
  const failing = rehearsedField({ passedFirst: 9, reason: { code: 'check.tooShort', count: 11 } });

  test('is judged once for a recipe, and again when that has changed', async () => {
    const { check } = deviceWith(passed);
    const { onRehearsed } = await ready(check, own);
    expect(await onRehearsed?.(made)).toEqual([]);
    expect((await ready(check, own)).onRehearsed).toBeUndefined();
    const changed = await check.readyForRun(own, { ...run, recipeVersion: 2 }, never);
    expect(changed.onRehearsed).toBeDefined();
  });

  test('of a writer out of its depth is objected to, kept all the same, and not asked about twice', async () => {
    const { check } = deviceWith(passed);
    await check.follow('w');
    const { onRehearsed } = await ready(check, own);
    const objections = await onRehearsed?.({
      ...made,
      rehearsal: { ...made.rehearsal, fields: [failing] },
      samples: [{ label: 'Note', text: 'Well.' }],
    });
    expect(objections?.map(({ code }) => code)).toEqual(['writer.failedRehearsal', 'writer.rejectsLength']);
    expect(check.known.rehearsalOf(own)).toMatchObject({ workId: 'w', recipeVersion: 1 });
    expect(check.samples).toMatchObject({ card: own, texts: [{ text: 'Well.' }] });
    expect((await ready(check, own)).onRehearsed).toBeUndefined();
  });

  test('says nothing of a writer that another one took over from', async () => {
    const { check } = deviceWith(passed);
    const { onRehearsed } = await ready(check, own);
    const other = { ...writer, modelSha256: embeddedWriter.sha256 };
    const fields = [failing];
    expect(await onRehearsed?.({ ...made, rehearsal: { ...made.rehearsal, writer: other, fields } })).toEqual(
      [],
    );
    expect((await ready(check, own)).onRehearsed).toBeDefined();
  });
});
