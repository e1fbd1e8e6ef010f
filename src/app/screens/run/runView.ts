import type { RowBatch } from '../../../dataset/RowBatch';
import type { LoadedFacts } from '../../../engines/Engine';
import { isWrong } from '../../../problems/describe';
import type { Problem } from '../../../problems/Problem';
import { columnsOf } from '../../../recipe/columnsOf';
import { readRecipe } from '../../../recipe/readRecipe';
import type { Run, RunCounts, RunStatus } from '../../../storage/records';
import type { RunSession } from '../../state/RunSession.svelte';
import { isAbort, say, sayFailure } from '../../words/sentences';
import { count } from '../../words/count';
import { phaseWords, shareMade, statusWords } from '../../words/runWords';

/** A run as the screen shows it, whether it is under way in this window or was made before. */
export interface RunView {
  readonly active: boolean;
  readonly status: RunStatus;
  readonly headline: string;
  readonly counts: RunCounts;
  readonly made: number;
  readonly requested: number;
  readonly share: number;
  readonly cellsPerSecond: number;
  readonly remainingMs: number | null;
  readonly latest: RowBatch | null;
  readonly writer: LoadedFacts | null;
  /** What ended it, as a sentence. */
  readonly failure: string | null;
  /** Of the rehearsal that a first run begins with: under way now, or what the run is paused for. */
  readonly rehearsal: 'under way' | 'failed' | null;
  /** What else happened. */
  readonly problems: readonly Problem[];
  /** The writer that the run ended with is not the one it began with. */
  readonly tookOver: boolean;
  readonly startedAt: number;
  /** Whether its recipe has texts to write. */
  readonly written: boolean;
  /** Label by `table path`. */
  readonly labels: ReadonlyMap<string, string>;
}

export function runView(run: Run | null, session: RunSession | null): RunView | null {
  const stored = session?.run ?? run;
  if (stored === null) return null;
  const progress = session?.progress ?? null;
  const active = session?.active ?? false;
  const counts = progress?.counts ?? run?.counts ?? stored.counts;
  const status = active ? 'running' : (progress?.status ?? run?.status ?? stored.status);
  const problems = progress?.problems ?? run?.problems ?? [];
  const ended = session?.failure ?? null;
  const wrong = problems.find(isWrong);
  const cause = status === 'failed' || status === 'paused' ? wrong : undefined;
  return {
    active,
    status,
    headline: active
      ? phaseWords(progress ?? { phase: 'starting', status, table: null }, stored.tables.length > 1)
      : `${statusWords(status)} at ${count(counts.made)} of ${count(counts.requested)}`,
    counts,
    made: counts.made,
    requested: counts.requested,
    share: shareMade(counts, status),
    cellsPerSecond: progress?.cellsPerSecond ?? 0,
    remainingMs: active ? (progress?.remainingMs ?? null) : null,
    latest: progress?.latest ?? null,
    writer: progress?.writer ?? run?.writer ?? null,
    failure:
      ended !== null && !isAbort(ended)
        ? sayFailure(ended)
        : cause !== undefined
          ? say(cause)
          : status === 'failed'
            ? 'The run stopped. What was made is kept; resume to go on.'
            : null,
    problems: problems.filter((one) => one !== cause),
    rehearsal: active
      ? progress?.phase === 'rehearsing'
        ? 'under way'
        : null
      : cause?.code === 'writer.failedRehearsal'
        ? 'failed'
        : null,
    tookOver: problems.some(({ code }) => code === 'device.otherWriter'),
    startedAt: stored.startedAt,
    written: columnsIn(stored.document).written,
    labels: columnsIn(stored.document).labels,
  };
}

/** Whether a recipe has texts to write. */
export function hasTexts(document: string): boolean {
  return columnsIn(document).written;
}

let last: {
  readonly document: string;
  readonly written: boolean;
  readonly labels: ReadonlyMap<string, string>;
} | null = null;

/** What the recipe says about its columns. Asked several times a second for the same document. */
function columnsIn(document: string): NonNullable<typeof last> {
  if (last?.document === document) return last;
  const { recipe } = readRecipe(document);
  const columns = Object.keys(recipe?.tables ?? {}).flatMap((table) =>
    recipe === undefined ? [] : columnsOf(recipe, table).map((column) => ({ ...column, table })),
  );
  last = {
    document,
    written: columns.some(({ origin }) => origin === 'written'),
    labels: new Map(columns.map(({ table, path, label }) => [`${table} ${path}`, label])),
  };
  return last;
}
