import { expose } from 'comlink';
import type { OnRehearsed } from '../src/bridge/Bridge';
import type { RehearsalMade } from '../src/bridge/DeviceChecks';
import { connectWriter } from '../src/bridge/connectWriter';
import { lastingWriter } from '../src/bridge/lastingWriter';
import { holdLifeline } from '../src/bridge/lifeline';
import { registerErrorTransfer } from '../src/bridge/errorTransfer';
import { sampleTexts } from '../src/evaluation/rehearsal/sampleTexts';
import { summariseRehearsal } from '../src/evaluation/rehearsal/summariseRehearsal';
import type { RunProgress } from '../src/generation/RunProgress';
import { executeRun } from '../src/generation/executeRun';
import { previewRecipe } from '../src/generation/previewRecipe';
import type { RehearsedRecipe } from '../src/generation/rehearsePlan';
import { rehearseRecipe } from '../src/generation/rehearseRecipe';
import { openStore } from '../src/storage/openStore';

registerErrorTransfer();

function summed(rehearsed: RehearsedRecipe): RehearsalMade {
  return { rehearsal: summariseRehearsal(rehearsed), samples: sampleTexts(rehearsed) };
}

let stop = new AbortController();

const api = {
  preview: previewRecipe,

  /** Answers as long as this worker lives. */
  live: () => true,
  lifeline: holdLifeline,

  async run(
    runId: string,
    startWriter: (from: number) => Promise<MessagePort>,
    onProgress: (progress: RunProgress) => void,
    onRehearsed: OnRehearsed | null,
  ): Promise<RunProgress> {
    stop = new AbortController();
    const store = await openStore();
    try {
      return await executeRun(runId, {
        store,
        signal: stop.signal,
        now: () => performance.timeOrigin + performance.now(),
        startWriter: () => lastingWriter(async (from) => connectWriter(await startWriter(from))),
        onProgress,
        ...(onRehearsed !== null && { onRehearsed: (made) => onRehearsed(summed(made)) }),
      });
    } finally {
      store.close();
    }
  },

  /** Makes a few records and keeps none. The page stops it by ending this worker. */
  async rehearse(
    document: string,
    startWriter: () => Promise<MessagePort>,
    onProgress: (cells: number, of: number) => void,
  ): Promise<RehearsalMade> {
    const rehearsed = await rehearseRecipe(document, {
      signal: stop.signal,
      now: () => performance.now(),
      startWriter: async () => connectWriter(await startWriter()),
      onProgress,
    });
    return summed(rehearsed);
  },

  stop(reason: 'paused' | 'cancelled'): void {
    stop.abort(reason);
  },
};

export type GenerationApi = typeof api;

expose(api);
