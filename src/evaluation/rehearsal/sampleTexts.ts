import { columnsOf } from '../../recipe/columnsOf';
import type { Rehearsed } from './summariseRehearsal';

/** Of each written field the first text that passed its checks, for the user to read; it is kept nowhere. */
export function sampleTexts({ recipe, batches }: Rehearsed): { label: string; text: string }[] {
  return batches.flatMap((batch) =>
    columnsOf(recipe, batch.table)
      .filter(({ origin }) => origin === 'written')
      .flatMap(({ path, label }) => {
        const cells = batch.columns.find((column) => column.path === path)?.cells ?? [];
        const text = cells.find((_, at) => batch.lineage[path]?.[at]?.verdict === 'passed');
        return typeof text === 'string' ? [{ label, text }] : [];
      }),
  );
}
