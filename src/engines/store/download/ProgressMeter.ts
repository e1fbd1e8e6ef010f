import type { Problem } from '../../../problems/Problem';
import type { StoredModel } from '../StoredModel';
import type { DownloadPhase, DownloadProgress } from './DownloadProgress';

const everyMs = 200;
/** The rate is that of the last seconds, so that it follows the network and does not tremble. */
const rateMs = 5000;

/** Of a download of which nothing is known yet. */
export function emptyProgress(entry: string): DownloadProgress {
  return {
    entry,
    phase: 'asking',
    file: '',
    wholeFiles: 0,
    files: 0,
    doneBytes: 0,
    totalBytes: 0,
    bytesPerSecond: 0,
    waitMs: 0,
    problem: null,
    model: null,
  };
}

/** Where a download stands; tells a listener, but not more often than a screen can show. */
export class ProgressMeter {
  private state: DownloadProgress;
  private toldAt = -Infinity;
  /** Bytes that came over the network, by when. */
  private readonly gains: { readonly at: number; readonly bytes: number }[] = [];

  constructor(
    entry: string,
    private readonly now: () => number,
    private readonly listener: (progress: DownloadProgress) => void,
  ) {
    this.state = emptyProgress(entry);
  }

  /** At once, for what the user should see at once. */
  tell(change: Partial<DownloadProgress>): void {
    this.state = { ...this.state, waitMs: 0, problem: null, bytesPerSecond: 0, ...change };
    this.toldAt = this.now();
    this.listener(this.state);
  }

  wait(waitMs: number, why: Problem): void {
    this.gains.length = 0;
    this.tell({ phase: 'waiting', waitMs, problem: why });
  }

  /** So many bytes are here now. `phase` says whether they came or were here. */
  bytes(phase: DownloadPhase & ('checking' | 'downloading'), doneBytes: number): void {
    const now = this.now();
    const gain = doneBytes - this.state.doneBytes;
    if (phase === 'downloading' && gain > 0) this.gains.push({ at: now, bytes: gain });
    while ((this.gains[0]?.at ?? now) < now - rateMs) this.gains.shift();
    const isNews = phase !== this.state.phase;
    this.state = {
      ...this.state,
      phase,
      doneBytes,
      waitMs: 0,
      problem: null,
      bytesPerSecond: phase === 'downloading' ? this.rate(now) : 0,
    };
    if (!isNews && now - this.toldAt < everyMs) return;
    this.toldAt = now;
    this.listener(this.state);
  }

  end(
    phase: DownloadPhase & ('done' | 'paused' | 'cancelled' | 'failed'),
    why: Problem | null = null,
    model: StoredModel | null = null,
  ): DownloadProgress {
    this.tell({ phase, problem: why, model, file: '' });
    return this.state;
  }

  private rate(now: number): number {
    const since = this.gains[0]?.at ?? now;
    const bytes = this.gains.slice(1).reduce((sum, gain) => sum + gain.bytes, 0);
    return now > since ? Math.round((bytes * 1000) / (now - since)) : 0;
  }
}
