import { describe, expect, test } from 'vitest';
import { embeddedWriter } from '../../../../src/engines/models';
import { problem } from '../../../../src/problems/Problem';
import { checkWords } from '../../../../src/app/words/checkWords';
import { whyNotHere } from '../../../../src/app/words/whyNotHere';
import {
  deviceFacts as factLines,
  deviceHeadline,
  speedWords,
  testWords,
  timeWords,
} from '../../../../src/app/words/deviceWords';
import {
  firstTryRange,
  firstTryWords,
  promiseWords,
  proposalWords,
} from '../../../../src/app/words/proposalWords';
import type { Judgement } from '../../../../src/evaluation/proposal/Candidate';
import { gpuFacts } from '../../../support/deviceFacts';
import { deviceReport } from '../../../support/deviceReport';
import {
  rehearsal,
  rehearsalResult,
  rehearsedField,
  selfTest,
  selfTestResult,
} from '../../../support/deviceResults';

const onGpu = { ...selfTest().facts, backend: 'WebGPU' };

describe('what the machine does', () => {
  test('is said first, with why no GPU is of use', () => {
    expect(deviceHeadline(deviceReport(), selfTest(), 481.6)).toBe(
      'This machine writes about 480 tokens a second on the processor, with 1 thread. No graphics processor can be used, because this browser offers none.',
    );
    expect(deviceHeadline(deviceReport(), null, null)).toBe(
      'Nothing has been measured on this device yet. No graphics processor can be used, because this browser offers none.',
    );
    const soft = gpuFacts({ isFallback: true, architecture: 'swiftshader', description: '' });
    expect(deviceHeadline(deviceReport(), null, null, true)).toMatch(
      /^The chosen writer has not been measured on this device yet\. /,
    );
    expect(deviceHeadline(deviceReport({ gpu: soft }), selfTest(), null)).toContain(
      'No graphics processor can be used, because the graphics processor here (nvidia swiftshader) is imitated by the CPU.',
    );
    const old = gpuFacts({ shaderF16: false });
    expect(deviceHeadline(deviceReport({ gpu: old }), selfTest(), null)).toContain(
      'Not every writer can use the graphics processor, because',
    );
  });

  test('says why a writer runs on the processor beside a good GPU', () => {
    const facts = { ...selfTest().facts, whyCpu: problem('cpu.smallWriter') };
    expect(deviceHeadline(deviceReport({ gpu: gpuFacts() }), selfTest({ facts }), null)).toBe(
      'This machine writes about 480 tokens a second on the processor, with 1 thread, because a writer this small is faster there.',
    );
    expect(deviceHeadline(deviceReport({ gpu: gpuFacts() }), selfTest({ facts: onGpu }), 52)).toBe(
      'This machine writes about 52 tokens a second on the graphics processor.',
    );
  });

  test('does not hide a failed check', () => {
    const failed = selfTest({ facts: onGpu, passed: false, verdict: 'different' });
    expect(deviceHeadline(deviceReport({ gpu: gpuFacts() }), failed, null)).toBe(
      'The writer failed its check on the graphics processor of this device.',
    );
  });
});

test('speeds are as exact as they were measured', () => {
  expect([3.14159, 57.8, 481.6, 1234].map(speedWords)).toEqual([
    'about 3.1 tokens a second',
    'about 58 tokens a second',
    'about 480 tokens a second',
    'about 1,200 tokens a second',
  ]);
});

describe('a length of time', () => {
  test('has its interval in one unit', () => {
    const time = (milliseconds: number, low: number, high: number) =>
      timeWords({ records: 200, milliseconds, low, high });
    expect(time(20_000, 16_000, 24_000)).toBe('about 20 seconds (16 to 24 seconds)');
    // The middle is never rounded out of its interval.
    expect(time(25_400, 23_000, 27_800)).toBe('about 25 seconds (23 to 28 seconds)');
    expect(time(80_000, 70_000, 95_000)).toBe('about 80 seconds (70 to 95 seconds)');
    expect(time(240_000, 170_000, 310_000)).toBe('about 4 minutes (2 to 6 minutes)');
    expect(time(7_200_000, 5_000_000, 9_400_000)).toBe('about 2 hours (1 to 3 hours)');
  });

  test('has none where it is short or certain', () => {
    expect(timeWords({ records: 5, milliseconds: 3000, low: 1000, high: 5000 })).toBe('a few seconds');
    expect(timeWords({ records: 5, milliseconds: 60_000, low: 60_000, high: 60_000 })).toBe('about 1 minute');
  });
});

test('a self-test is told in words, whatever it found', () => {
  const words = (['same', 'close', 'different', 'implausible', 'unreadable', 'ended'] as const).map(
    (verdict) => testWords(selfTest({ verdict, agreement: 0.62, comparedWith: 'processor' })),
  );
  expect(words).toEqual([
    'Yes: word for word what it writes on the processor',
    'Yes: 62% of the words are what it writes on the processor; rounding explains the rest',
    'No: other words than what it writes on the processor',
    'No: it finds plain English no likelier than the same words in disorder',
    'No: it wrote no words',
    'No: it stopped by itself, or came to a standstill',
  ]);
  expect(testWords(selfTest({ comparedWith: 'itself' }))).toBe(
    'As far as can be told: word for word what it writes a second time, one text at a time',
  );
});

describe('what a rehearsal promises', () => {
  const made = rehearsal({
    fields: [rehearsedField({ passedFirst: 12 }), rehearsedField({ cells: 20, passedFirst: 7 })],
    cells: 40,
  });

  test('is counted, and how far it can be trusted', () => {
    expect(firstTryWords(made)).toBe('19 of 40 first tries');
    expect(firstTryRange(made)).toBe('32 to 63%');
    expect(firstTryRange(rehearsal())).toBe('83 to 100%');
    expect(promiseWords(rehearsalResult())).toBe(
      '20 of 20 first tries passed the checks, and 200 records take about 20 seconds (16 to 24 seconds)',
    );
  });
});

describe('the proposal', () => {
  const other = { ...embeddedWriter, id: 'other', label: 'Larger writer' };
  const judged = (standing: Judgement['standing']): Judgement => ({ standing, problems: [] });
  const said = (
    best: string | null,
    standings: Record<string, Judgement['standing']>,
    rehearsed = rehearsalResult(),
  ) => {
    const judgements = new Map(Object.entries(standings).map(([id, standing]) => [id, judged(standing)]));
    return proposalWords({ best, judgements }, [embeddedWriter, other], embeddedWriter, rehearsed);
  };
  const own = embeddedWriter.id;

  test('names the better writer, or says that this one is', () => {
    expect(said('other', { [own]: 'passes', other: 'passes' })).toBe(
      'Proposed: Larger writer, because of those that pass it does best with this recipe.',
    );
    expect(said('other', { [own]: 'fails', other: 'unrehearsed' })).toContain('first that passed its check');
    expect(said(own, { [own]: 'passes', other: 'untested' })).toMatch(
      /^Embedded writer is the best choice here: 20 of 20/,
    );
  });

  test('says when none passes, and nothing when nothing is known', () => {
    expect(said(null, { [own]: 'fails', other: 'fails' })).toBe(
      'No writer on this device passes: see below why.',
    );
    expect(said(null, { [own]: 'fails', other: 'untested' })).toContain('check the others');
    expect(said(null, { [own]: 'untested', other: 'untested' })).toBe('');
    expect(said(own, { [own]: 'unrehearsed', other: 'untested' })).toBe('');
  });
});

describe('beside a writer', () => {
  const known = {
    hindrance: null,
    result: selfTestResult(),
    rehearsed: rehearsalResult(),
    isOutOfDate: false,
  };

  test('stands what is known of it here, and the way to know more', () => {
    expect(checkWords({ ...known, result: null })).toMatchObject({ level: 'note', link: 'Check it' });
    expect(checkWords({ ...known, result: null, isOutOfDate: true }).words).toContain('has changed');
    expect(checkWords({ ...known, rehearsed: null })).toEqual({
      level: 'note',
      words: 'Checked on this device: it writes right, about 480 tokens a second on the processor.',
      link: 'Rehearse it',
    });
    const alone = selfTestResult({ test: selfTest({ comparedWith: 'itself' }) });
    expect(checkWords({ ...known, result: alone }).words).toContain('it writes the same each time');
    expect(checkWords(known).words).toContain('In the rehearsal 20 of 20 first tries passed');
    const field = rehearsedField({ passedFirst: 9, reason: { code: 'check.tooShort', count: 11 } });
    const rehearsed = rehearsalResult({ rehearsal: rehearsal({ fields: [field] }) });
    expect(checkWords({ ...known, rehearsed })).toMatchObject({
      words: expect.stringContaining('In the rehearsal 9 of 20 first tries passed'),
      but: 'That is not enough.',
      link: 'See why',
    });
  });

  test('stands in red why this browser cannot run it, before all else', () => {
    const report = deviceReport({ wasmFeatures: { ...deviceReport().wasmFeatures, memory64: false } });
    const hindrance = whyNotHere(embeddedWriter, report);
    const said = checkWords({ ...known, hindrance });
    expect(said.level).toBe('wrong');
    expect(said.words).toMatch(/^This browser can run neither .* lacks 64-bit memory\. Use Chrome or Edge/);
    expect(whyNotHere(embeddedWriter, deviceReport({ threads: false }))).toBeNull();
    expect(whyNotHere(embeddedWriter, null)).toBeNull();
  });

  test('stands in red why it is not to be trusted', () => {
    const failed = selfTestResult({ test: selfTest({ facts: onGpu, passed: false, verdict: 'different' }) });
    expect(checkWords({ ...known, result: failed })).toEqual({
      level: 'wrong',
      words: 'This writer failed its check on the graphics processor of this device.',
      link: 'See why',
    });
    const gone = selfTestResult({ test: null, problem: problem('model.gone', '', { model: 'Mine' }) });
    expect(checkWords({ ...known, result: gone }).words).toContain('“Mine” is not on this device');
  });
});

test('the device report names everything once, GPU or none', () => {
  for (const report of [deviceReport(), deviceReport({ gpu: gpuFacts(), memoryGiB: null, threads: false })]) {
    const names = factLines(report).map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [, value] of factLines(report)) expect(value).toMatch(/\S/);
  }
  expect(
    factLines(deviceReport({ wasmFeatures: { ...deviceReport().wasmFeatures, jspi: false } })),
  ).toContainEqual(['WebAssembly cannot do', 'JSPI']);
});
