import { createDownloads } from '../../../src/bridge/createDownloads';
import { createModelShelf } from '../../../src/bridge/createModelShelf';
import { connectWriter } from '../../../src/bridge/connectWriter';
import { startInference } from '../../../src/bridge/inference';
import type { CatalogueEntry, ModelHost } from '../../../src/engines/CatalogueEntry';
import type { DownloadProgress } from '../../../src/engines/store/download/DownloadProgress';
import { ownModelCard } from '../../../src/engines/store/ownModelCard';
import type { StoredModel } from '../../../src/engines/store/StoredModel';
import { mlcCaches } from '../../../src/engines/shared/mlc/mlcPlace';
import { Failure } from '../../../src/problems/Failure';
import type { WritingTask } from '../../../src/fields/FieldType';

const never = new AbortController().signal;
const ignore = (): void => undefined;
const shelf = createModelShelf();

/** Files as a test can hand them in: their bytes in base 64, by name. */
type Given = Readonly<Record<string, string>>;

const filesOf = (given: Given): readonly File[] =>
  Object.entries(given).map(([name, text]) => new File([Uint8Array.fromBase64(text)], name));

const codeOf = (cause: unknown): string => (cause instanceof Failure ? cause.problem.code : String(cause));

/** What a test drives: the store over the browser's real storage, as both pages use it. */
const storePage = {
  list: () => shelf.list(),
  remove: (id: string) => shelf.remove(id),
  verify: (id: string) => shelf.verify(id, never, ignore),
  add: (given: Given) => shelf.add(filesOf(given), never, ignore),

  /** Stops at the first bytes that were copied; how it ended. */
  async addAndStop(given: Given): Promise<string> {
    const stop = new AbortController();
    return shelf
      .add(filesOf(given), stop.signal, () => stop.abort())
      .then(
        () => 'done',
        (cause: unknown) => (cause instanceof Error ? cause.name : String(cause)),
      );
  },

  /** What the other side makes of a job whose worker ends in the middle, and the lock that the job waits for. */
  endOf: (job: 'add' | 'verify' | 'export', lock: string, given: Given, id: string) =>
    navigator.locks.request(lock, async () => {
      const jobs = {
        add: () => shelf.add(filesOf(given), never, ignore),
        verify: () => shelf.verify(id, never, ignore),
        export: async () => shelf.exportTo(id, await navigator.storage.getDirectory(), never, ignore),
      };
      return jobs[job]().then(() => 'done', codeOf);
    }),

  unfinished: (hosts: readonly ModelHost[]) => createDownloads(hosts).unfinished(),

  /** To its end; the phases it went through beside it. With `pauseAt` it is paused once so many bytes are here. */
  async download(hosts: readonly ModelHost[], entry: CatalogueEntry, pauseAt = Infinity) {
    const phases = new Set<string>();
    let pause = ignore;
    const { finished, ...control } = createDownloads(hosts).start(entry, (progress: DownloadProgress) => {
      phases.add(progress.phase);
      if (progress.doneBytes >= pauseAt) pause();
    });
    pause = () => void control.pause();
    return { end: await finished, phases: [...phases] };
  },

  /** Out into a folder and in again, as over a stick; the model that came in. The first one is gone. */
  async carryByFolder(id: string): Promise<StoredModel> {
    const root = await navigator.storage.getDirectory();
    const stick = await root.getDirectoryHandle('stick', { create: true });
    await shelf.exportTo(id, stick, never, ignore);
    const files: File[] = [];
    for await (const folder of stick.values())
      if (folder.kind === 'directory')
        for await (const file of (folder as FileSystemDirectoryHandle).values())
          files.push(await (file as FileSystemFileHandle).getFile());
    await shelf.remove(id);
    return shelf.add(files, never, ignore);
  },

  async carryByZip(id: string): Promise<StoredModel> {
    const zip = await new Response(shelf.exportZip(id, never)).blob();
    await shelf.remove(id);
    return shelf.add([new File([zip], 'stick.zip')], never, ignore);
  },

  /** Begins to read a zip; `readOn` reads on and tells how it ended. */
  async beginZip(id: string): Promise<void> {
    const reader = shelf.exportZip(id, never).getReader();
    await reader.read();
    const readOn = async (): Promise<string> => {
      while (!(await reader.read()).done);
      return 'done';
    };
    window.readOn = () => readOn().catch(codeOf);
  },

  /** Everything there is: paths of private files, addresses of caches. */
  async everything(): Promise<readonly string[]> {
    const found: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, above: string): Promise<void> => {
      for await (const entry of folder.values()) {
        if (entry.kind === 'file') found.push(above + entry.name);
        else await walk(entry as FileSystemDirectoryHandle, `${above}${entry.name}/`);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    for (const name of Object.values(mlcCaches)) {
      const keys = await (await caches.open(name)).keys();
      found.push(...keys.map(({ url }) => new URL(url).pathname));
    }
    return found.sort();
  },

  /** Writes over the end of a file in OPFS. */
  async damage(path: readonly string[]): Promise<void> {
    let folder = await navigator.storage.getDirectory();
    for (const name of path.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
    const handle = await folder.getFileHandle(path.at(-1) ?? '');
    const { size } = await handle.getFile();
    const out = await handle.createWritable({ keepExistingData: true });
    await out.write({ type: 'write', position: size - 4, data: new Uint8Array([1, 2, 3, 4]) });
    await out.close();
  },

  /** One text by a stored model, through the real engine. */
  async write(model: StoredModel, task: WritingTask) {
    const inference = await startInference(ownModelCard(model), { slots: 1, threads: 1 });
    try {
      const writer = await connectWriter(inference.port);
      const written = await writer.write(task, 1, never);
      return { facts: writer.facts, text: written.text };
    } finally {
      inference.stop();
    }
  },
};

declare global {
  interface Window {
    storePage: typeof storePage;
    readOn: () => Promise<string>;
  }
  interface Uint8ArrayConstructor {
    fromBase64(text: string): Uint8Array<ArrayBuffer>;
  }
}

window.storePage = storePage;
