import { Dexie, type DBCore, type EntityTable, type Table } from 'dexie';
import { Failure } from '../problems/Failure';
import { migrations } from './migrations';
import type {
  Chunk,
  JournalEntry,
  RecipeVersion,
  RehearsalResult,
  Run,
  SelfTestResult,
  Work,
} from './records';
import { storageFailure } from './storageFailure';

export type ChunkKey = [runId: string, table: string, chunkNo: number];

export class Database extends Dexie {
  declare readonly works: EntityTable<Work, 'id'>;
  declare readonly recipes: Table<RecipeVersion, [workId: string, version: number]>;
  declare readonly runs: EntityTable<Run, 'id'>;
  declare readonly chunks: Table<Chunk, ChunkKey>;
  declare readonly journal: Table<JournalEntry, number>;
  declare readonly selfTests: Table<SelfTestResult, [device: string, modelSha256: string]>;
  declare readonly rehearsals: Table<RehearsalResult, [workId: string, device: string, modelSha256: string]>;
}

export interface DatabaseOptions {
  readonly name: string;
  readonly indexedDB?: IDBFactory | undefined;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange | undefined;
}

/** Rejects with `storage.unavailable` where the browser has no IndexedDB or keeps it shut. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const indexedDB = options.indexedDB ?? globalThis.indexedDB;
  const range = options.IDBKeyRange ?? globalThis.IDBKeyRange;
  const doing = 'open its storage';
  if (indexedDB === undefined || range === undefined) throw new Failure('storage.unavailable', { doing });
  const database = new Database(options.name, {
    indexedDB,
    IDBKeyRange: range,
    chromeTransactionDurability: 'relaxed',
  });
  for (const migration of migrations) {
    const version = database.version(migration.version).stores(migration.stores);
    if (migration.upgrade !== undefined) version.upgrade(migration.upgrade);
  }
  database.use({ stack: 'dbcore', name: 'durable chunks', create: durableChunks });
  try {
    await database.open();
  } catch (error) {
    throw storageFailure(error, doing);
  }
  return database;
}

/** A closed chunk is on the disk before its journal is gone; other writes may wait in the system's buffers. */
function durableChunks(core: DBCore): Partial<DBCore> {
  return {
    transaction(tables, mode, options) {
      const durable = mode === 'readwrite' && tables.includes('chunks');
      return core.transaction(tables, mode, durable ? { durability: 'strict' } : options);
    },
  };
}
