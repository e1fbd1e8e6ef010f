import { Failure } from '../../../problems/Failure';
import { Hasher } from '../Hasher';
import type { ModelStore } from '../ModelStore';
import type { Bytes } from '../Shelf';
import type { StoredModel } from '../StoredModel';
import { writeText } from '../textFile';
import { manifestName, manifestOf, sumsName, sumsOf } from './manifest';

/** What goes into an export, beside the model's files. */
export function companions(model: StoredModel): readonly (readonly [name: string, text: string])[] {
  return [
    [sumsName, sumsOf(model)],
    [manifestName, `${JSON.stringify(manifestOf(model), null, 2)}\n`],
  ];
}

/** Of the folder or zip of an export, without an ending. */
export function exportName({ about, origin }: StoredModel): string {
  const name = origin?.entry ?? about.name;
  return name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'model';
}

/** A file of a model, which ends in a Failure where it is not what it was when it came. */
export async function readChecked(
  store: ModelStore,
  model: StoredModel,
  path: string,
  sha256: string,
): Promise<ReadableStream<Bytes>> {
  const shelf = await store.shelf(model.engine, model.id, model.flat);
  const hasher = new Hasher();
  const check = new TransformStream<Bytes, Bytes>({
    transform(part, next) {
      hasher.update(part);
      next.enqueue(part);
    },
    flush() {
      if (hasher.finish().sha256 !== sha256)
        throw new Failure('model.damaged', { file: path, model: model.about.name });
    },
  });
  return (await shelf.stream(path)).pipeThrough(check);
}

/** Writes a folder of the model's name; the manifest last, so that an export that was broken off has none. */
export async function exportToFolder(
  store: ModelStore,
  id: string,
  target: FileSystemDirectoryHandle,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<void> {
  const model = await findModel(store, id);
  const folder = await target.getDirectoryHandle(exportName(model), { create: true });
  let done = 0;
  for (const { path, sha256 } of model.files) {
    const count = new TransformStream<Bytes, Bytes>({
      transform(part, next) {
        done += part.byteLength;
        onProgress(done / model.sizeBytes);
        next.enqueue(part);
      },
    });
    const out = await (await folder.getFileHandle(path, { create: true })).createWritable();
    const checked = await readChecked(store, model, path, sha256);
    await checked.pipeThrough(count).pipeTo(out, { signal });
  }
  for (const [name, text] of companions(model)) await writeText(folder, name, text);
}

export async function findModel(store: ModelStore, id: string): Promise<StoredModel> {
  const model = await store.find(id);
  if (model === null) throw new Failure('model.gone', { model: id });
  return model;
}
