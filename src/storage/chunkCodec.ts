import type { CellLineage, Column, ColumnType, FieldPath, RowBatch } from '../dataset/RowBatch';
import { Failure } from '../problems/Failure';
import { BlockReader, BlockWriter } from './Blocks';
import { packCells, unpackCells, type PackedCells } from './columnCodec';
import { gunzip, gzip } from './gzip';

interface PackedBatch {
  readonly table: string;
  readonly start: number;
  readonly rowCount: number;
  readonly columns: readonly {
    readonly path: FieldPath;
    readonly type: ColumnType;
    readonly cells: PackedCells;
  }[];
  readonly lineage: Readonly<Record<FieldPath, readonly CellLineage[]>>;
}

/** "CLO", then the version of what follows. */
const header = [0x43, 0x4c, 0x4f, 1] as const;

/**
 * The one place where a batch becomes the bytes that are stored: header, then gzip of JSON and
 * the binary columns it describes.
 * Rejects with `storage.unstorable` for a cell that is no Cell (NaN, an infinity).
 */
export async function encodeBatch(batch: RowBatch): Promise<ArrayBuffer> {
  const { table, start, rowCount, lineage } = batch;
  const blocks = new BlockWriter();
  const columns = batch.columns.map(({ path, type, cells }) => {
    const refuse = (row: number): never => {
      throw new Failure('storage.unstorable', { table, path, row: start + row + 1 });
    };
    if (cells.length !== rowCount) refuse(Math.min(cells.length, rowCount));
    return { path, type, cells: packCells(cells, blocks, refuse) };
  });
  const packed: PackedBatch = { table, start, rowCount, columns, lineage };
  const json = new TextEncoder().encode(JSON.stringify(packed));
  const body = new Uint8Array(await gzip(blocks.joinedTo(json)));
  const bytes = new Uint8Array(header.length + body.byteLength);
  bytes.set(header);
  bytes.set(body, header.length);
  return bytes.buffer;
}

/** Throws when the bytes are not a whole batch in a version this code knows. */
export async function decodeBatch(bytes: ArrayBuffer): Promise<RowBatch> {
  const start = new Uint8Array(bytes, 0, Math.min(header.length, bytes.byteLength));
  if (!header.every((byte, at) => start[at] === byte)) throw new Error('not a stored batch of version 1');
  const blocks = new BlockReader(await gunzip(new Uint8Array(bytes, header.length)));
  const packed = JSON.parse(new TextDecoder().decode(blocks.json)) as PackedBatch;
  const columns = packed.columns.map(({ path, type, cells }): Column => {
    const column = { path, type, cells: unpackCells(cells, blocks, packed.rowCount) };
    if (column.cells.length !== packed.rowCount) throw new Error(`column ${path} is cut short`);
    return column;
  });
  const { table, start: first, rowCount, lineage } = packed;
  return { table, start: first, rowCount, columns, lineage };
}
