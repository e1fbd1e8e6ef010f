import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { embeddedWriter } from '../../src/engines/models';
import { launchChromium, openApp, type Chromium, type OpenApp } from '../../tools/openApp.mjs';
import { entryOf } from '../support/downloads';
import { serveModels, type HostedRepository, type ModelHostServer } from '../support/faultyHost';
import { ggufModel, mlcModel, sha256Of, splitGguf } from '../support/models';
import { splitModel } from '../support/splitModel';
import { writingTask } from '../support/writingTask';

/** Those that make threads possible; the walls are left out, for the test's host is another origin. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

let chromium: Chromium;
let server: ModelHostServer;
let app: OpenApp;
beforeAll(async () => {
  [chromium, server] = await Promise.all([launchChromium(), serveModels()]);
});
afterAll(async () => {
  await chromium.close();
  await server.close();
});
beforeEach(async () => {
  app = await openApp(chromium, { folder: 'out/storePage', headers });
  await openPage();
});
afterEach(() => app.close());

async function openPage(): Promise<void> {
  await app.page.goto(`${app.origin}/index.html`);
  await app.page.waitForFunction(() => 'storePage' in window);
}

const inBase64 = async (files: readonly File[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.name, Buffer.from(await file.arrayBuffer()).toString('base64')]),
    ),
  );
const add = async (files: readonly File[]) =>
  app.page.evaluate((given) => window.storePage.add(given), await inBase64(files));

describe('a download into the real storage of a browser', () => {
  const weights = ggufModel('tiny.gguf', 500_000);
  const entry = (): ReturnType<typeof entryOf> =>
    entryOf('tiny', 'llamaCpp', [server.source('some/tiny', 'huggingFace', ['tiny.gguf'])]);
  let hosted: HostedRepository;
  beforeEach(async () => {
    hosted = await server.add('some/tiny', [weights]);
    server.ranges.length = 0;
  });
  const download = (pauseAt?: number) =>
    app.page.evaluate(([hosts, wanted, at]) => window.storePage.download(hosts, wanted, at ?? undefined), [
      server.hosts,
      entry(),
      pauseAt,
    ] as const);
  const isWhole = async (): Promise<void> => {
    expect(await app.page.evaluate(() => window.storePage.everything())).toEqual([
      'models/tiny.json',
      'models/tiny/tiny.gguf',
    ]);
    expect(await app.page.evaluate(() => window.storePage.verify('tiny'))).toEqual({
      damaged: [],
      checkedBytes: weights.size,
    });
    expect((await app.page.evaluate(() => window.storePage.list()))[0]?.sha256).toBe(await sha256Of(weights));
  };

  test('ends whole although the host cuts it off, sends too much, another part and changed bytes', async () => {
    hosted.faults = [
      { kind: 'truncate', at: 0.4 },
      { kind: 'shiftedRange' },
      { kind: 'truncate', at: 0.6 },
      { kind: 'ignoreRange' },
    ];
    const { end, phases } = await download();
    expect(end).toMatchObject({ phase: 'done', problem: null });
    expect(phases).toContain('waiting');
    await isWhole();
    await app.page.evaluate(() => window.storePage.remove('tiny'));
    hosted.faults = [{ kind: 'wrongBytes' }, { kind: 'tooLong' }];
    expect((await download()).end.phase).toBe('done');
    await isWhole();
    expect(app.errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
  });

  test('goes on after the tab died in the middle of it', async () => {
    hosted.faults = [{ kind: 'drip', at: 0.5 }];
    await app.page.evaluate(([hosts, wanted]) => void window.storePage.download(hosts, wanted), [
      server.hosts,
      entry(),
    ] as const);
    const unfinished = () => app.page.evaluate((hosts) => window.storePage.unfinished(hosts), server.hosts);
    await expect.poll(async () => (await unfinished())[0]?.doneBytes ?? 0).toBeGreaterThan(900_000);
    expect((await unfinished())[0]?.phase).toBe('downloading');
    await app.page.close();
    app = { ...app, page: await app.newPage() };
    await openPage();
    await expect.poll(async () => (await unfinished())[0]?.phase).toBe('paused');
    const half = Math.floor(weights.size / 2);
    expect((await unfinished())[0]).toMatchObject({
      entry: 'tiny',
      doneBytes: half,
      totalBytes: weights.size,
    });
    expect((await download()).end.phase).toBe('done');
    expect(server.ranges).toEqual([null, `bytes=${half}-`]);
    await isWhole();
  });

  test('fails with a sentence when its worker is gone, and goes on with what is here', async () => {
    hosted.faults = [{ kind: 'drip', at: 0.5 }];
    const appeared = app.page.waitForEvent('worker');
    const ended = download();
    const worker = await appeared;
    const half = Math.floor(weights.size / 2);
    const unfinished = () => app.page.evaluate((hosts) => window.storePage.unfinished(hosts), server.hosts);
    await expect.poll(async () => (await unfinished())[0]?.doneBytes).toBe(half);
    worker.evaluate('self.close()').catch(() => undefined);
    const { end } = await ended;
    expect([end.phase, end.problem?.code]).toEqual(['failed', 'device.modelsEnded']);
    expect((await download()).end.phase).toBe('done');
    expect(server.ranges).toEqual([null, `bytes=${half}-`]);
    await isWhole();
  });

  test('can be paused, and of a web page in its place nothing is kept', async () => {
    hosted.faults = [{ kind: 'drip', at: 0.5 }, { kind: 'webPage' }];
    expect((await download(1)).end.phase).toBe('paused');
    const failed = (await download()).end;
    expect([failed.phase, failed.problem?.code]).toEqual(['failed', 'download.webPage']);
    expect(await app.page.evaluate(() => window.storePage.list())).toEqual([]);
    expect((await download()).end.phase).toBe('done');
    await isWhole();
  });

  test('of an MLC model lies once, in the caches where WebLLM looks', async () => {
    const files = mlcModel();
    const isLibrary = ({ name }: File): boolean => name.endsWith('.wasm');
    await server.add(
      'mlc/tiny',
      files.filter((file) => !isLibrary(file)),
      ['mlc-chat-config.json'],
    );
    await server.add('mlc/libraries', files.filter(isLibrary));
    const wanted = entryOf('mlc', 'webLlm', [
      server.source('mlc/tiny', 'huggingFace', ['*.json', '*.bin']),
      server.source('mlc/libraries', 'gitHub', ['*.wasm']),
    ]);
    const { end } = await app.page.evaluate(([hosts, some]) => window.storePage.download(hosts, some), [
      server.hosts,
      wanted,
    ] as const);
    expect(end.problem).toBeNull();
    expect(await app.page.evaluate(() => window.storePage.everything())).toEqual([
      ...files.map(({ name }) => `/mlc/mlc/resolve/main/${name}`).sort(),
      'models/mlc.json',
    ]);
    expect((await app.page.evaluate(() => window.storePage.verify('mlc'))).damaged).toEqual([]);
    await app.page.evaluate(() => window.storePage.remove('mlc'));
    expect(await app.page.evaluate(() => window.storePage.everything())).toEqual([]);
  });
});

describe('a model in the real storage of a browser', () => {
  test.each([
    ['a GGUF', () => [ggufModel('tiny.gguf', 5000)]],
    ['a split GGUF', () => splitGguf(3)],
    ['an MLC folder', () => mlcModel()],
  ] as const)('%s is the same after it was carried as a folder and as a zip', async (_, files) => {
    const model = await add(files());
    const byFolder = await app.page.evaluate((id) => window.storePage.carryByFolder(id), model.id);
    const byZip = await app.page.evaluate((id) => window.storePage.carryByZip(id), byFolder.id);
    for (const carried of [byFolder, byZip]) {
      expect({ ...carried, id: model.id }).toEqual({
        ...model,
        files: model.files.map((file) => ({ ...file, statedBy: 'manifest' })),
      });
    }
    expect(await app.page.evaluate(() => window.storePage.list())).toEqual([byZip]);
  });

  test.each(['add', 'verify', 'export'] as const)(
    'is told of when the worker is gone that was to %s it, and nothing is left over',
    async (job) => {
      const model = await add([ggufModel('tiny.gguf', 5000)]);
      const before = await app.page.evaluate(() => window.storePage.everything());
      const lock = job === 'add' ? 'cloister models' : `cloister model ${model.id}`;
      const given = await inBase64([ggufModel('other.gguf', 5000, 2)]);
      const appeared = app.page.waitForEvent('worker');
      const ended = app.page.evaluate((all) => window.storePage.endOf(...all), [
        job,
        lock,
        given,
        model.id,
      ] as const);
      const worker = await appeared;
      const waiting = () =>
        app.page.evaluate(async () => (await navigator.locks.query()).pending?.map(({ name }) => name));
      await expect.poll(waiting).toContain(lock);
      worker.evaluate('self.close()').catch(() => undefined);
      expect(await ended).toBe('device.modelsEnded');
      await expect.poll(() => app.page.evaluate(() => window.storePage.everything())).toEqual(before);
    },
  );

  test('is told of when the worker is gone that made a zip of it', async () => {
    const model = await add([ggufModel('large.gguf', 2_000_000)]);
    const appeared = app.page.waitForEvent('worker');
    await app.page.evaluate((id) => window.storePage.beginZip(id), model.id);
    const worker = await appeared;
    worker.evaluate('self.close()').catch(() => undefined);
    await expect.poll(() => app.page.workers()).toEqual([]);
    expect(await app.page.evaluate(() => window.readOn())).toBe('device.modelsEnded');
  });

  test('leaves nothing when its copy is stopped in the middle', async () => {
    const given = await inBase64([ggufModel('large.gguf', 2_000_000)]);
    expect(await app.page.evaluate((files) => window.storePage.addAndStop(files), given)).toBe('AbortError');
    await expect.poll(() => app.page.evaluate(() => window.storePage.everything())).toEqual([]);
  });

  test('is found damaged when a bit of it changed', async () => {
    const model = await add([ggufModel('tiny.gguf', 5000)]);
    await app.page.evaluate((path) => window.storePage.damage(path), ['models', model.id, 'tiny.gguf']);
    const { damaged } = await app.page.evaluate((id) => window.storePage.verify(id), model.id);
    expect(damaged).toEqual(['tiny.gguf']);
  });

  test('writes when it came in parts, in any order and under any names', async () => {
    const parts = splitModel(readFileSync('public/writer/embedded-writer.gguf'), 3);
    const [one, two, three] = parts.map((bytes, no) => new File([new Uint8Array(bytes)], `piece ${9 - no}`));
    const model = await add([three, one, two].filter((file) => file !== undefined));
    expect(model.about).toMatchObject({ name: 'Cloister embedded writer', writerForm: 2 });
    const task = writingTask('triage note', { age: '44', sex: 'female' });
    const { facts, text } = await app.page.evaluate(
      ([stored, asked]) => window.storePage.write(stored, asked),
      [model, task] as const,
    );
    expect(facts).toMatchObject({ engine: 'llamaCpp', modelSha256: model.sha256 });
    expect(model.sha256).not.toBe(embeddedWriter.sha256);
    expect(text).toContain('44');
    expect(text.split(' ').length).toBeGreaterThan(10);
  }, 120_000);
});
