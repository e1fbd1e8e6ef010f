import type { Exporter } from './Exporter';
import { toCsv } from './toCsv';
import { toJsonl } from './toJsonl';

/** Every file format that records can leave in, by id. */
export const exporters = {
  csv: toCsv,
  jsonl: toJsonl,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each exporter has options of its own type
} as const satisfies Record<string, Exporter<any>>;

export type ExporterId = keyof typeof exporters;
