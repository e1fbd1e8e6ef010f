import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SelfTestOutcome } from '../../../../src/engines/selfTest/SelfTest';
import type { Candidate } from '../../../../src/evaluation/proposal/Candidate';
import { firstTryShare, proposeWriter } from '../../../../src/evaluation/proposal/proposeWriter';
import { sentence } from '../../../../src/problems/describe';
import { problem } from '../../../../src/problems/Problem';
import { rehearsal, rehearsedField, selfTest } from '../../../support/deviceResults';

const hour = 3_600_000;
const passed: SelfTestOutcome = { test: selfTest(), refused: null };
const candidate = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  hindrances: [],
  selfTest: passed,
  rehearsal: rehearsal(),
  ...change,
});
const timed = (milliseconds: number) =>
  rehearsal({ time: { records: 5000, milliseconds, low: milliseconds, high: milliseconds } });
const withFirst = (passedFirst: number, rest: Partial<ReturnType<typeof rehearsedField>> = {}) =>
  rehearsal({
    fields: [
      rehearsedField({
        passedFirst,
        reason: { code: 'check.strangeNumber', count: 20 - passedFirst },
        ...rest,
      }),
    ],
  });

/** What the proposal says of one candidate, sentence by sentence. */
function reasons(one: Candidate): string[] {
  const { best, judgements } = proposeWriter([one]);
  expect(best).toBeNull();
  expect(judgements.get(one.id)?.standing).toBe('fails');
  return (judgements.get(one.id)?.problems ?? []).map(sentence);
}

describe('why a writer is not proposed', () => {
  test('the device has no place for it', () => {
    const needs = problem('fit.tooLargeForBrowser', '', { needed: '6 GB', most: '4 GB' });
    expect(reasons(candidate('a', { hindrances: [needs], selfTest: null }))[0]).toMatch(/needs 6 GB/);
  });

  test('its numbers are wrong, and where', () => {
    const wrong = selfTest({ verdict: 'different', passed: false, agreement: 0 });
    expect(reasons(candidate('a', { selfTest: { test: wrong, refused: null } }))[0]).toMatch(
      /^the processor of this device computes wrong numbers/,
    );
    const facts = { ...wrong.facts, backend: 'WebGPU' };
    expect(reasons(candidate('a', { selfTest: { test: { ...wrong, facts }, refused: null } }))[0]).toMatch(
      /^the graphics processor of this device/,
    );
  });

  test('its numbers are wrong every time alike', () => {
    const test = selfTest({ comparedWith: 'itself', verdict: 'implausible', passed: false });
    expect(reasons(candidate('a', { selfTest: { test, refused: null } }))[0]).toMatch(
      /words in disorder: the processor of this device computes wrong numbers/,
    );
  });

  test('it wrote nothing, or stopped by itself', () => {
    for (const verdict of ['unreadable', 'ended'] as const) {
      const test = selfTest({ verdict, passed: false });
      expect(reasons(candidate('a', { selfTest: { test, refused: null } }))).toHaveLength(1);
    }
  });

  test('it is too slow for so many records', () => {
    expect(reasons(candidate('a', { rehearsal: timed(11 * hour) }))).toEqual([
      'it would need about 11 hours for 5,000 records on this device. Ask for fewer records, or choose a smaller writer.',
    ]);
    expect(proposeWriter([candidate('a', { rehearsal: timed(7 * hour) })]).best).toBe('a');
  });

  test('it is out of its depth, with the field, the share, the reason and what helps', () => {
    const field = { label: 'Appeal', cells: 19, passedFirst: 11 };
    expect(reasons(candidate('a', { rehearsal: withFirst(11, field) }))).toEqual([
      'the checks reject 42% of its first tries at “Appeal”, most often because a number is not among the facts. Give the field fewer facts, ask for shorter texts, or choose a larger writer.',
    ]);
    const advice = (code: 'check.tooLong' | 'check.nearCopy' | 'check.endsOddly') =>
      reasons(candidate('a', { rehearsal: withFirst(5, { reason: { code, count: 15 } }) }))[0];
    expect(advice('check.tooLong')).toContain('Change the length in words');
    expect(advice('check.nearCopy')).toContain('more facts that differ');
    expect(advice('check.endsOddly')).toContain('Ask for shorter texts');
  });

  test('too many of its texts never pass, even where most pass at once', () => {
    expect(reasons(candidate('a', { rehearsal: withFirst(17, { marked: 3 }) }))).toHaveLength(1);
    expect(proposeWriter([candidate('a', { rehearsal: withFirst(17, { marked: 2 }) })]).best).toBe('a');
  });
});

test('a writer that fails on the GPU alone passes on the processor, with a word of warning', () => {
  const refused = selfTest({
    facts: { ...selfTest().facts, backend: 'WebGPU' },
    verdict: 'different',
    passed: false,
  });
  const { best, judgements } = proposeWriter([candidate('a', { selfTest: { test: selfTest(), refused } })]);
  expect(best).toBe('a');
  expect(judgements.get('a')?.problems.map(sentence)[0]).toMatch(/writes on the processor only/);
});

describe('the best writer', () => {
  test('is right at the first try most often, then repeats itself least, then is fastest', () => {
    const a = candidate('a', { rehearsal: { ...withFirst(15), ...{ time: timed(hour).time } } });
    const b = candidate('b', { rehearsal: { ...withFirst(20), ...{ time: timed(5 * hour).time } } });
    expect(proposeWriter([a, b]).best).toBe('b');
    const dull = candidate('dull', { rehearsal: withFirst(20, { distinct: 0.5 }) });
    expect(proposeWriter([dull, b]).best).toBe('b');
    expect(proposeWriter([b, candidate('quick')]).best).toBe('quick');
    expect(proposeWriter([candidate('one'), candidate('two')]).best).toBe('one');
  });

  test('is the first that passed its self-test where none was rehearsed', () => {
    const bare = { rehearsal: null };
    expect(proposeWriter([candidate('a', { ...bare, selfTest: null }), candidate('b', bare)]).best).toBe('b');
    expect(proposeWriter([candidate('b', bare), candidate('rehearsed')]).best).toBe('rehearsed');
    expect(proposeWriter([]).best).toBeNull();
  });
});

const anyRehearsal = fc
  .record({
    passedFirst: fc.integer({ min: 0, max: 20 }),
    marked: fc.integer({ min: 0, max: 3 }),
    distinct: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
    hours: fc.double({ min: 0, max: 12, noNaN: true }),
  })
  .map(({ passedFirst, marked, distinct, hours }) => ({
    ...withFirst(passedFirst, { marked: Math.min(marked, 20 - passedFirst), distinct }),
    time: timed(hours * hour).time,
  }));
const anyCandidates = fc
  .array(
    fc.record({
      passed: fc.boolean(),
      hindered: fc.boolean(),
      tested: fc.boolean(),
      rehearsal: fc.option(anyRehearsal, { nil: null }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map((one, at): Candidate => {
      const test = selfTest({ passed: one.passed, verdict: one.passed ? 'same' : 'different' });
      return {
        id: `w${at}`,
        hindrances: one.hindered ? [problem('device.noWebAssembly')] : [],
        selfTest: one.tested ? { test, refused: null } : null,
        rehearsal: one.rehearsal,
      };
    }),
  );

describe('whatever the results', () => {
  test('none that fails or was never tested is proposed, and one is whenever one passes', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const { best, judgements } = proposeWriter(candidates);
        const standings = [...judgements.values()].map(({ standing }) => standing);
        const able = standings.filter((standing) => standing === 'passes' || standing === 'unrehearsed');
        expect(best !== null).toBe(able.length > 0);
        if (best === null) return;
        const { selfTest: outcome, hindrances } = candidates.find(({ id }) => id === best)!;
        expect(outcome?.test.passed).toBe(true);
        expect(hindrances).toEqual([]);
        if (standings.includes('passes')) expect(judgements.get(best)?.standing).toBe('passes');
      }),
    );
  });

  test('every writer that fails is told why', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        for (const { standing, problems } of proposeWriter(candidates).judgements.values()) {
          if (standing === 'fails') expect(problems.length).toBeGreaterThan(0);
          for (const one of problems) expect(sentence(one)).not.toMatch(/[{}]|undefined|NaN/);
        }
      }),
    );
  });

  test('the order of the list decides between equals only', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const found = (all: readonly Candidate[]) => {
          const { best } = proposeWriter(all);
          return candidates.find(({ id }) => id === best)?.rehearsal ?? null;
        };
        const [there, back] = [found(candidates), found([...candidates].reverse())];
        const share = (one: typeof there) => (one === null ? null : Math.round(firstTryShare(one) * 20));
        expect(share(back)).toBe(share(there));
        expect(back?.time.milliseconds).toBe(there?.time.milliseconds);
      }),
    );
  });

  test('a writer that was proposed still is when it gets faster', () => {
    fc.assert(
      fc.property(anyCandidates, fc.double({ min: 0, max: 1, noNaN: true }), (candidates, factor) => {
        const { best } = proposeWriter(candidates);
        const faster = candidates.map((one) =>
          one.id === best && one.rehearsal !== null
            ? {
                ...one,
                rehearsal: {
                  ...one.rehearsal,
                  time: timed(one.rehearsal.time.milliseconds * factor).time,
                },
              }
            : one,
        );
        expect(proposeWriter(faster).best).toBe(best);
      }),
    );
  });
});
