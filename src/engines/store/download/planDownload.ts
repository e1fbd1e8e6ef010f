import type { CatalogueEntry, CatalogueFile, FileSource, ModelHost } from '../../CatalogueEntry';
import { Failure } from '../../../problems/Failure';
import type { Problem } from '../../../problems/Problem';
import type { ModelOrigin } from '../StoredModel';
import { askHost, parseJson, type ListedFile, type Listing } from './askHost';
import type { DownloadPlan, PlannedDownload } from './DownloadPlan';
import { openReply, readText } from './openReply';
import type { Pace } from './Pace';
import type { Transport } from './Transport';
import { withTries } from './withTries';

export interface Reach {
  readonly transport: Transport;
  readonly pace: Pace;
  readonly hosts: readonly ModelHost[];
}

/** Asks the hosts what exactly there is to download: addresses that stay, sizes, hashes. */
export async function planDownload(
  entry: CatalogueEntry,
  reach: Reach,
  signal: AbortSignal,
  onWait: (waitMs: number, why: Problem) => void,
): Promise<DownloadPlan> {
  const files: PlannedDownload[] = [];
  let origin: ModelOrigin | undefined;
  for (const source of entry.sources) {
    const host = hostOf(source.host, reach.hosts);
    const listing = await askHost(source, host, (url, file) => {
      const asking = { ...reach, host, file, signal };
      return withTries(asking, onWait, async () => {
        const reply = await openReply({ url, headers: {} }, asking);
        return parseJson(await readText(reply, asking));
      });
    });
    files.push(...source.files.flatMap((wanted) => choose(wanted, listing, source, host)));
    origin ??= originOf(entry, host.name, listing.commit);
  }
  if (origin === undefined) throw new RangeError(`${entry.id} has no source`);
  const sources = JSON.stringify(entry.sources);
  return { entry: entry.id, sources, engine: entry.engine, name: entry.name, origin, files };
}

export function hostOf(id: string, hosts: readonly ModelHost[]): ModelHost {
  const host = hosts.find((each) => each.id === id);
  if (host === undefined) throw new RangeError(`no host is called ${id}`);
  return host;
}

function originOf(entry: CatalogueEntry, host: string, revision: string): ModelOrigin {
  const { id, name, publisher, licence, languages } = entry;
  return { entry: id, name, publisher, licence: licence.name, languages, host, revision };
}

function choose(
  wanted: CatalogueFile,
  listing: Listing,
  source: FileSource,
  host: ModelHost,
): readonly PlannedDownload[] {
  const found = matching(wanted.path, listing.files);
  const chosen = found.length > 0 ? found : matching(wanted.otherwise, listing.files);
  if (chosen.length === 0 && wanted.optional === true) return [];
  const { repository } = source;
  if (chosen.length === 0)
    throw new Failure('download.notListed', { host: host.name, file: wanted.path, repository });
  return chosen.map(({ path, url, sizeBytes, expected }) => {
    const known = wanted.sha256;
    const hash =
      known === undefined ? expected : ({ algorithm: 'sha256', hex: known, statedBy: 'catalogue' } as const);
    if (hash === undefined) throw new Failure('download.noHash', { host: host.name, file: path });
    return { path: keptAs(wanted, path), url, host: host.id, sizeBytes, expected: hash };
  });
}

/** By number where names have one: `params_shard_10.bin` after `params_shard_9.bin`. */
function matching(pattern: string | undefined, files: readonly ListedFile[]): readonly ListedFile[] {
  if (pattern === undefined) return [];
  const [before = '', after] = pattern.split('*');
  const fits = (path: string): boolean => {
    if (after === undefined) return path === before;
    const middle = path.slice(before.length, path.length - after.length);
    return path.startsWith(before) && path.endsWith(after) && !middle.includes('/') && middle !== '';
  };
  const number = (path: string): number => Number(path.slice(before.length).match(/^\d+/)?.[0] ?? 0);
  return files.filter(({ path }) => fits(path)).sort((a, b) => number(a.path) - number(b.path));
}

/** What goes by another name at the host is kept under the one that the engine asks for; folders are not kept. */
function keptAs({ path, otherwise }: CatalogueFile, found: string): string {
  const name = otherwise === found ? path : found;
  return name.slice(name.lastIndexOf('/') + 1);
}
