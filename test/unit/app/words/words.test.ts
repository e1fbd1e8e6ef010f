import { startingCounts } from '../../../../src/storage/startingRun';
import { describe, expect, test } from 'vitest';
import { bytes, compact, counted, percent, rounded } from '../../../../src/app/words/count';
import { about, exactly } from '../../../../src/app/words/duration';
import { fileName } from '../../../../src/app/words/fileName';
import { reasonWords } from '../../../../src/app/words/reasonWords';
import { madeWords, rateWords, shareMade } from '../../../../src/app/words/runWords';
import { whoWrites, writerWords } from '../../../../src/app/words/writerWords';

describe('numbers', () => {
  test('have separators and the right word', () => {
    expect(counted(1, 'record')).toBe('1 record');
    expect(counted(1240, 'record')).toBe('1,240 records');
    expect(rounded(0.034567)).toBe('0.0346');
    expect(rounded(1234.5)).toBe('1,235');
    expect(compact(3_049_920)).toBe('3.05 million');
    expect(bytes(310)).toBe('310 bytes');
    expect(bytes(4_210_000)).toBe('4.21 MB');
  });

  test('a share is never rounded to all or to nothing', () => {
    expect(percent(0.9999)).toBe('over 99.9%');
    expect(percent(0.0001)).toBe('under 0.1%');
    expect(percent(1)).toBe('100%');
    expect(percent(0)).toBe('0%');
  });
});

describe('durations', () => {
  test('ahead are rough', () => {
    expect(about(4_000)).toBe('a few seconds');
    expect(about(32_000)).toBe('about 30 seconds');
    expect(about(57_000)).toBe('about 1 minute');
    expect(about(240_000)).toBe('about 4 minutes');
    expect(about(2 * 3_600_000)).toBe('about 2 hours');
    expect(about(72 * 3_600_000)).toBe('about 3 days');
  });

  test('behind are measured', () => {
    expect(exactly(400)).toBe('0.4 seconds');
    expect(exactly(185_000)).toBe('3 minutes 5 seconds');
    expect(exactly(3_600_000)).toBe('1 hour');
  });
});

describe('a run', () => {
  const counts = { ...startingCounts(1000), made: 999 };

  test('never shows all before it is done', () => {
    expect(shareMade({ ...counts, made: 1000 }, 'running')).toBeLessThan(1);
    expect(shareMade({ ...counts, made: 1000 }, 'done')).toBe(1);
    expect(shareMade(counts, 'done')).toBe(0.999);
  });

  test('says what was made of what was asked', () => {
    expect(madeWords(counts)).toBe('999 of 1,000 records made');
    expect(madeWords({ ...counts, made: 1000 })).toBe('1,000 records made');
  });

  test('says slow speeds by the minute', () => {
    expect(rateWords(0.2, true)).toBe('12 cells per minute');
    expect(rateWords(61_587.2, false)).toBe('61,587 records per second');
    expect(rateWords(0, true)).toBe('');
  });
});

test('a reason is told without the values of one cell', () => {
  expect(reasonWords('check.strangeNumber')).toBe('A number is not among the facts');
  expect(reasonWords('check.tooShort')).not.toBe(reasonWords('check.tooLong'));
  expect(reasonWords('check.tooShort')).not.toContain('{');
});

test('a file name keeps letters of any script and nothing a system refuses', () => {
  expect(fileName(['Emergency: triage/2025', 'visit'], 'csv')).toBe('emergency-triage-2025-visit.csv');
  expect(fileName(['شكوى رئيسية'], 'jsonl')).toBe('شكوى-رئيسية.jsonl');
  expect(fileName(['???'], 'csv')).toBe('records.csv');
  expect([...fileName(['x'.repeat(500)], 'csv')].length).toBe(84);
});

describe('the writer', () => {
  const card = { label: 'Embedded writer', sha256: 'aa' } as Parameters<typeof whoWrites>[0];
  const facts = {
    engine: 'llama.cpp',
    backend: 'CPU (wasm)',
    model: 'm',
    modelSha256: 'aa',
    slots: 8,
    threads: 2,
  };

  test('is named with where it runs only once that is known', () => {
    expect(writerWords(card, null)).toBe('embedded');
    expect(writerWords(card, facts)).toBe('embedded, CPU');
  });

  test('is said to be an earlier one where its fingerprint is another', () => {
    expect(whoWrites(card, null, false)).toBe(
      'The texts are written by the embedded writer, on this device.',
    );
    expect(whoWrites(card, facts, false)).toBe(
      'The texts were written by the embedded writer, on the CPU of this device.',
    );
    expect(
      whoWrites(card, { ...facts, whyCpu: { code: 'cpu.noF16', at: '', values: { gpu: 'Iris' } } }, false),
    ).toBe(
      'The texts were written by the embedded writer, on the CPU of this device, because this graphics processor (Iris) has no 16-bit numbers (shader-f16).',
    );
    expect(whoWrites(card, { ...facts, modelSha256: 'bb' }, false)).toMatch(/by an earlier version of the/);
    expect(whoWrites(card, facts, false, true)).toMatch(
      /^The last texts were written by the embedded writer/,
    );
    expect(whoWrites(card, facts, true)).toMatch(/^The texts are being written/);
  });
});
