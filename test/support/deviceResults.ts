import type { SelfTest } from '../../src/engines/selfTest/SelfTest';
import type { RehearsedField, Rehearsal } from '../../src/evaluation/rehearsal/Rehearsal';
import type { RehearsalResult, SelfTestResult } from '../../src/storage/records';
import { scriptedFacts } from './scriptedWriter';

/** A self-test that was passed on the processor. */
export function selfTest(change: Partial<SelfTest> = {}): SelfTest {
  return {
    facts: { ...scriptedFacts, backend: 'CPU' },
    comparedWith: 'recording',
    verdict: 'same',
    passed: true,
    agreement: 1,
    tokensPerSecond: 480,
    loadMs: 900,
    ...change,
  };
}

export function selfTestResult(change: Partial<SelfTestResult> = {}): SelfTestResult {
  return {
    device: 'd'.repeat(64),
    modelSha256: scriptedFacts.modelSha256,
    testedAt: 1,
    test: selfTest(),
    refused: null,
    problem: null,
    ...change,
  };
}

/** Twenty cells of which all passed at once. */
export function rehearsedField(change: Partial<RehearsedField> = {}): RehearsedField {
  return {
    table: 'visit',
    path: 'note',
    label: 'Triage note',
    cells: 20,
    passedFirst: 20,
    passedLater: 0,
    marked: 0,
    reason: null,
    distinct: 0.9,
    ...change,
  };
}

export function rehearsal(change: Partial<Rehearsal> = {}): Rehearsal {
  return {
    writer: { ...scriptedFacts, backend: 'CPU' },
    cells: 20,
    tokens: 800,
    tokensPerSecond: 480,
    time: { records: 200, milliseconds: 20_000, low: 16_000, high: 24_000 },
    fields: [rehearsedField()],
    ...change,
  };
}

export function rehearsalResult(change: Partial<RehearsalResult> = {}): RehearsalResult {
  return {
    device: 'd'.repeat(64),
    modelSha256: scriptedFacts.modelSha256,
    workId: 'work',
    recipeVersion: 1,
    rehearsedAt: 1,
    rehearsal: rehearsal(),
    ...change,
  };
}
