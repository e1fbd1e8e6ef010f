import { Failure } from '../problems/Failure';
import type { Exporter } from './Exporter';
import { exporters, type ExporterId } from './exporters';

/** The exporter of an id from outside. Throws `exporters.unknown`. */
export function exporterOf(id: string): Exporter<object> {
  if (Object.hasOwn(exporters, id)) return exporters[id as ExporterId] as Exporter<object>;
  const known = Object.keys(exporters)
    .map((one) => `\`${one}\``)
    .join(', ');
  throw new Failure('exporters.unknown', { exporter: id, known });
}
