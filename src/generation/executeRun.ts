import type { LoadedFacts, Writer } from '../engines/Engine';
import { isWrong } from '../problems/describe';
import { Failure } from '../problems/Failure';
import { problem, type Problem } from '../problems/Problem';
import { readRecipe } from '../recipe/readRecipe';
import { reviewWriter } from '../recipe/reviewWriter';
import type { Run } from '../storage/records';
import type { Store } from '../storage/Store';
import { makeTable } from './makeTable';
import { pinUniques } from './pinUniques';
import { planDocument } from './planDocument';
import type { RunProgress } from './RunProgress';
import { RunProgressReader } from './RunProgressReader';
import type { RunSink } from './RunSink';
import { Tally } from './Tally';
import { consecutive } from './toBatch';

export interface RunJob {
  readonly store: Store;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Starts the writer; called once, and only when a cell is to be written. */
  startWriter(signal: AbortSignal): Promise<Writer>;
  onProgress(progress: RunProgress): void;
}

/** `signal.reason` of a pause; any other reason is a cancel. */
export const pauseReason = 'paused';

/** Records drawn before anything is stored, to find rules that cannot be met. */
const probeRows = 200;

const progressMs = 200;

/** Starts or goes on with a stored run until it is done, paused, cancelled or failed; the last progress says which. */
export async function executeRun(runId: string, job: RunJob): Promise<RunProgress> {
  const outcome = await job.store.withRunLock(runId, () => executeLocked(runId, job));
  if (outcome === 'busy') throw new Failure('generation.busy');
  return outcome;
}

async function executeLocked(runId: string, job: RunJob): Promise<RunProgress> {
  const { store, now } = job;
  const run = await store.run(runId);
  if (run === undefined) throw new Failure('storage.damaged');
  const tally = new Tally(run.counts, now);
  const progress = new RunProgressReader(run, tally);
  let status: Run['status'] = 'running';
  // What happened to its writer, in earlier parts of the run and in this one.
  let problems = run.problems.filter((found) => !isWrong(found));
  const report = (): RunProgress => progress.read(status, problems);
  let reportedAt = now();
  const reportNow = (): void => {
    reportedAt = now();
    job.onProgress(report());
  };
  const reportOften = (): void => {
    if (now() - reportedAt >= progressMs) reportNow();
  };
  await store.updateRun(runId, { status, problems, endedAt: null });
  reportNow();
  try {
    const plan = planDocument(run.document);
    progress.follow(plan);
    for (const table of plan.tables) {
      table.settled(consecutive(0, Math.min(probeRows, table.rowCount)));
      pinUniques(table, job.signal);
    }
    const sink = sinkFor(store, runId, () => ({ counts: tally.counts(), writer: progress.writer, problems }));
    let writer: Promise<Writer> | undefined;
    const see = (facts: LoadedFacts): void => {
      progress.writer = facts;
      for (const found of reviewFor(run, facts)) problems = withProblem(problems, found);
    };
    const startWriter = async (): Promise<Writer> => {
      progress.enter('loading writer');
      reportNow();
      const started = await job.startWriter(job.signal);
      see(started.facts);
      progress.enter('writing');
      started.follow((news) => {
        problems = withProblem(problems, news.problem);
        see(news.facts);
        reportNow();
      });
      await store.updateRun(runId, { writer: started.facts });
      return started;
    };
    for (const table of plan.tables) {
      progress.enter('drawing', table);
      await makeTable(table, {
        sink,
        tally,
        signal: job.signal,
        now,
        writer: () => (writer ??= startWriter()),
        onRecord: (_, drawn, index, lineage) => {
          progress.enter(table.late.length > 0 ? 'writing' : 'drawing', table);
          progress.see(table, drawn, index, lineage);
          reportOften();
        },
      });
    }
    status = 'done';
    progress.enter('finished');
  } catch (error) {
    const end = endOf(error, job.signal);
    status = end.status;
    problems = [...end.problems, ...problems];
    // What a cancelled run leaves is what can be read.
    if (status === 'cancelled') tally.made = await storedRows(run, store);
  }
  const counts = tally.counts();
  await store.updateRun(runId, { status, problems, counts, writer: progress.writer, endedAt: now() });
  reportNow();
  return report();
}

function reviewFor({ document }: Run, facts: LoadedFacts): Problem[] {
  const { recipe } = readRecipe(document);
  return recipe === undefined ? [] : reviewWriter(recipe, { seesNoValues: facts.seesNoValues === true });
}

/** A sentence is kept once, however often it comes true. */
function withProblem(problems: readonly Problem[], added: Problem): Problem[] {
  const same = JSON.stringify(added);
  return [...problems.filter((known) => JSON.stringify(known) !== same), added];
}

function sinkFor(store: Store, runId: string, known: () => Partial<Run>): RunSink {
  return {
    closedChunks: (table) => store.closedChunks(runId, table),
    journal: (table, start, rowCount) => store.journal(runId, table, start, rowCount),
    async appendJournal(entries) {
      await store.appendJournal(entries.map((entry) => ({ runId, ...entry })));
      await store.updateRun(runId, known());
    },
    readRows: (table, start, count) => store.readRows(runId, table, start, count),
    readBatches: (table) => store.readBatches(runId, table),
    async closeChunk(chunkNo, batch) {
      await store.closeChunk(runId, chunkNo, batch);
      await store.updateRun(runId, known());
    },
  };
}

async function storedRows(run: Run, store: Store): Promise<number> {
  const counts = await Promise.all(run.tables.map(({ table }) => store.rowCount(run.id, table)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function endOf(error: unknown, signal: AbortSignal): { status: Run['status']; problems: Problem[] } {
  if (signal.aborted) return { status: signal.reason === pauseReason ? 'paused' : 'cancelled', problems: [] };
  if (error instanceof Failure) return { status: 'failed', problems: [error.problem] };
  const reason = error instanceof Error ? error.message : 'no reason given';
  return { status: 'failed', problems: [problem('generation.unexpected', '', { reason })] };
}
