import type { ClosedChunk } from '../../../src/storage/records';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CellLineage, RowBatch } from '../../../src/dataset/RowBatch';
import { startingCounts } from '../../../src/storage/startingRun';
import { openStore } from '../../../src/storage/openStore';
import type { JournalEntry, Run } from '../../../src/storage/records';
import type { Store } from '../../../src/storage/Store';

const passed: CellLineage = { model: 'm', attempts: [], verdict: 'passed' };

function batch(start: number, rowCount: number, table = 'visit'): RowBatch {
  const rows = Array.from({ length: rowCount }, (_, at) => start + at);
  return {
    table,
    start,
    rowCount,
    columns: [
      { path: 'number', type: 'integer', cells: rows },
      { path: 'note', type: 'text', cells: rows.map((row) => `note ${String(row)}`) },
    ],
    lineage: { note: rows.map(() => passed) },
  };
}

function entry(row: number, cells: JournalEntry['cells'], runId = 'run1'): JournalEntry {
  return { runId, table: 'visit', row, cells, lineage: {} };
}

function run(id: string, workId: string, status: Run['status'], startedAt: number): Run {
  const counts = startingCounts(4);
  const facts = { id, workId, recipeVersion: 1, document: '{}', seed: 1, status, startedAt, endedAt: null };
  return { ...facts, tables: [{ table: 'visit', rows: 4 }], writer: null, counts, problems: [] };
}

let indexedDB: IDBFactory;
let store: Store;
let time: number;

async function open(): Promise<Store> {
  let count = 0;
  return openStore({ indexedDB, IDBKeyRange, now: () => time++, newId: () => `id${String(++count)}` });
}

async function gather(batches: AsyncIterable<RowBatch>): Promise<RowBatch[]> {
  const all: RowBatch[] = [];
  for await (const one of batches) all.push(one);
  return all;
}

beforeEach(async () => {
  indexedDB = new IDBFactory();
  time = 1000;
  store = await open();
});

describe('works and recipes', () => {
  test('a new work has version 1 of its recipe', async () => {
    const work = await store.createWork('Triage', '{"a":1}');
    expect(work).toEqual({ id: 'id1', title: 'Triage', createdAt: 1000, updatedAt: 1000 });
    expect(await store.latestRecipe('id1')).toEqual({
      workId: 'id1',
      version: 1,
      savedAt: 1000,
      document: '{"a":1}',
    });
  });

  test('saving the same document again makes no new version, a change does', async () => {
    const { id } = await store.createWork('Triage', 'a');
    expect((await store.saveRecipe(id, 'Triage', 'a')).version).toBe(1);
    expect((await store.saveRecipe(id, 'Triage', 'b')).version).toBe(2);
    expect((await store.saveRecipe(id, 'Triage', 'a')).version).toBe(3);
    expect((await store.recipeVersions(id)).map((saved) => saved.document)).toEqual(['a', 'b', 'a']);
  });

  test('a title changes without a new version', async () => {
    const { id } = await store.createWork('Triage', 'a');
    await store.saveRecipe(id, 'Triage in May', 'a');
    expect((await store.work(id))?.title).toBe('Triage in May');
    expect(await store.recipeVersions(id)).toHaveLength(1);
  });

  test('works come newest change first', async () => {
    const first = await store.createWork('one', 'a');
    await store.createWork('two', 'b');
    await store.saveRecipe(first.id, 'one', 'c');
    expect((await store.works()).map((work) => work.title)).toEqual(['one', 'two']);
  });

  test('saving into a deleted work says that it is gone', async () => {
    await expect(store.saveRecipe('nowhere', 't', 'a')).rejects.toMatchObject({
      problem: { code: 'storage.gone' },
    });
  });

  test('deleting a work leaves nothing of it and all of the others', async () => {
    const gone = await store.createWork('gone', 'a');
    const kept = await store.createWork('kept', 'b');
    for (const [id, workId] of [
      ['r1', gone.id],
      ['r2', kept.id],
    ] as const) {
      await store.createRun(run(id, workId, 'running', 1));
      await store.closeChunk(id, 0, batch(0, 3));
      await store.appendJournal([entry(3, { note: 'x' }, id)]);
      await store.readRows(id, 'visit', 0, 1);
    }
    await store.deleteWork(gone.id);
    expect(await store.works()).toEqual([kept]);
    expect(await store.recipeVersions(gone.id)).toEqual([]);
    expect(await store.run('r1')).toBeUndefined();
    expect(await store.rowCount('r1', 'visit')).toBe(0);
    expect((await store.readRows('r1', 'visit', 0, 1)).rowCount).toBe(0);
    expect(await store.journal('r1', 'visit', 0, 10)).toEqual([]);
    expect(await store.rowCount('r2', 'visit')).toBe(3);
    expect(await store.journal('r2', 'visit', 0, 10)).toHaveLength(1);
  });
});

describe('runs', () => {
  test('change, are listed newest first, and tell which are unfinished', async () => {
    await store.createRun(run('old', 'w', 'done', 1));
    await store.createRun(run('paused', 'w', 'paused', 2));
    await store.createRun(run('new', 'w', 'running', 3));
    await store.updateRun('new', { seed: 9 });
    expect((await store.run('new'))?.seed).toBe(9);
    expect((await store.runsOf('w')).map((one) => one.id)).toEqual(['new', 'paused', 'old']);
    expect((await store.unfinishedRuns()).map((one) => one.id)).toEqual(['new', 'paused']);
  });

  test('that were deleted cannot be changed', async () => {
    await store.createRun(run('r', 'w', 'running', 1));
    await store.deleteRun('r');
    await expect(store.updateRun('r', { seed: 2 })).rejects.toMatchObject({
      problem: { code: 'storage.gone' },
    });
  });
});

describe('the journal', () => {
  test('gives the entries of the asked rows only, by row, a later cell over an earlier one', async () => {
    await store.appendJournal([entry(7, { note: 'first' }), entry(2, { note: 'two' })]);
    await store.appendJournal([entry(7, { note: 'second', plan: null }), entry(12, { note: 'far' })]);
    await store.appendJournal([entry(7, { note: 'other run' }, 'run2')]);
    expect((await store.journal('run1', 'visit', 0, 10)).map(({ row, cells }) => ({ row, cells }))).toEqual([
      { row: 2, cells: { note: 'two' } },
      { row: 7, cells: { note: 'second', plan: null } },
    ]);
  });

  test('survives a killed tab: another store on the same device reads it', async () => {
    await store.appendJournal([entry(1, { note: 'kept' })]);
    store.close();
    store = await open();
    expect(await store.journal('run1', 'visit', 0, 5)).toHaveLength(1);
  });

  test('loses the entries of a closed chunk and keeps those of the next one', async () => {
    await store.appendJournal([0, 1, 2, 3, 4].map((row) => entry(row, { note: 'x' })));
    await store.closeChunk('run1', 0, batch(0, 3));
    expect((await store.journal('run1', 'visit', 0, 10)).map((one) => one.row)).toEqual([3, 4]);
  });

  test('keeps its entries when the chunk could not be stored', async () => {
    await store.appendJournal([entry(0, { note: 'x' })]);
    const bad = batch(0, 1);
    bad.columns[0]?.cells.splice(0, 1, NaN);
    await expect(store.closeChunk('run1', 0, bad)).rejects.toMatchObject({
      problem: { code: 'storage.unstorable' },
    });
    expect(await store.journal('run1', 'visit', 0, 10)).toHaveLength(1);
    expect(await store.closedChunks('run1', 'visit')).toEqual([]);
  });
});

describe('chunks', () => {
  test('closed twice are there once', async () => {
    await store.closeChunk('run1', 0, batch(0, 3));
    await store.closeChunk('run1', 0, batch(0, 3));
    expect(numbers(await store.closedChunks('run1', 'visit'))).toEqual([0]);
    expect(await store.rowCount('run1', 'visit')).toBe(3);
    expect(await gather(store.readBatches('run1', 'visit'))).toEqual([batch(0, 3)]);
  });

  test('come back in row order whatever the order they were closed in, table by table', async () => {
    await store.closeChunk('run1', 10, batch(30, 2));
    await store.closeChunk('run1', 2, batch(6, 3));
    await store.closeChunk('run1', 0, batch(0, 3));
    await store.closeChunk('run1', 0, batch(0, 5, 'bed'));
    expect(numbers(await store.closedChunks('run1', 'visit'))).toEqual([0, 2, 10]);
    expect((await gather(store.readBatches('run1', 'visit'))).map((one) => one.start)).toEqual([0, 6, 30]);
    expect(await store.rowCount('run1', 'visit')).toBe(8);
    expect(await store.rowCount('run1', 'bed')).toBe(5);
  });

  test('are read from the one that holds the row asked for', async () => {
    for (const no of [0, 1, 2]) await store.closeChunk('run1', no, batch(no * 3, 3));
    const starts = async (from: number): Promise<number[]> =>
      (await gather(store.readBatches('run1', 'visit', from))).map((one) => one.start);
    expect(await starts(4)).toEqual([3, 6]);
    expect(await starts(6)).toEqual([6]);
    expect(await starts(9)).toEqual([]);
  });

  test('give rows across their borders as one batch', async () => {
    for (const no of [0, 1, 2]) await store.closeChunk('run1', no, batch(no * 3, 3));
    expect(await store.readRows('run1', 'visit', 2, 5)).toEqual(batch(2, 5));
    expect(await store.readRows('run1', 'visit', 3, 3)).toEqual(batch(3, 3));
  });

  test('of any sizes give any range of rows', async () => {
    let runs = 0;
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(60), fc.nat(60), async (sizesOfChunks, start, count) => {
        const runId = `any${String(++runs)}`;
        let total = 0;
        for (const [chunkNo, size] of sizesOfChunks.entries()) {
          await store.closeChunk(runId, chunkNo, batch(total, size));
          total += size;
        }
        const expected = Math.max(0, Math.min(count, total - start));
        const rows = await store.readRows(runId, 'visit', start, count);
        expect(rows.rowCount).toBe(expected);
        if (expected > 0) expect(rows).toEqual(batch(start, expected));
      }),
      { numRuns: 40 },
    );
  });

  test('give fewer rows at the end, none beyond it, and none over a gap', async () => {
    await store.closeChunk('run1', 0, batch(0, 3));
    expect(await store.readRows('run1', 'visit', 2, 5)).toEqual(batch(2, 1));
    expect((await store.readRows('run1', 'visit', 3, 5)).rowCount).toBe(0);
    expect((await store.readRows('run1', 'bed', 0, 5)).rowCount).toBe(0);
    await store.closeChunk('run1', 2, batch(6, 3));
    expect(await store.readRows('run1', 'visit', 2, 5)).toEqual(batch(2, 1));
    expect((await store.readRows('run1', 'visit', 4, 1)).rowCount).toBe(0);
  });

  test('closed after a first look are found by the next', async () => {
    await store.closeChunk('run1', 0, batch(0, 3));
    expect((await store.readRows('run1', 'visit', 0, 6)).rowCount).toBe(3);
    const other = await open();
    await other.closeChunk('run1', 1, batch(3, 3));
    expect(await store.readRows('run1', 'visit', 0, 6)).toEqual(batch(0, 6));
  });

  test('whose bytes were damaged are refused with their rows named', async () => {
    await store.closeChunk('run1', 1, batch(3, 3));
    await corrupt();
    await expect(store.readRows('run1', 'visit', 4, 1)).rejects.toMatchObject({
      problem: { code: 'storage.damaged', values: { table: 'visit', from: 4, to: 6 } },
    });
  });
});

/** Overwrites the bytes of every chunk with zeros, past the store. */
async function corrupt(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('cloister');
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  await new Promise<void>((resolve) => {
    const transaction = database.transaction('chunks', 'readwrite');
    const cursor = transaction.objectStore('chunks').openCursor();
    cursor.onsuccess = () => {
      cursor.result?.update({ ...(cursor.result.value as object), bytes: new ArrayBuffer(50) });
    };
    transaction.oncomplete = () => {
      resolve();
    };
  });
  database.close();
}

describe('a run lock', () => {
  test('is refused to a second writer of the same run, and free again after a failure', async () => {
    let finish = (): void => undefined;
    const first = store.withRunLock(
      'run1',
      () =>
        new Promise<string>(
          (resolve) =>
            (finish = () => {
              resolve('done');
            }),
        ),
    );
    expect(await store.withRunLock('run1', () => Promise.resolve('second'))).toBe('busy');
    expect(await store.withRunLock('run2', () => Promise.resolve('other'))).toBe('other');
    finish();
    expect(await first).toBe('done');
    await expect(store.withRunLock('run1', () => Promise.reject(new Error('broke')))).rejects.toThrow(
      'broke',
    );
    expect(await store.withRunLock('run1', () => Promise.resolve('again'))).toBe('again');
  });
});

describe('a browser that keeps nothing', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('is told apart by a clear failure', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(openStore({ name: 'x' })).rejects.toMatchObject({
      problem: { code: 'storage.unavailable' },
    });
  });

  test('is told apart when opening is forbidden', async () => {
    const forbidding = new IDBFactory();
    forbidding.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    await expect(openStore({ indexedDB: forbidding, IDBKeyRange })).rejects.toMatchObject({
      problem: { code: 'storage.unavailable' },
      cause: expect.objectContaining({}) as unknown,
    });
  });
});

function numbers(chunks: readonly ClosedChunk[]): number[] {
  return chunks.map(({ chunkNo }) => chunkNo);
}
