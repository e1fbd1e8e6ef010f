import { describe, expect, test } from 'vitest';
import {
  checkedWords,
  downloadWords,
  isVouched,
  languageWords,
  originWords,
  verifiedWords,
} from '../../../../src/app/words/modelWords';
import type { DownloadProgress } from '../../../../src/engines/store/download/DownloadProgress';
import type { ModelOrigin, StatedBy, StoredModel } from '../../../../src/engines/store/StoredModel';
import { problem } from '../../../../src/problems/Problem';

const nowhere: ModelOrigin = {
  entry: 'x',
  name: 'X',
  publisher: '',
  licence: '',
  languages: [],
  host: '',
  revision: '',
};

function stored(statedBy: readonly StatedBy[], origin?: Partial<ModelOrigin>): StoredModel {
  return {
    id: 'm',
    engine: 'llamaCpp',
    fileName: 'mine.gguf',
    sizeBytes: 10,
    sha256: '',
    files: statedBy.map((by, at) => ({ path: `${at}.gguf`, sizeBytes: 5, sha256: '', statedBy: by })),
    about: { name: 'Mine', architecture: 'x', contextTokens: 1, quantisation: '', library: '' },
    ...(origin === undefined ? {} : { origin: { ...nowhere, ...origin } }),
  };
}

describe('a model that is here', () => {
  test('claims no more than its least known file can', () => {
    expect(verifiedWords(stored(['catalogue', 'catalogue']))).toContain('the one this app knows');
    expect(verifiedWords(stored(['catalogue', 'host'], { host: 'Hugging Face' }))).toContain(
      'the one that Hugging Face states',
    );
    expect(verifiedWords(stored(['host', 'nobody', 'catalogue']))).toMatch(/^Not verified/);
    expect(isVouched(stored(['host', 'nobody']))).toBe(false);
    expect(isVouched(stored(['manifest', 'model']))).toBe(true);
  });

  test('says where it came from', () => {
    expect(originWords(stored(['nobody']))).toBe('from mine.gguf');
    expect(originWords(stored(['host'], { host: 'GitHub', revision: '0123456789abcdef' }))).toBe(
      'from GitHub, revision 01234567',
    );
  });

  test('that is damaged names the files, a few of them', () => {
    expect(checkedWords({ damaged: [], checkedBytes: 2e6 })).toBe(
      'Looked at again: all 2 MB are as they came.',
    );
    expect(checkedWords({ damaged: ['a'], checkedBytes: 1 })).toMatch(/^Damaged: a is not what came in/);
    expect(checkedWords({ damaged: ['a', 'b', 'c', 'd', 'e'], checkedBytes: 1 })).toMatch(
      /^Damaged: a, b, c and 2 others are not what came in/,
    );
  });
});

describe('a download', () => {
  const at = (changes: Partial<DownloadProgress>): string =>
    downloadWords(
      {
        entry: 'x',
        phase: 'downloading',
        file: 'x',
        wholeFiles: 0,
        files: 1,
        doneBytes: 100e6,
        totalBytes: 400e6,
        bytesPerSecond: 5e6,
        waitMs: 0,
        problem: null,
        model: null,
        ...changes,
      },
      'Hugging Face',
    );

  test('says how much, how fast and how long still, once it is known', () => {
    expect(at({})).toBe('100 MB of 400 MB · 5 MB a second · about 1 minute left');
    expect(at({ bytesPerSecond: 0 })).toBe('100 MB of 400 MB');
    expect(at({ phase: 'asking', doneBytes: 0, totalBytes: 0 })).toBe('Asking Hugging Face what there is');
  });

  test('that waits or failed says why', () => {
    const gone = problem('model.gone', '', { model: 'X' });
    expect(at({ phase: 'waiting', waitMs: 30_000, problem: gone })).toContain(
      'trying again in about 30 seconds. The model “X” is not on this device',
    );
    expect(at({ phase: 'failed', problem: gone })).toMatch(/^The model “X”/);
    expect(at({ phase: 'paused' })).toBe('Paused at 100 MB of 400 MB');
  });
});

test('languages are named, the first few', () => {
  expect(languageWords(['en'])).toBe('English');
  expect(languageWords(['en', 'fr', 'de', 'pt'])).toBe('English, French and 2 more');
  expect(languageWords(['en', 'fr', 'de', 'pt'], Infinity)).toBe('English, French, German, Portuguese');
});
