import type { ModelCard } from './Engine';
import { engineOf } from './engineOf';
import { readModelFiles } from './readModelFiles';

/**
 * Files of models are read and checked once, however often they are loaded; what failed or was given up is read anew. For
 * loads that follow each other: a read is given up with the load that began it.
 */
export function filesOnce(readFiles = readModelFiles): typeof readModelFiles {
  const files = new Map<string, Promise<readonly Blob[]>>();
  return async (card: ModelCard, signal) => {
    if (engineOf(card).findsFiles === true) return [];
    const known = files.get(card.id);
    if (known !== undefined) return known;
    const read = readFiles(card, signal);
    read.catch(() => files.delete(card.id));
    files.set(card.id, read);
    return read;
  };
}
