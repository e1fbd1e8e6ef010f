import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { companions, exportName, findModel, readChecked } from '../export/exportModel';
import type { ModelStore } from '../ModelStore';
import type { Bytes } from '../Shelf';

configure({ useWebWorkers: false });

/** A zip of the model's folder, made as it is read. Nothing is packed: weights do not get smaller. */
export async function exportZip(
  store: ModelStore,
  id: string,
  signal: AbortSignal,
): Promise<ReadableStream<Bytes>> {
  const model = await findModel(store, id);
  const folder = exportName(model);
  const { readable, writable } = new TransformStream<Bytes, Bytes>();
  const zip = new ZipWriter(writable, { level: 0, signal });
  const write = async (): Promise<void> => {
    for (const { path, sha256, sizeBytes } of model.files) {
      const stream = await readChecked(store, model, path, sha256);
      await zip.add(`${folder}/${path}`, stream, { uncompressedSize: sizeBytes, zip64: true });
    }
    for (const [name, text] of companions(model))
      await zip.add(`${folder}/${name}`, new Blob([text]).stream());
    await zip.close();
  };
  void write().catch((cause: unknown) => writable.abort(cause).catch(() => undefined));
  return readable;
}
