import type { LoadedFacts, Writer } from '../engines/Engine';
import { isWrong } from '../problems/describe';
import { Failure } from '../problems/Failure';
import { problem, type Problem } from '../problems/Problem';
import { readRecipe } from '../recipe/readRecipe';
import { reviewWriter } from '../recipe/reviewWriter';
import type { Run, RunStatus } from '../storage/records';
import type { Store } from '../storage/Store';
import { makeTable } from './makeTable';
import { pinUniques } from './pinUniques';
import { planDocument } from './planDocument';
import { rehearsedCells, rehearsedTables, rehearsePlan, type RehearsedRecipe } from './rehearsePlan';
import type { Plan } from './Plan';
import type { RunProgress } from './RunProgress';
import { RunProgressReader } from './RunProgressReader';
import type { RunSink } from './RunSink';
import type { TableJob } from './TableJob';
import { Tally } from './Tally';
import { consecutive } from './toBatch';

export interface RunJob {
  readonly store: Store;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Starts the writer; called once, and only when a cell is to be written. */
  startWriter(signal: AbortSignal): Promise<Writer>;
  /**
   * Where it is given, a run begins with a rehearsal, whose records stay, and goes on unless it is told what speaks
   * against it: then it is paused there.
   */
  onRehearsed?(made: RehearsedRecipe): Promise<readonly Problem[]>;
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
  const run = await job.store.run(runId);
  if (run === undefined) throw new Failure('storage.damaged');
  return new Execution(run, job).untilItEnds();
}

/** One part of a run: from where it was left until it ends or is stopped. */
class Execution {
  readonly #run: Run;
  readonly #job: RunJob;
  readonly #tally: Tally;
  readonly #progress: RunProgressReader;
  readonly #sink: RunSink;
  #status: RunStatus = 'running';
  /** What happened to its writer, in earlier parts of the run and in this one. */
  #problems: readonly Problem[];
  #writer: Promise<Writer> | undefined;
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(run: Run, job: RunJob) {
    this.#run = run;
    this.#job = job;
    this.#tally = new Tally(run.counts, job.now);
    this.#progress = new RunProgressReader(run, this.#tally);
    this.#problems = run.problems.filter((found) => !isWrong(found));
    this.#sink = sinkFor(job.store, run.id, () => ({
      counts: this.#tally.counts(),
      writer: this.#progress.writer,
      problems: this.#problems,
    }));
  }

  async untilItEnds(): Promise<RunProgress> {
    const { store, now } = this.#job;
    await store.updateRun(this.#run.id, {
      status: this.#status,
      problems: this.#problems,
      endedAt: null,
    });
    this.#report();
    try {
      this.#status = await this.#make();
      if (this.#status === 'done') this.#progress.enter('finished');
    } catch (error) {
      const end = endOf(error, this.#job.signal);
      this.#status = end.status;
      this.#problems = [...end.problems, ...this.#problems];
      // What a cancelled run leaves is what can be read.
      if (this.#status === 'cancelled') this.#tally.leave(await storedRows(this.#run, store));
    }
    await store.updateRun(this.#run.id, {
      status: this.#status,
      problems: this.#problems,
      counts: this.#tally.counts(),
      writer: this.#progress.writer,
      endedAt: now(),
    });
    return this.#report();
  }

  async #make(): Promise<RunStatus> {
    const plan = planDocument(this.#run.document);
    this.#progress.follow(plan);
    for (const table of plan.tables) {
      table.settled(consecutive(0, Math.min(probeRows, table.rowCount)));
      pinUniques(table, this.#job.signal);
    }
    const objections = await this.#rehearse(plan);
    if (objections.length > 0) {
      this.#problems = [...objections, ...this.#problems];
      return 'paused';
    }
    for (const table of plan.tables) {
      this.#progress.enter('drawing', table);
      await makeTable(table, this.#making('writing'));
    }
    return 'done';
  }

  /** What speaks against going on; nothing where it is not asked for, or the run is past its first cells. */
  async #rehearse(plan: Plan): Promise<readonly Problem[]> {
    if (this.#job.onRehearsed === undefined || this.#tally.cells >= rehearsedCells) return [];
    const last = rehearsedTables(plan).at(-1);
    if (last === undefined) return [];
    const job = this.#making('rehearsing');
    // Parents that are only drawn come first, as in any run: what is left to be read should find them.
    for (const table of plan.tables.slice(0, plan.tables.indexOf(last.table))) {
      if (table.late.length > 0) continue;
      this.#progress.enter('drawing', table);
      await makeTable(table, job);
      this.#tally.setAside(table.name);
    }
    const rehearsed = await rehearsePlan(plan, job);
    const objections = await this.#job.onRehearsed(rehearsed);
    this.#job.signal.throwIfAborted();
    return objections;
  }

  #making(phase: 'rehearsing' | 'writing'): TableJob {
    const { signal, now } = this.#job;
    return {
      sink: this.#sink,
      tally: this.#tally,
      signal,
      now,
      writer: () => (this.#writer ??= this.#startWriter(phase)),
      onRecord: (table, drawn, index, lineage) => {
        this.#progress.enter(table.late.length > 0 ? phase : 'drawing', table);
        this.#progress.see(table, drawn, index, lineage);
        if (now() - this.#reportedAt >= progressMs) this.#report();
      },
    };
  }

  async #startWriter(phase: 'rehearsing' | 'writing'): Promise<Writer> {
    const { store, signal } = this.#job;
    this.#progress.enter('loading writer');
    this.#report();
    const writer = await this.#job.startWriter(signal);
    this.#see(writer.facts);
    this.#progress.enter(phase);
    this.#report();
    writer.follow((news) => {
      this.#problems = withProblem(this.#problems, news.problem);
      this.#see(news.facts);
      this.#report();
    });
    await store.updateRun(this.#run.id, { writer: writer.facts });
    return writer;
  }

  #see(facts: LoadedFacts): void {
    this.#progress.writer = facts;
    for (const found of reviewFor(this.#run, facts)) this.#problems = withProblem(this.#problems, found);
  }

  #report(): RunProgress {
    this.#reportedAt = this.#job.now();
    const progress = this.#progress.read(this.#status, this.#problems);
    this.#job.onProgress(progress);
    return progress;
  }
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
