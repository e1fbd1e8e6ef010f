import { createPageTransport, transportThrough } from '../../src/bridge/pageTransport';
import { pace } from '../../src/bridge/pace';
import type { CatalogueEntry } from '../../src/engines/CatalogueEntry';
import type { Pace } from '../../src/engines/store/download/Pace';
import type { Reach } from '../../src/engines/store/download/planDownload';
import type { ModelHostServer } from './faultyHost';

/** How many times as fast as ours the clock of these downloads runs. */
const haste = 20;

/** Patience and waits as in the app, but a fast clock, and chance that is none. */
export function hastyPace(change: Partial<Pace> = {}): Pace {
  return {
    ...pace,
    now: () => pace.now() * haste,
    wallClock: () => 0,
    sleep: (milliseconds, signal) => pace.sleep(milliseconds / haste, signal),
    chance: () => 0.5,
    firstWaitMs: 20,
    longestWaitMs: 80,
    ...change,
  };
}

export function reachOf(server: ModelHostServer, change: Partial<Pace> = {}): Reach {
  return { hosts: server.hosts, transport: transportThrough(createPageTransport()), pace: hastyPace(change) };
}

export function entryOf(
  id: string,
  engine: CatalogueEntry['engine'],
  sources: CatalogueEntry['sources'],
): CatalogueEntry {
  return {
    id,
    family: 'Tiny',
    name: 'Tiny 1B',
    publisher: 'Someone',
    engine,
    summary: 'For tests.',
    licence: { name: 'MIT', summary: 'Free.' },
    parameters: 1,
    quantisation: 'F32',
    sizeBytes: 1,
    memoryBytes: 1,
    contextTokens: 4096,
    languages: ['en'],
    promptFormat: 'ChatML',
    sources,
  };
}
