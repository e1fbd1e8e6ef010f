import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '../../../../src/engines/CatalogueEntry';
import { discardDownload, downloadModel } from '../../../../src/engines/store/download/downloadModel';
import type { DownloadProgress } from '../../../../src/engines/store/download/DownloadProgress';
import type { Pace } from '../../../../src/engines/store/download/Pace';
import { unfinishedDownloads } from '../../../../src/engines/store/download/unfinishedDownloads';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import { entryOf, reachOf } from '../../../support/downloads';
import { memoryDisk, type MemoryDisk } from '../../../support/memoryDisk';
import {
  serveModels,
  type Fault,
  type HostedRepository,
  type ModelHostServer,
} from '../../../support/faultyHost';
import { ggufModel, mlcModel, sha256Of, splitGguf } from '../../../support/models';

let server: ModelHostServer;
beforeAll(async () => {
  server = await serveModels();
});
afterAll(() => server.close());

const weights = ggufModel('tiny.gguf', 60_000);
let disk: MemoryDisk;
let store: ModelStore;
let hosted: HostedRepository;
let entry: CatalogueEntry;
beforeEach(async () => {
  disk = memoryDisk();
  store = new ModelStore(disk);
  hosted = await server.add('some/tiny', [weights]);
  entry = entryOf('tiny', 'llamaCpp', [server.source('some/tiny', 'huggingFace', ['tiny.gguf'])]);
  server.ranges.length = 0;
});

interface Told {
  readonly end: DownloadProgress;
  readonly all: readonly DownloadProgress[];
}

async function download(
  change: Partial<Pace> = {},
  stop = new AbortController(),
  onProgress: (progress: DownloadProgress) => void = () => undefined,
): Promise<Told> {
  const all: DownloadProgress[] = [];
  const end = await downloadModel(store, entry, reachOf(server, change), stop.signal, (progress) => {
    all.push(progress);
    onProgress(progress);
  });
  return { end, all };
}

const codeOf = ({ end }: Told): string | undefined => end.problem?.code;

/** Stops at the first sign of bytes, with this many tries after. */
async function pauseHalfway(at = 0.5): Promise<void> {
  hosted.faults = [{ kind: 'drip', at }];
  const stop = new AbortController();
  const { end } = await download({ stallMs: 600_000 }, stop, ({ phase, doneBytes }) => {
    if (phase === 'downloading' && doneBytes > 0) setTimeout(() => stop.abort('paused'), 30);
  });
  expect(end.phase).toBe('paused');
}

describe('a download', () => {
  test('ends with a model that is what the host states, and says whence it came', async () => {
    const { end, all } = await download();
    expect(end).toMatchObject({ phase: 'done', problem: null });
    expect(end.model).toMatchObject({
      id: 'tiny',
      engine: 'llamaCpp',
      sizeBytes: weights.size,
      sha256: await sha256Of(weights),
      about: { name: 'Tiny', licence: 'MIT' },
      origin: { entry: 'tiny', name: 'Tiny 1B', host: 'The host', revision: hosted.commit },
      files: [{ path: 'tiny.gguf', sizeBytes: weights.size, statedBy: 'host' }],
    });
    expect(await store.list()).toEqual([end.model]);
    expect(await disk.paths()).toEqual(['models/tiny.json', 'models/tiny/tiny.gguf']);
    expect(all.map(({ phase }) => phase)).toContain('downloading');
    expect(all.at(-1)).toMatchObject({ phase: 'done', doneBytes: weights.size, totalBytes: weights.size });
  });

  test('of a model that is here already asks for nothing', async () => {
    await download();
    server.ranges.length = 0;
    expect((await download()).end.phase).toBe('done');
    expect(server.ranges).toEqual([]);
  });

  test('of what was side-loaded before keeps the copy that was here, and notes whence it comes', async () => {
    const own = await sideLoad(
      store,
      [ggufModel('own.gguf', 60_000)],
      new AbortController().signal,
      () => undefined,
    );
    const { end } = await download();
    expect(end.model).toEqual({ ...own, origin: expect.objectContaining({ entry: 'tiny' }) as unknown });
    expect(await disk.paths()).toEqual([`models/${own.id}.json`, `models/${own.id}/own.gguf`]);
  });

  test('of a split model keeps its parts in order', async () => {
    const parts = splitGguf(3);
    await server.add('some/split', parts);
    entry = entryOf('split', 'llamaCpp', [
      server.source('some/split', 'huggingFace', ['tiny-*-of-00003.gguf']),
    ]);
    const { end } = await download();
    expect(end.model?.files.map(({ path }) => path)).toEqual(parts.map(({ name }) => name));
    expect(end).toMatchObject({ wholeFiles: 3, files: 3 });
  });

  test('of an MLC model takes each file from its host and puts it where WebLLM reads it', async () => {
    const files = mlcModel(12).map((file) =>
      file.name === 'tensor-cache.json' ? new File([file], 'ndarray-cache.json') : file,
    );
    const isLibrary = ({ name }: File): boolean => name.endsWith('.wasm');
    await server.add(
      'mlc/tiny',
      files.filter((file) => !isLibrary(file)),
      ['mlc-chat-config.json', 'ndarray-cache.json'],
    );
    await server.add('mlc/libraries', files.filter(isLibrary));
    const folder = server.source('mlc/tiny', 'huggingFace', [
      'mlc-chat-config.json',
      'tokenizer.json',
      'params_shard_*.bin',
    ]);
    entry = entryOf('mlc', 'webLlm', [
      {
        ...folder,
        files: [
          ...folder.files,
          { path: 'tensor-cache.json', otherwise: 'ndarray-cache.json' },
          { path: 'no.txt', optional: true },
        ],
      },
      server.source('mlc/libraries', 'gitHub', ['Tiny-q4f16_1_cs1k-webgpu.wasm']),
    ]);
    const { end } = await download();
    expect(end).toMatchObject({ phase: 'done', wholeFiles: 16 });
    const paths = end.model?.files.map(({ path }) => path) ?? [];
    expect(paths.slice(2, 14)).toEqual(Array.from({ length: 12 }, (_, no) => `params_shard_${no}.bin`));
    expect(paths).toContain('tensor-cache.json');
    expect((await disk.paths()).filter((path) => path.startsWith('models/'))).toEqual(['models/mlc.json']);
    expect(end.model?.about).toMatchObject({ name: 'Tiny 1B', quantisation: 'q4f16_1' });
    expect(await store.find('mlc')).toEqual(end.model);
  });
});

describe('a download that is paused', () => {
  test('is listed, and goes on from where it was with the bytes that are here', async () => {
    await pauseHalfway();
    const [listed] = await unfinishedDownloads(store);
    expect(listed).toMatchObject({
      entry: 'tiny',
      phase: 'paused',
      files: 1,
      wholeFiles: 0,
      totalBytes: weights.size,
    });
    expect(listed?.doneBytes).toBe(Math.floor(weights.size * 0.5));
    expect(await store.list()).toEqual([]);
    const { end, all } = await download();
    expect(end.phase).toBe('done');
    expect(all.map(({ phase }) => phase)).toContain('checking');
    expect(server.ranges).toEqual([null, `bytes=${Math.floor(weights.size * 0.5)}-`]);
    expect(await unfinishedDownloads(store)).toEqual([]);
  });

  test('stays when another model is side-loaded', async () => {
    await pauseHalfway();
    await sideLoad(store, [ggufModel('own.gguf', 10, 9)], new AbortController().signal, () => undefined);
    expect(await unfinishedDownloads(store)).toHaveLength(1);
    expect((await download()).end.phase).toBe('done');
    expect(server.ranges).toHaveLength(2);
  });

  test('leaves nothing when it is cancelled or discarded', async () => {
    await pauseHalfway();
    await discardDownload(store, 'tiny');
    expect(await disk.paths()).toEqual([]);
    hosted.faults = [{ kind: 'drip', at: 0.5 }];
    const stop = new AbortController();
    const { end } = await download({ stallMs: 600_000 }, stop, ({ phase }) => {
      if (phase === 'downloading') setTimeout(() => stop.abort('cancelled'), 10);
    });
    expect(end.phase).toBe('cancelled');
    expect(await disk.paths()).toEqual([]);
    expect(disk.used()).toBe(0);
  });

  test('starts anew when this version of the app takes the model from elsewhere', async () => {
    await pauseHalfway();
    await server.add('other/tiny', [weights]);
    entry = { ...entry, sources: [server.source('other/tiny', 'huggingFace', ['tiny.gguf'])] };
    expect((await download()).end.phase).toBe('done');
    expect(server.ranges).toEqual([null, null]);
  });

  test('is one over all windows', async () => {
    hosted.faults = [{ kind: 'drip', at: 0.5 }];
    const stop = new AbortController();
    const first = download({ stallMs: 600_000 }, stop);
    await expect.poll(async () => (await unfinishedDownloads(store))[0]?.phase).toBe('downloading');
    expect(codeOf(await download())).toBe('download.elsewhere');
    await expect(discardDownload(store, 'tiny')).rejects.toMatchObject({
      problem: { code: 'download.elsewhere' },
    });
    stop.abort('paused');
    expect((await first).end.phase).toBe('paused');
  });

  test('whose part was damaged on disk is found out, and comes whole at the next try', async () => {
    await pauseHalfway();
    const folder = await (await store.folder()).getDirectoryHandle('tiny');
    const part = await (await folder.getFileHandle('tiny.gguf.part')).getFile();
    const bytes = new Uint8Array(await part.arrayBuffer());
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    const out = await (await folder.getFileHandle('tiny.gguf.part')).createWritable();
    await out.write(bytes);
    await out.close();
    const { end } = await download();
    expect(end.model?.sha256).toBe(await sha256Of(weights));
    expect(server.ranges.at(-1)).toBeNull();
  });
});

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
    hosted.faults = [...faults];
    const told = await download({ stallMs: 3000 });
    expect(codeOf(told)).toBeUndefined();
    expect(told.end.model?.sha256).toBe(await sha256Of(weights));
    expect(hosted.faults).toEqual([]);
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
      hosted.faults = [...faults];
      const told = await download();
      expect(told.end.phase).toBe('failed');
      expect(codeOf(told)).toBe(code);
      expect(await store.list()).toEqual([]);
      expect((await download()).end.phase).toBe('done');
    },
  );

  test('waits as long as the host asks, and longer with each try otherwise', async () => {
    hosted.faults = [{ kind: 'status', status: 429, retryAfter: '2' }, { kind: 'reset' }, { kind: 'reset' }];
    const { all } = await download();
    const waits = all.filter(({ phase }) => phase === 'waiting').map(({ waitMs }) => waitMs);
    // Half of 20, 40 and 80 ms is sure, and half of the rest is chance; the host's two seconds come before.
    expect(waits).toEqual([2000, 30, 60]);
  });

  test('says how fast it is only while bytes come', async () => {
    hosted.faults = [{ kind: 'truncate', at: 0.5 }];
    const { all } = await download();
    for (const { phase, bytesPerSecond } of all) if (phase !== 'downloading') expect(bytesPerSecond).toBe(0);
  });

  test('tries the list again too, and refuses one it does not know', async () => {
    hosted.listFaults = [{ kind: 'reset' }, { kind: 'truncate', at: 0.5 }, { kind: 'status', status: 503 }];
    expect((await download()).end.phase).toBe('done');
    await store.remove('tiny');
    hosted.listFaults = [{ kind: 'rateLimit', resetSeconds: 1 }];
    expect((await download()).end.phase).toBe('done');
    await store.remove('tiny');
    hosted.listFaults = [{ kind: 'rateLimit', resetSeconds: 3600 }];
    expect((await download()).end.problem).toMatchObject({ code: 'download.busy', values: { minutes: 60 } });
    hosted.commit = 'not a commit';
    expect(codeOf(await download())).toBe('download.badListing');
    hosted.commit = '0'.repeat(40);
    entry = { ...entry, sources: [server.source('some/tiny', 'huggingFace', ['other.gguf'])] };
    expect(codeOf(await download())).toBe('download.notListed');
  });

  test('holds a file against the hash this app knows, if it knows one', async () => {
    const files = [{ path: 'tiny.gguf', sha256: 'f'.repeat(64) }];
    entry = { ...entry, sources: [{ ...server.source('some/tiny', 'huggingFace', []), files }] };
    expect(codeOf(await download())).toBe('download.wrongHash');
  });

  test('of a file that is whole but no model is not kept', async () => {
    await server.add('some/tiny', [new File(['GGUF but no more than that'], 'tiny.gguf')]);
    expect(codeOf(await download())).toBe('model.notGguf');
    expect(await store.list()).toEqual([]);
  });

  test('is refused before its first byte where there is no room, and stops where the room ends', async () => {
    store = new ModelStore(memoryDisk({ quota: 64 * 1024 * 1024 }));
    expect(codeOf(await download())).toBe('model.noRoom');
    expect(server.ranges).toEqual([]);
    const small = memoryDisk({ quota: 100_000 });
    store = new ModelStore({ ...small, estimate: async () => ({}) });
    expect(codeOf(await download())).toBe('model.noRoom');
  });
});
