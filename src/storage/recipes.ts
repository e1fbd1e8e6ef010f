import { Failure } from '../problems/Failure';
import type { Database } from './database';
import { keysUnder } from './keysUnder';
import type { RecipeVersion } from './records';

function versionsOf(database: Database, workId: string) {
  return database.recipes.where('[workId+version]').between(...keysUnder(workId));
}

/** Oldest first. */
export async function listVersions(database: Database, workId: string): Promise<RecipeVersion[]> {
  return versionsOf(database, workId).toArray();
}

export async function latestVersion(database: Database, workId: string): Promise<RecipeVersion | undefined> {
  return versionsOf(database, workId).last();
}

/** A new version unless the document equals the latest; the work takes the title in either case. */
export async function saveVersion(
  database: Database,
  saved: Omit<RecipeVersion, 'version'> & { readonly title: string },
): Promise<RecipeVersion> {
  const { workId, title, savedAt, document } = saved;
  return database.transaction('rw', database.works, database.recipes, async () => {
    const work = await database.works.get(workId);
    if (work === undefined) throw new Failure('storage.gone', { what: 'work' });
    const latest = await latestVersion(database, workId);
    if (latest?.document === document) {
      if (work.title !== title) await database.works.put({ ...work, title, updatedAt: savedAt });
      return latest;
    }
    const next: RecipeVersion = { workId, version: (latest?.version ?? 0) + 1, savedAt, document };
    await database.recipes.add(next);
    await database.works.put({ ...work, title, updatedAt: savedAt });
    return next;
  });
}
