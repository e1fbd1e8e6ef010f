import { describe, expect, test } from 'vitest';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { codeOf, downloadBed } from '../../../support/downloadBed';
import type { Fault } from '../../../support/faultyHost';
import { memoryDisk } from '../../../support/memoryDisk';
import { sha256Of } from '../../../support/models';

const bed = downloadBed();

describe('when the host goes wrong, a download', () => {
  const passing: readonly (readonly [what: string, faults: readonly Fault[]])[] = [
    [
      'is cut off in the middle',
      [
        { kind: 'truncate', at: 0.3 },
        { kind: 'truncate', at: 0.6 },
      ],
    ],
    ['is reset', [{ kind: 'reset' }, { kind: 'reset' }]],
    ['stands still', [{ kind: 'drip', at: 0.2 }]],
    ['gets all where it asked for the rest', [{ kind: 'truncate', at: 0.5 }, { kind: 'ignoreRange' }]],
    ['gets another part than it asked for', [{ kind: 'truncate', at: 0.5 }, { kind: 'shiftedRange' }]],
    ['is told of another length', [{ kind: 'truncate', at: 0.5 }, { kind: 'wrongTotal' }]],
    [
      'gets bytes of elsewhere',
      [
        { kind: 'truncate', at: 0.5 },
        { kind: 'shiftedBytes', at: 0.1 },
      ],
    ],
    ['finds another file there', [{ kind: 'truncate', at: 0.5 }, { kind: 'otherEtag' }]],
    ['cannot see what part came', [{ kind: 'truncate', at: 0.5 }, { kind: 'noContentRange' }]],
    ['gets too much', [{ kind: 'tooLong' }]],
    ['gets a changed byte', [{ kind: 'wrongBytes' }]],
    ['is told to wait', [{ kind: 'status', status: 429, retryAfter: '3' }]],
    [
      'is told to wait until a moment',
      [{ kind: 'status', status: 503, retryAfter: 'Thu, 01 Jan 1970 00:00:02 GMT' }],
    ],
    [
      'is answered with an error of the host',
      [
        { kind: 'status', status: 500 },
        { kind: 'status', status: 408 },
      ],
    ],
    [
      'is told that its part is past the end',
      [
        { kind: 'truncate', at: 0.5 },
        { kind: 'status', status: 416 },
      ],
    ],
  ];
  test.each(passing)('that %s goes on and ends well', async (_, faults) => {
    bed.hosted.faults = [...faults];
    const told = await bed.download({ stallMs: 3000 });
    expect(codeOf(told)).toBeUndefined();
    expect(told.end.model?.sha256).toBe(await sha256Of(bed.weights));
    expect(bed.hosted.faults).toEqual([]);
    const wait = told.all.find(({ phase }) => phase === 'waiting');
    if (wait !== undefined) expect(wait.problem?.code).toBe('download.waiting');
  });

  const failing: readonly (readonly [code: string, faults: readonly Fault[]])[] = [
    ['download.webPage', [{ kind: 'webPage' }]],
    ['download.webPage', [{ kind: 'hiddenWebPage' }]],
    ['download.strayed', [{ kind: 'stray' }]],
    ['download.gated', [{ kind: 'status', status: 401 }]],
    ['download.notThere', [{ kind: 'status', status: 404 }]],
    ['download.refused', [{ kind: 'status', status: 451 }]],
    ['download.busy', [{ kind: 'status', status: 429, retryAfter: '3600' }]],
    ['download.wrongHash', [{ kind: 'wrongBytes' }, { kind: 'wrongBytes' }]],
    ['download.gaveUp', Array.from({ length: 8 }, () => ({ kind: 'reset' }) as const)],
  ];
  test.each(failing)(
    'ends with %s, keeps nothing that counts, and ends well at the next start',
    async (code, faults) => {
      bed.hosted.faults = [...faults];
      const told = await bed.download();
      expect(told.end.phase).toBe('failed');
      expect(codeOf(told)).toBe(code);
      expect(await bed.store.list()).toEqual([]);
      expect((await bed.download()).end.phase).toBe('done');
    },
  );

  test('waits as long as the host asks, and longer with each try otherwise', async () => {
    bed.hosted.faults = [
      { kind: 'status', status: 429, retryAfter: '2' },
      { kind: 'reset' },
      { kind: 'reset' },
    ];
    const { all } = await bed.download();
    const waits = all.filter(({ phase }) => phase === 'waiting').map(({ waitMs }) => waitMs);
    // Half of 20, 40 and 80 ms is sure, and half of the rest is chance; the host's two seconds come before.
    expect(waits).toEqual([2000, 30, 60]);
  });

  test('says how fast it is only while bytes come', async () => {
    bed.hosted.faults = [{ kind: 'truncate', at: 0.5 }];
    const { all } = await bed.download();
    for (const { phase, bytesPerSecond } of all) if (phase !== 'downloading') expect(bytesPerSecond).toBe(0);
  });

  test('tries the list again too, and refuses one it does not know', async () => {
    bed.hosted.listFaults = [
      { kind: 'reset' },
      { kind: 'truncate', at: 0.5 },
      { kind: 'status', status: 503 },
    ];
    expect((await bed.download()).end.phase).toBe('done');
    await bed.store.remove('tiny');
    bed.hosted.listFaults = [{ kind: 'rateLimit', resetSeconds: 1 }];
    expect((await bed.download()).end.phase).toBe('done');
    await bed.store.remove('tiny');
    bed.hosted.listFaults = [{ kind: 'rateLimit', resetSeconds: 3600 }];
    expect((await bed.download()).end.problem).toMatchObject({
      code: 'download.busy',
      values: { minutes: 60 },
    });
    bed.hosted.commit = 'not a commit';
    expect(codeOf(await bed.download())).toBe('download.badListing');
    bed.hosted.commit = '0'.repeat(40);
    bed.entry = { ...bed.entry, sources: [bed.server.source('some/tiny', 'huggingFace', ['other.gguf'])] };
    expect(codeOf(await bed.download())).toBe('download.notListed');
  });

  test('holds a file against the hash this app knows, if it knows one', async () => {
    const files = [{ path: 'tiny.gguf', sha256: 'f'.repeat(64) }];
    bed.entry = { ...bed.entry, sources: [{ ...bed.server.source('some/tiny', 'huggingFace', []), files }] };
    expect(codeOf(await bed.download())).toBe('download.wrongHash');
  });

  test('of a file that is whole but no model is not kept', async () => {
    await bed.server.add('some/tiny', [new File(['GGUF but no more than that'], 'tiny.gguf')]);
    expect(codeOf(await bed.download())).toBe('model.notGguf');
    expect(await bed.store.list()).toEqual([]);
  });

  test('is refused before its first byte where there is no room, and stops where the room ends', async () => {
    bed.store = new ModelStore(memoryDisk({ quota: 64 * 1024 * 1024 }));
    expect(codeOf(await bed.download())).toBe('model.noRoom');
    expect(bed.server.ranges).toEqual([]);
    const small = memoryDisk({ quota: 100_000 });
    bed.store = new ModelStore({ ...small, estimate: async () => ({}) });
    expect(codeOf(await bed.download())).toBe('model.noRoom');
  });
});
