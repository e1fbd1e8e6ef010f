import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, RowBatch } from '../../../src/dataset/RowBatch';
import { decodeBatch, encodeBatch } from '../../../src/storage/chunkCodec';
import { anyBatch } from '../../support/anyBatch';

function oneColumn(cells: Cell[], path = 'pulse'): RowBatch {
  const columns = [{ path, type: 'number' as const, cells }];
  return { table: 'visit', start: 500, rowCount: cells.length, columns, lineage: {} };
}

describe('a batch turned into bytes', () => {
  test('comes back the same, whatever its cells', async () => {
    await fc.assert(
      fc.asyncProperty(anyBatch, async (batch) => {
        expect(await decodeBatch(await encodeBatch(batch))).toStrictEqual(batch);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the sign of zero', async () => {
    const back = await decodeBatch(await encodeBatch(oneColumn([-0, 0, 5, -0])));
    expect(back.columns[0]?.cells.map((cell) => Object.is(cell, -0))).toEqual([true, false, false, true]);
  });

  test('keeps two halves of a surrogate pair apart when they are neighbours', async () => {
    const cells = ['\ud83d', '\ude00', 'x', 'y', 'z'];
    expect((await decodeBatch(await encodeBatch(oneColumn(cells)))).columns[0]?.cells).toEqual(cells);
  });

  test('is the same bytes every time', async () => {
    const batch = oneColumn([1, 2.5, null]);
    expect(new Uint8Array(await encodeBatch(batch))).toEqual(new Uint8Array(await encodeBatch(batch)));
  });

  test.each([NaN, Infinity, -Infinity, undefined as unknown as Cell])(
    'refuses %s and says where',
    async (bad) => {
      await expect(encodeBatch(oneColumn([80, bad]))).rejects.toMatchObject({
        problem: { code: 'storage.unstorable', values: { table: 'visit', path: 'pulse', row: 502 } },
      });
    },
  );

  test('refuses a column that is shorter than the batch', async () => {
    const batch = { ...oneColumn([80]), rowCount: 2 };
    await expect(encodeBatch(batch)).rejects.toMatchObject({ problem: { code: 'storage.unstorable' } });
  });

  test('takes far less room than JSON when values repeat', async () => {
    const cells = Array.from({ length: 500 }, (_, row) =>
      row % 3 === 0 ? 'chest pain' : 'shortness of breath',
    );
    const bytes = await encodeBatch(oneColumn(cells));
    expect(bytes.byteLength).toBeLessThan(JSON.stringify(cells).length / 20);
  });
});

describe('damaged bytes', () => {
  test('are refused when cut short, changed, of another version, or empty', async () => {
    const bytes = new Uint8Array(await encodeBatch(oneColumn([1, 2, 3])));
    const changed = (at: number): ArrayBuffer => {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ 0xff;
      return copy.buffer;
    };
    await expect(decodeBatch(bytes.slice(0, -9).buffer)).rejects.toThrow();
    await expect(decodeBatch(changed(3))).rejects.toThrow('version 1');
    await expect(decodeBatch(changed(bytes.length - 6))).rejects.toThrow();
    await expect(decodeBatch(new ArrayBuffer(0))).rejects.toThrow();
  });
});
