import { describe, expect, test } from 'vitest';
import { DownloadList } from '../../../../src/app/models/DownloadList.svelte';
import type { Downloads } from '../../../../src/bridge/ModelShelf';
import type { CatalogueEntry } from '../../../../src/engines/CatalogueEntry';
import type {
  DownloadPhase,
  DownloadProgress,
} from '../../../../src/engines/store/download/DownloadProgress';
import { problem } from '../../../../src/problems/Problem';

const entry = { id: 'x' } as CatalogueEntry;

function at(
  phase: DownloadPhase,
  doneBytes: number,
  changes: Partial<DownloadProgress> = {},
): DownloadProgress {
  return {
    entry: 'x',
    phase,
    file: '',
    wholeFiles: 0,
    files: 1,
    doneBytes,
    totalBytes: 100,
    bytesPerSecond: 0,
    waitMs: 0,
    problem: null,
    model: null,
    ...changes,
  };
}

/** Downloads that do what the test says; `kept` is what the store knows of them. */
function scripted(kept: DownloadProgress[] = []) {
  const calls: string[] = [];
  let end: (progress: DownloadProgress) => void = () => undefined;
  let show: (progress: DownloadProgress) => void = () => undefined;
  const downloads: Downloads = {
    unfinished: async () => kept,
    start(_entry, onProgress) {
      calls.push('start');
      show = onProgress;
      const finished = new Promise<DownloadProgress>((resolve) => (end = resolve));
      return {
        finished,
        pause: async () => end(at('paused', 40)),
        cancel: async () => end(at('cancelled', 0)),
      };
    },
    async discard(id) {
      calls.push(`discard ${id}`);
    },
  };
  const list: DownloadList = new DownloadList(downloads, (): Promise<void> => list.refresh());
  return {
    list,
    calls,
    end: (progress: DownloadProgress) => end(progress),
    show: (one: DownloadProgress) => show(one),
  };
}

const shown = ({ progress }: DownloadList): string => {
  const { phase, doneBytes } = progress.get('x') ?? {};
  return phase === undefined ? 'nothing' : `${phase} ${doneBytes}`;
};

describe('the list of downloads', () => {
  test('shows one at once when it is begun, and begins it once', async () => {
    const { list, calls } = scripted();
    void list.start(entry);
    void list.start(entry);
    expect(shown(list)).toBe('asking 0');
    expect(list.running).toBe(true);
    expect(calls).toEqual(['start']);
  });

  test('goes on from what is here', async () => {
    const { list } = scripted([at('paused', 40)]);
    await list.refresh();
    void list.start(entry);
    expect(shown(list)).toBe('asking 40');
  });

  test('believes its own window before the store while it runs', async () => {
    const { list, show } = scripted([at('paused', 40)]);
    void list.start(entry);
    show(at('downloading', 60));
    await list.refresh();
    expect(shown(list)).toBe('downloading 60');
  });

  test('keeps why one failed, though the store only knows that it is not done', async () => {
    const { list, end } = scripted([at('paused', 40)]);
    const ended = list.start(entry);
    end(at('failed', 40, { problem: problem('model.gone', '', { model: 'x' }) }));
    await ended;
    await list.refresh();
    expect(shown(list)).toBe('failed 40');
    expect(list.progress.get('x')?.problem?.code).toBe('model.gone');
    expect(list.running).toBe(false);
  });

  test('forgets one that is done or was cancelled', async () => {
    for (const phase of ['done', 'cancelled'] as const) {
      const { list, end } = scripted();
      const ended = list.start(entry);
      end(at(phase, 100));
      await ended;
      expect(shown(list)).toBe('nothing');
    }
  });

  test('cancels one that does not run by discarding what is here of it', async () => {
    const kept = [at('paused', 40)];
    const { list, calls } = scripted(kept);
    await list.refresh();
    kept.length = 0;
    await list.cancel('x');
    expect(calls).toEqual(['discard x']);
    expect(shown(list)).toBe('nothing');
  });
});
