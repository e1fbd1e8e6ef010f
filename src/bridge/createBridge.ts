import { proxy, type Remote } from 'comlink';
import type { FilesApi } from '../../workers/files';
import type { GenerationApi } from '../../workers/generation';
import type { Bridge, ExportRequest, ImportedFile, Preview, Writers } from './Bridge';
import type { Report } from '../evaluation/Report';
import { registerErrorTransfer } from './errorTransfer';
import { checkDevice } from './checkDevice';
import { createModelShelf } from './createModelShelf';
import { LatestOnly } from './LatestOnly';
import { startRun } from './startRun';
import { unlessStopped, type Started } from './Started';
import { startEvaluation, startFiles, startGeneration } from './startWorker';
import { models } from '../engines/models';
import { ModelStore } from '../engines/store/ModelStore';
import { ownModelCard } from '../engines/store/ownModelCard';

/** Workers start when first needed; the one for previews stays, the others end with their job. */
export function createBridge(): Bridge {
  registerErrorTransfer();
  const previews = new LatestOnly<Preview>();
  let previewer: Started<GenerationApi> | undefined;

  return {
    preview: (document, rowsPerTable) =>
      previews.run(async () => {
        previewer ??= startGeneration();
        const startedAt = performance.now();
        const preview = await previewer.api.preview(document, rowsPerTable);
        return { ...preview, milliseconds: performance.now() - startedAt };
      }),

    run: startRun,
    importFile,
    exportFile,
    report,
    writers: createWriters(),
    device: checkDevice,
  };
}

function importFile(
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<ImportedFile> {
  return withFiles(signal, (api) => api.importFile(file, proxy(onProgress)));
}

function createWriters(): Writers {
  const store = new ModelStore();
  const shelf = createModelShelf();
  return {
    list: async () => [...models, ...(await shelf.list()).map(ownModelCard)],
    chosen: () => store.chosen(),
    choose: (id) => store.choose(id),
    async add(files, signal, onProgress) {
      return ownModelCard(await shelf.add(files, signal, onProgress));
    },
    remove: (card) => shelf.remove(card.file),
    reviewRemoval: (card) => shelf.reviewRemoval(card.file),
  };
}

/** The worker ends with its job, or as soon as that is stopped. */
function withFiles<Result>(
  signal: AbortSignal,
  job: (api: Remote<FilesApi>) => Promise<Result>,
): Promise<Result> {
  const files = startFiles();
  return unlessStopped(signal, () => job(files.api), files.end);
}

async function report(runId: string, onProgress: (share: number) => void): Promise<Report> {
  const evaluation = startEvaluation();
  try {
    return await evaluation.api.report(runId, proxy(onProgress));
  } finally {
    evaluation.end();
  }
}

/** The worker makes the next part only when the reader asks for it. */
function exportFile(request: ExportRequest, signal: AbortSignal): ReadableStream<Uint8Array> {
  const evaluation = startEvaluation();
  const next = evaluation.api.openExport(request);
  const end = (): void => evaluation.end();
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal.addEventListener(
          'abort',
          () => {
            end();
            controller.error(signal.reason);
          },
          { once: true },
        );
      },
      async pull(controller) {
        const part = await (await next)();
        if (part === null) {
          controller.close();
          end();
        } else {
          controller.enqueue(part);
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}
