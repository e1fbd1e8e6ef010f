import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/dataset/RowBatch';
import type { Exporter } from '../../src/exporters/Exporter';
import { exporters, type ExporterId } from '../../src/exporters/exporters';
import { readOptions } from '../../src/exporters/readOptions';
import { exportText, type TestColumn } from '../support/exportText';

/** An independent reader for each format: the cells of every record as text, '' where missing. */
const readers: Record<ExporterId, (file: string) => string[][]> = {
  csv: (file) => parse(file, { record_delimiter: '\r\n' }).slice(1),
  jsonl: (file) =>
    file
      .split('\n')
      .slice(0, -1)
      .map((line) => {
        const { id, patient, pulse } = JSON.parse(line) as { id: Cell; patient: { name: Cell }; pulse: Cell };
        return [id, patient.name, pulse].map((cell) => (cell === null ? '' : String(cell)));
      }),
};

const anyTable = fc
  .array(
    fc.record({
      id: fc.integer(),
      name: fc.option(
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .filter((text) => /^[^=+\-@\t\r\n\0＝＋－＠]/.test(text)),
      ),
      pulse: fc.option(fc.integer({ min: 1, max: 300 })),
    }),
    { maxLength: 12 },
  )
  .map((records): TestColumn[] => [
    { path: 'id', type: 'integer', cells: records.map(({ id }) => id) },
    { path: 'patient.name', type: 'text', label: 'Name', cells: records.map(({ name }) => name) },
    { path: 'pulse', type: 'integer', cells: records.map(({ pulse }) => pulse) },
  ]);

describe.each(Object.entries(exporters) as [ExporterId, Exporter<object>][])(
  'the exporter %s',
  (id, exporter) => {
    test('is listed under its own id, with a name, an extension and a media type', () => {
      expect(exporter.id).toBe(id);
      expect(exporter.label).not.toBe('');
      expect(exporter.summary).toMatch(/\.$/);
      expect(exporter.extension).toMatch(/^[a-z0-9]+$/);
      expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z.+-]+/);
    });

    test('has a control for every option, and defaults its own controls accept', () => {
      expect(exporter.controls.map(({ key }) => key).sort()).toEqual(Object.keys(exporter.defaults).sort());
      expect(readOptions(exporter, exporter.defaults)).toEqual(exporter.defaults);
    });

    test('gives the same bytes for batches of any size', async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 13 }), async (columns, size) => {
          expect(await exportText(exporter, columns, {}, { size })).toBe(await exportText(exporter, columns));
        }),
        { numRuns: 50 },
      );
    });

    test('is read back by another program, record by record', async () => {
      await fc.assert(
        fc.asyncProperty(anyTable, async (columns) => {
          const records = (columns[0]?.cells ?? []).map((_, row) =>
            columns.map(({ cells }) => String(cells[row] ?? '')),
          );
          expect(readers[id](await exportText(exporter, columns))).toEqual(records);
        }),
        { numRuns: 50 },
      );
    });

    test('makes a valid file of a table without records', async () => {
      const columns: TestColumn[] = [{ path: 'id', type: 'integer', cells: [] }];
      expect(readers[id](await exportText(exporter, columns))).toEqual([]);
    });

    test('asks for one batch at a time', async () => {
      let asked = 0;
      const rows = {
        async *[Symbol.asyncIterator]() {
          for (let start = 0; start < 5; start++) {
            asked++;
            const columns = [{ path: 'id', type: 'integer' as const, cells: [start] }];
            yield await Promise.resolve({ table: 'visit', start, rowCount: 1, columns, lineage: {} });
          }
        },
      };
      const schema = { table: 'visit', columns: [{ path: 'id', type: 'integer' as const }] };
      let bytes = 0;
      for await (const part of exporter.write(rows, schema, exporter.defaults)) {
        bytes += part.byteLength;
        if (asked > 0) break;
      }
      expect(asked).toBe(1);
      expect(bytes).toBeGreaterThan(0);
    });
  },
);
