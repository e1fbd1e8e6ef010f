import { expose } from 'comlink';
import type { ImportedFile } from '../src/bridge/Bridge';
import { registerErrorTransfer } from '../src/bridge/errorTransfer';
import { recogniseImporter } from '../src/importers/importers';
import { writeRecipe } from '../src/recipe/writeRecipe';

registerErrorTransfer();

const api = {
  /** The page stops an import by ending this worker, so nothing here listens for it. */
  async importFile(file: File, onProgress: (share: number) => void): Promise<ImportedFile> {
    const importer = await recogniseImporter(file, file.name);
    const { recipe, notes } = await importer.read(file, file.name, {
      signal: new AbortController().signal,
      progress: onProgress,
    });
    return { recipe, document: writeRecipe(recipe), notes };
  },
};

export type FilesApi = typeof api;

expose(api);
