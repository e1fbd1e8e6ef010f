import { Failure } from '../problems/Failure';
import { fromCsv } from './fromCsv/fromCsv';
import { foreignFormat } from './fromCsv/foreignFormat';
import type { Importer } from './Importer';

export const importers = [fromCsv] as const satisfies readonly Importer[];

const startBytes = 65_536;

/** The importer that claims the file most surely; a Failure names the reason when none does. */
export async function recogniseImporter(file: Blob, fileName: string): Promise<Importer> {
  if (file.size === 0) throw new Failure('importers.emptyFile');
  const start = new Uint8Array(await file.slice(0, startBytes).arrayBuffer());
  const claims = importers.map((importer) => ({ importer, sure: importer.recognise(start, fileName) }));
  const best = claims.reduce((a, b) => (b.sure > a.sure ? b : a));
  if (best.sure > 0) return best.importer;
  throw new Failure('importers.notText', { format: foreignFormat(start) ?? 'of a kind we do not know' });
}
