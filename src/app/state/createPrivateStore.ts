import { Failure } from '../../problems/Failure';
import type { RecipeVersion, RehearsalResult, SelfTestResult, Work } from '../../storage/records';
import type { Store } from '../../storage/Store';

/**
 * Stands in where the browser keeps nothing (a private window): recipes live until the tab closes, so that they can be
 * written, previewed, rehearsed and saved as files; runs are refused.
 */
export function createPrivateStore(): Store {
  const works = new Map<string, Work>();
  const recipes = new Map<string, RecipeVersion[]>();
  const selfTests = new Map<string, SelfTestResult>();
  const rehearsals = new Map<string, RehearsalResult>();
  const refuse = (): Promise<never> =>
    Promise.reject(new Failure('storage.unavailable', { doing: 'keep the records' }));
  const latest = (workId: string): RecipeVersion | undefined => recipes.get(workId)?.at(-1);

  return {
    works: async () => [...works.values()].sort((a, b) => b.updatedAt - a.updatedAt),
    work: async (workId) => works.get(workId),
    async createWork(title, document) {
      const at = Date.now();
      const work = { id: crypto.randomUUID(), title, createdAt: at, updatedAt: at };
      works.set(work.id, work);
      recipes.set(work.id, [{ workId: work.id, version: 1, savedAt: at, document }]);
      return work;
    },
    async saveRecipe(workId, title, document) {
      const before = latest(workId);
      if (before?.document === document) return before;
      const saved = { workId, version: (before?.version ?? 0) + 1, savedAt: Date.now(), document };
      recipes.set(workId, [...(recipes.get(workId) ?? []), saved]);
      const work = works.get(workId);
      if (work) works.set(workId, { ...work, title, updatedAt: saved.savedAt });
      return saved;
    },
    latestRecipe: async (workId) => latest(workId),
    recipeVersions: async (workId) => recipes.get(workId) ?? [],
    async deleteWork(workId) {
      works.delete(workId);
      recipes.delete(workId);
    },
    createRun: refuse,
    updateRun: refuse,
    run: async () => undefined,
    runsOf: async () => [],
    unfinishedRuns: async () => [],
    deleteRun: refuse,
    appendJournal: refuse,
    journal: async () => [],
    closeChunk: refuse,
    closedChunks: async () => [],
    async *readBatches() {},
    readRows: refuse,
    rowCount: async () => 0,
    selfTests: async () => [...selfTests.values()],
    async saveSelfTest(result) {
      selfTests.set(`${result.device} ${result.modelSha256}`, result);
    },
    rehearsals: async (workId) => [...rehearsals.values()].filter((result) => result.workId === workId),
    async saveRehearsal(result) {
      rehearsals.set(`${result.workId} ${result.device} ${result.modelSha256}`, result);
    },
    pruneChecks: async () => undefined,
    withRunLock: refuse,
    close() {},
  };
}
