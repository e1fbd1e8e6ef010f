import type { RunProgress } from '../../generation/RunProgress';
import type { RunCounts, RunStatus } from '../../storage/records';
import { count, counted } from './count';

/** What is happening now. */
export function phaseWords(
  progress: Pick<RunProgress, 'phase' | 'status' | 'table'>,
  several: boolean,
): string {
  const of = several && progress.table !== null ? ` of ${progress.table}` : '';
  switch (progress.phase) {
    case 'starting':
      return 'Reading the recipe';
    case 'loading writer':
      return 'Waking the writer';
    case 'drawing':
      return `Drawing the sampled cells${of}`;
    case 'rehearsing':
      return `Rehearsing with the first texts${of}`;
    case 'writing':
      return `Writing and checking the texts${of}`;
    case 'finished':
      return statusWords(progress.status);
  }
}

export function statusWords(status: RunStatus): string {
  return {
    running: 'Interrupted',
    paused: 'Paused',
    done: 'Done',
    cancelled: 'Cancelled',
    failed: 'Stopped',
  }[status];
}

/** Share made, 0 to 1; below 1 until every record is stored and the run says so. */
export function shareMade(counts: RunCounts, status: RunStatus): number {
  if (counts.requested === 0) return status === 'done' ? 1 : 0;
  const share = counts.made / counts.requested;
  return status === 'done' ? share : Math.min(share, 0.99);
}

/** "500 records made", "1,240 of 5,000 records made". */
export function madeWords({ made, requested }: RunCounts): string {
  if (made === requested) return `${counted(made, 'record')} made`;
  return `${count(made)} of ${counted(requested, 'record')} made`;
}

/** "42 cells per second"; recipes without texts count records. */
export function rateWords(perSecond: number, written: boolean): string {
  const unit = written ? 'cell' : 'record';
  if (perSecond === 0) return '';
  if (perSecond < 1) return `${count(Math.round(perSecond * 60))} ${unit}s per minute`;
  return `${count(Math.round(perSecond))} ${unit}s per second`;
}
