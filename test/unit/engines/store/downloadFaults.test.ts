import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CatalogueEntry } from '../../../../src/engines/CatalogueEntry';
import { downloadModel } from '../../../../src/engines/store/download/downloadModel';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { describe as sentenceOf } from '../../../../src/problems/describe';
import type { Stream } from '../../../../src/random/Stream';
import { streamFor } from '../../../../src/random/streamFor';
import { entryOf, reachOf } from '../../../support/downloads';
import { memoryDisk } from '../../../support/memoryDisk';
import { serveModels, type Fault, type ModelHostServer } from '../../../support/faultyHost';
import { ggufModel, mlcModel, sha256Of } from '../../../support/models';

const sequences = 200;
const atOnce = 12;
/** Starts by a user who does not give up, while everything goes wrong. */
const starts = 6;

let server: ModelHostServer;
beforeAll(async () => {
  server = await serveModels();
});
afterAll(() => server.close());

const pick = <Item>(items: readonly [Item, ...Item[]], chance: Stream): Item =>
  items[chance.below(items.length)] ?? items[0];

function anyFault(chance: Stream): Fault {
  const kind = pick(
    [
      ...(['reset', 'webPage', 'hiddenWebPage', 'ignoreRange', 'wrongBytes', 'tooLong', 'stray'] as const),
      ...(['shiftedRange', 'wrongTotal', 'otherEtag', 'noContentRange', 'drip', 'shiftedBytes'] as const),
      // The commonest of all, and what makes the others matter: there has to be a part to go on from.
      ...(['truncate', 'truncate', 'truncate', 'truncate', 'status', 'status'] as const),
    ],
    chance,
  );
  switch (kind) {
    case 'truncate':
    case 'drip':
    case 'shiftedBytes':
      return { kind, at: chance.uniform() };
    case 'status':
      return pick<Fault>(
        [
          { kind, status: 429, retryAfter: '1' },
          { kind, status: 503, retryAfter: 'Thu, 01 Jan 1970 00:00:01 GMT' },
          { kind, status: 429, retryAfter: '86400' },
          { kind, status: pick([403, 404, 408, 416, 418, 500, 502], chance) },
        ],
        chance,
      );
    default:
      return { kind };
  }
}

const faults = (most: number, chance: Stream): Fault[] =>
  Array.from({ length: chance.below(most + 1) }, () => anyFault(chance));

/** A model at the host, its true hashes, and what will go wrong with it. */
async function scene(no: number, chance: Stream): Promise<[CatalogueEntry, readonly string[], () => void]> {
  const isMlc = no % 2 === 1;
  const files = isMlc ? mlcModel(3, no) : [ggufModel('tiny.gguf', 2000 + chance.below(20_000), no)];
  const isLibrary = ({ name }: File): boolean => name.endsWith('.wasm');
  const main = files.filter((file) => !isLibrary(file));
  const weights = await server.add(`weights/${no}`, main, ['mlc-chat-config.json', 'tokenizer.json']);
  weights.faults = faults(12, chance);
  weights.listFaults = faults(2, chance);
  const sources = [
    server.source(
      `weights/${no}`,
      'huggingFace',
      main.map(({ name }) => name),
    ),
  ];
  const libraries = files.filter(isLibrary);
  const library = await server.add(`library/${no}`, libraries);
  library.faults = faults(3, chance);
  if (isMlc)
    sources.push(
      server.source(
        `library/${no}`,
        'gitHub',
        libraries.map(({ name }) => name),
      ),
    );
  const behave = (): void => {
    for (const hosted of [weights, library]) hosted.faults = hosted.listFaults = [];
  };
  const hashes = await Promise.all([...main, ...libraries].map(sha256Of));
  return [entryOf(`model-${no}`, isMlc ? 'webLlm' : 'llamaCpp', sources), hashes, behave];
}

const counts = { done: 0, paused: 0, failed: 0, down: 0 };

/** One sequence: starts, pauses and power cuts while the host goes wrong, and one start when it is well again. */
async function sequence(no: number): Promise<void> {
  const chance = streamFor(20261130, 'sequence', String(no)).at(0);
  const [entry, hashes, behave] = await scene(no, chance);
  const disk = memoryDisk();
  const store = new ModelStore(disk);

  const noBadFileCounts = async (): Promise<void> => {
    for (const model of await store.list()) {
      const found = await Promise.all(
        model.files.map(async ({ path }) => sha256Of(await store.open(model, path))),
      );
      expect(found, `sequence ${no}`).toEqual(hashes);
      expect(model.files.map(({ sha256 }) => sha256)).toEqual(hashes);
    }
  };
  const start = async (stallMs: number, pauseAt: number): Promise<string> => {
    const stop = new AbortController();
    let told = 0;
    const end = await downloadModel(
      store,
      entry,
      reachOf(server, { stallMs, mostTries: 4 }),
      stop.signal,
      () => {
        told += 1;
        if (told === pauseAt) stop.abort('paused');
      },
    );
    if (end.phase === 'failed') {
      expect(end.problem).not.toBeNull();
      if (end.problem !== null) expect(sentenceOf(end.problem)).not.toMatch(/[{}]|undefined/);
    }
    expect(end.model === null, `sequence ${no}`).toBe(end.phase !== 'done');
    return end.phase === 'failed' ? `failed: ${end.problem && sentenceOf(end.problem)}` : end.phase;
  };

  for (let at = 0; at < starts; at++) {
    const goesDown = chance.below(4) === 0;
    if (goesDown) disk.goDownAfter(chance.below(25));
    const phase = await start(1200, chance.below(3) === 0 ? 1 + chance.below(8) : Infinity);
    disk.comeBack();
    if (goesDown && phase !== 'done') counts.down += 1;
    else counts[phase.split(':')[0] as keyof typeof counts] += 1;
    await noBadFileCounts();
    if (phase === 'done') break;
  }
  behave();
  // Patient, so that a busy machine that runs these tests does not count as a dead connection.
  expect(await start(600_000, Infinity), `sequence ${no}, when all is well again`).toBe('done');
  await noBadFileCounts();
  expect(await store.list()).toHaveLength(1);
  expect((await disk.paths()).filter((path) => /\.(?:part|download)$/.test(path))).toEqual([]);
}

test(`${sequences} sequences of faults never end with a bad file that counts, and end well when the host does`, async () => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let no = next++; no < sequences; no = next++) await sequence(no);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  // They went wrong in many ways, or they would prove little.
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
}, 240_000);
