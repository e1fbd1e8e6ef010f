import { mlcBase, mlcCaches } from '../shared/mlc/mlcPlace';
import { chosenName, description, entryNames, unfinished, type ModelStore } from './ModelStore';
import { removeEntry } from './textFile';

/** Of what Chromium writes a file to before it is closed; those of models lie in their folders. */
const swapEnding = '.crswap';

/**
 * Under the lock of copies: whatever belongs to no model and to no download was left by a copy that was broken off.
 * Downloads begin and end meanwhile. What lies here is looked at first and who owns it after: what comes later is not
 * touched, and a download that ends between the two has its description by the second.
 */
export async function sweep(store: ModelStore): Promise<void> {
  const folder = await store.folder();
  const names = await entryNames(folder);
  const cached = await cachedModels(store);
  const downloads = await store.unfinished();
  const models = await store.list();

  const known = new Set([chosenName]);
  // A description may be half written while its download is not done.
  for (const id of downloads) known.add(id).add(`${id}${unfinished}`).add(`${id}${description}`);
  for (const { id, flat } of models) known.add(`${id}${description}`).add(flat ? `${id}.gguf` : id);
  for (const name of names)
    if (!known.has(name) && !name.endsWith(swapEnding)) await removeEntry(folder, name).catch(ignoreOpen);

  const bases = [...downloads, ...models.map(({ id }) => id)].map((id) => mlcBase(store.disk.origin(), id));
  for (const { cache, url } of cached)
    if (!bases.some((base) => url.startsWith(base))) await cache.delete(url);
}

async function cachedModels({ disk }: ModelStore): Promise<readonly { cache: Cache; url: string }[]> {
  const all = mlcBase(disk.origin());
  const found: { cache: Cache; url: string }[] = [];
  for (const name of Object.values(mlcCaches)) {
    const cache = await disk.openCache(name);
    for (const { url } of await cache.keys()) if (url.startsWith(all)) found.push({ cache, url });
  }
  return found;
}

/** A worker that was just ended may still hold a file: it goes next time. */
function ignoreOpen(cause: unknown): void {
  if (!(cause instanceof DOMException) || cause.name !== 'NoModificationAllowedError') throw cause;
}
