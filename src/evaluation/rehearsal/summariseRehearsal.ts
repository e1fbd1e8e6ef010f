import type { CellLineage, RowBatch } from '../../dataset/RowBatch';
import type { LoadedFacts } from '../../engines/Engine';
import { columnsOf, type RecipeColumn } from '../../recipe/columnsOf';
import type { Recipe } from '../../recipe/Recipe';
import { WrittenTally } from '../WrittenTally';
import { distinctRuns } from './distinctRuns';
import type { Rehearsal, RehearsedField } from './Rehearsal';
import { timeNeeded, type BusyCells } from './timeNeeded';

/** What a rehearsal made, as `generation` hands it over. */
export interface Rehearsed {
  readonly recipe: Recipe;
  readonly writer: LoadedFacts;
  readonly batches: readonly RowBatch[];
  readonly rows: Readonly<Record<string, number>>;
}

interface SeenField extends BusyCells {
  readonly field: RehearsedField;
  readonly tokens: number;
}

/** Counts what a rehearsal made. */
export function summariseRehearsal({ recipe, writer, batches, rows }: Rehearsed): Rehearsal {
  const seen = batches.flatMap((batch) =>
    columnsOf(recipe, batch.table)
      .filter(({ origin }) => origin === 'written')
      .map((column) => seeField(recipe, batch, column, rows[batch.table] ?? batch.rowCount)),
  );
  const tokens = seen.reduce((sum, field) => sum + field.tokens, 0);
  const busyMs = seen.flatMap(({ milliseconds }) => milliseconds).reduce((sum, value) => sum + value, 0);
  const records = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return {
    writer,
    cells: seen.reduce((sum, { field }) => sum + field.cells, 0),
    tokens,
    tokensPerSecond: busyMs === 0 ? 0 : (tokens * writer.slots) / (busyMs / 1000),
    time: timeNeeded(seen, writer.slots, records),
    fields: seen.map(({ field }) => field),
  };
}

function seeField(recipe: Recipe, batch: RowBatch, column: RecipeColumn, wanted: number): SeenField {
  const lineage = batch.lineage[column.path] ?? [];
  const tally = new WrittenTally(batch.table, column);
  tally.add(lineage);
  const { table, path, label, cells, passedFirst, passedLater, marked, tokens, reasons } = tally.finding();
  const [reason] = reasons;
  const texts = batch.columns.find((found) => found.path === path)?.cells ?? [];
  const isProse = recipe.tables[table]?.fields[path]?.type === 'text';
  return {
    field: {
      table,
      path,
      label,
      cells,
      passedFirst,
      passedLater,
      marked,
      reason: reason === undefined ? null : { code: reason.code, count: reason.count },
      distinct: isProse ? distinctRuns(texts.filter((text) => typeof text === 'string')) : null,
    },
    tokens,
    milliseconds: lineage.map(busyTime),
    wanted,
  };
}

/** All attempts at one cell; none for a cell that the recipe leaves empty. */
function busyTime({ attempts }: CellLineage): number {
  return attempts.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
