import type { Cell, CellLineage, FieldPath } from '../dataset/RowBatch';
import type { Exporter, TableSchema } from './Exporter';
import { inSchemaOrder, lineageAt, writtenPaths } from './inSchemaOrder';

export interface JsonlOptions {
  readonly shape: 'nested' | 'dotted';
  readonly missing: 'null' | 'leave out';
  readonly lineage: boolean;
}

interface JsonObject {
  [key: string]: Cell | JsonObject | object;
}

/** JSON Lines: one object a line, UTF-8, a line feed after each. Dates stay `YYYY-MM-DD`. */
export const toJsonl: Exporter<JsonlOptions> = {
  id: 'jsonl',
  label: 'JSON Lines',
  summary: 'One JSON object a line, for programs and for training models.',
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  defaults: { shape: 'nested', missing: 'null', lineage: false },
  controls: [
    {
      key: 'shape',
      label: 'Parts of a field',
      help: 'Nested: {"patient": {"sex": "female"}}. Dotted: {"patient.sex": "female"}.',
      control: { kind: 'choice', choices: ['nested', 'dotted'] },
      main: true,
    },
    {
      key: 'missing',
      label: 'Missing cells',
      control: { kind: 'choice', choices: ['null', 'leave out'] },
      main: true,
    },
    {
      key: 'lineage',
      label: 'How each text was made',
      help: 'Adds the verdict, the writer and every attempt at each written cell under "_lineage".',
      control: { kind: 'toggle' },
    },
  ],

  async *write(rows, schema, options) {
    const encoder = new TextEncoder();
    const keys = options.shape === 'nested' ? nestedKeys(schema) : schema.columns.map(({ path }) => [path]);
    const written = options.lineage ? writtenPaths(schema) : [];
    for await (const batch of rows) {
      const columns = inSchemaOrder(batch, schema);
      let lines = '';
      for (let row = 0; row < batch.rowCount; row++) {
        const record = emptyObject();
        keys.forEach((key, at) => {
          const cell = columns[at]?.[row] ?? null;
          if (cell !== null || options.missing === 'null') put(record, key, cell);
        });
        if (written.length > 0) {
          record['_lineage'] = lineageOf(written, (path) => lineageAt(batch, path, row));
        }
        lines += `${JSON.stringify(record)}\n`;
      }
      yield encoder.encode(lines);
    }
  },
};

/** Without a prototype, so that no key can be mistaken for an inherited one. */
function emptyObject(): JsonObject {
  return Object.create(null) as JsonObject;
}

/** Where each column goes. A path that runs through another column's cell keeps its dots. */
function nestedKeys(schema: TableSchema): string[][] {
  const paths = new Set(schema.columns.map(({ path }) => path));
  return schema.columns.map(({ path }) => {
    const steps = path.split('.');
    const blocked = steps.some((_, at) => at > 0 && paths.has(steps.slice(0, at).join('.')));
    return blocked ? [path] : steps;
  });
}

function put(record: JsonObject, key: readonly string[], cell: Cell): void {
  let object = record;
  for (const step of key.slice(0, -1)) object = (object[step] ??= emptyObject()) as JsonObject;
  object[key.at(-1) ?? ''] = cell;
}

/** Times are left out: a second run with the same seed gives the same file. */
function lineageOf(
  paths: readonly FieldPath[],
  of: (path: FieldPath) => CellLineage | undefined,
): JsonObject {
  const all = emptyObject();
  for (const path of paths) {
    const lineage = of(path);
    if (lineage === undefined) continue;
    const attempts = lineage.attempts.map(({ seed, tokens, problems }) => ({
      seed,
      tokens,
      problems: problems.map(({ code }) => code),
    }));
    all[path] = { verdict: lineage.verdict, model: lineage.model, attempts };
  }
  return all;
}
