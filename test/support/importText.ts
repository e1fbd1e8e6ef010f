import { fromCsv } from '../../src/importers/fromCsv/fromCsv';
import type { Imported } from '../../src/importers/Importer';
import type { Field } from '../../src/recipe/Recipe';

export const quietJob = { signal: new AbortController().signal, progress: (): void => undefined };

/** Imports a table given as text or bytes, as if dropped under that name. */
export function importTable(
  content: string | Uint8Array<ArrayBuffer>,
  name = 'visits.csv',
): Promise<Imported> {
  return fromCsv.read(new Blob([content]), name, quietJob);
}

/** Fields of the only table. */
export function fieldsOf({ recipe }: Imported): Readonly<Record<string, Field>> {
  return Object.values(recipe.tables)[0]?.fields ?? {};
}

/** `header` and so many records, each cell made from its number. */
export function tableOf(
  columns: Readonly<Record<string, (row: number) => string | number>>,
  records: number,
): string {
  const lines = Array.from({ length: records }, (_, row) =>
    Object.values(columns)
      .map((cell) => quoted(String(cell(row))))
      .join(','),
  );
  return [Object.keys(columns).join(','), ...lines].join('\r\n');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
