import { expose, proxy, transfer } from 'comlink';
import type { ExportRequest } from '../src/bridge/Bridge';
import { registerErrorTransfer } from '../src/bridge/errorTransfer';
import { evaluateRun, recipeOf } from '../src/evaluation/evaluateRun';
import { exporterOf } from '../src/exporters/exporterOf';
import { readOptions } from '../src/exporters/readOptions';
import { Failure } from '../src/problems/Failure';
import { columnsOf } from '../src/recipe/columnsOf';
import { openStore } from '../src/storage/openStore';

registerErrorTransfer();

const api = {
  async report(runId: string, onProgress: (share: number) => void) {
    return evaluateRun(await openStore(), runId, onProgress);
  },

  /** The bytes of one file, a part a call: the page pulls, so that no part waits in memory. Null at the end. */
  async openExport({ runId, table, exporter: id, options }: ExportRequest) {
    const exporter = exporterOf(id);
    const checked = readOptions(exporter, options);
    const store = await openStore();
    const run = await store.run(runId);
    if (run === undefined) throw new Failure('storage.gone', { what: 'run' });
    const schema = { table, columns: columnsOf(recipeOf(run), table) };
    const parts = exporter.write(store.readBatches(runId, table), schema, checked)[Symbol.asyncIterator]();
    return proxy(async () => {
      const part = await parts.next();
      return part.done === true ? null : transfer(part.value, [part.value.buffer]);
    });
  },
};

export type EvaluationApi = typeof api;

expose(api);
