import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { CatalogueEntry } from '../../src/engines/CatalogueEntry';
import { downloadModel } from '../../src/engines/store/download/downloadModel';
import type { DownloadProgress } from '../../src/engines/store/download/DownloadProgress';
import type { Pace } from '../../src/engines/store/download/Pace';
import { ModelStore } from '../../src/engines/store/ModelStore';
import { entryOf, reachOf } from './downloads';
import { serveModels, type HostedRepository, type ModelHostServer } from './faultyHost';
import { memoryDisk, type MemoryDisk } from './memoryDisk';
import { ggufModel } from './models';

/** How a download ended, and all that it said on the way. */
export interface Told {
  readonly end: DownloadProgress;
  readonly all: readonly DownloadProgress[];
}

export const codeOf = ({ end }: Told): string | undefined => end.problem?.code;

/** A small model of a host, `some/tiny`, and an empty store to download it to; both are new for each test. */
export class DownloadBed {
  readonly weights = ggufModel('tiny.gguf', 60_000);
  disk!: MemoryDisk;
  store!: ModelStore;
  hosted!: HostedRepository;
  entry!: CatalogueEntry;

  constructor(private readonly running: () => ModelHostServer) {}

  get server(): ModelHostServer {
    return this.running();
  }

  async renew(): Promise<void> {
    this.disk = memoryDisk();
    this.store = new ModelStore(this.disk);
    this.hosted = await this.server.add('some/tiny', [this.weights]);
    const source = this.server.source('some/tiny', 'huggingFace', ['tiny.gguf']);
    this.entry = entryOf('tiny', 'llamaCpp', [source]);
    this.server.ranges.length = 0;
  }

  async download(
    change: Partial<Pace> = {},
    stop = new AbortController(),
    onProgress: (progress: DownloadProgress) => void = () => undefined,
  ): Promise<Told> {
    const all: DownloadProgress[] = [];
    const reach = reachOf(this.server, change);
    const end = await downloadModel(this.store, this.entry, reach, stop.signal, (progress) => {
      all.push(progress);
      onProgress(progress);
    });
    return { end, all };
  }
}

/** For the top of a file of tests: sees to the server, and to a new bed before each test. */
export function downloadBed(): DownloadBed {
  let server: ModelHostServer;
  const bed = new DownloadBed(() => server);
  beforeAll(async () => {
    server = await serveModels();
  });
  afterAll(() => server.close());
  beforeEach(() => bed.renew());
  return bed;
}
