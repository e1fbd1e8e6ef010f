import type { RecordView } from '../../../dataset/RowBatch';
import { parentsOf } from '../../../recipe/parentsOf';
import type { Recipe } from '../../../recipe/Recipe';
import type { Store } from '../../../storage/Store';
import { recordOf } from './recordOf';

/** The records that this one points to, by table, as its facts may name them. */
export async function parentRecords(
  store: Store,
  runId: string,
  recipe: Recipe,
  table: string,
  record: RecordView,
): Promise<Readonly<Record<string, RecordView>>> {
  const own = recipe.tables[table];
  const found: Record<string, RecordView> = {};
  for (const parent of own === undefined ? [] : parentsOf(own)) {
    const wanted = record[parent.field];
    const parentRecord = await find(store, runId, parent.table, parent.key, wanted).catch(() => undefined);
    if (parentRecord !== undefined) found[parent.table] = parentRecord;
  }
  return found;
}

async function find(
  store: Store,
  runId: string,
  table: string,
  key: string,
  wanted: unknown,
): Promise<RecordView | undefined> {
  if (wanted === null || wanted === undefined) return undefined;
  for await (const batch of store.readBatches(runId, table)) {
    const at = batch.columns.find(({ path }) => path === key)?.cells.indexOf(wanted as string) ?? -1;
    if (at >= 0) return recordOf(batch, at);
  }
  return undefined;
}
