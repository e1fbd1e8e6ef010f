import type { CellLineage, FieldPath, RowBatch } from '../dataset/RowBatch';
import type { LoadedFacts } from '../engines/Engine';
import type { Problem } from '../problems/Problem';
import type { Run, RunStatus } from '../storage/records';
import type { DrawnRows } from './drawRows';
import type { Plan, TablePlan } from './Plan';
import type { RunProgress } from './RunProgress';
import type { Tally } from './Tally';
import { toBatch } from './toBatch';

const latestRecords = 20;

interface Seen {
  readonly drawn: DrawnRows;
  readonly index: number;
  readonly lineage: Record<FieldPath, CellLineage[]>;
}

/** Keeps what the screen wants to know about a run under way. */
export class RunProgressReader {
  readonly #run: Run;
  readonly #tally: Tally;
  #plan: Plan | null = null;
  #phase: RunProgress['phase'] = 'starting';
  #table: TablePlan | null = null;
  #seen: Seen[] = [];
  writer: LoadedFacts | null;

  constructor(run: Run, tally: Tally) {
    this.#run = run;
    this.#tally = tally;
    this.writer = run.writer;
  }

  follow(plan: Plan): void {
    this.#plan = plan;
  }

  enter(phase: RunProgress['phase'], table?: TablePlan): void {
    this.#phase = phase;
    if (table !== undefined && table !== this.#table) {
      this.#table = table;
      this.#seen = [];
    }
  }

  see(table: TablePlan, drawn: DrawnRows, index: number, lineage: Seen['lineage']): void {
    this.#table = table;
    // A chunk of sampled records comes all at once: its last ones stand for it.
    const first = table.late.length === 0 ? Math.max(0, index - latestRecords + 1) : index;
    for (let at = first; at <= index; at++) this.#seen.push({ drawn, index: at, lineage });
    if (this.#seen.length > latestRecords) this.#seen = this.#seen.slice(-latestRecords);
  }

  read(status: RunStatus, problems: readonly Problem[]): RunProgress {
    const counts = this.#tally.counts();
    const writing = this.#writtenTotal() > 0;
    const { perSecond, tokensPerSecond } = this.#tally.rates(writing ? counts.cells : counts.made);
    const left = writing ? this.#writtenTotal() - counts.cells : counts.requested - counts.made;
    return {
      runId: this.#run.id,
      status,
      phase: this.#phase,
      table: this.#table?.name ?? null,
      counts,
      cellsPerSecond: perSecond,
      tokensPerSecond,
      remainingMs: perSecond > 0 && status === 'running' ? (Math.max(0, left) / perSecond) * 1000 : null,
      writer: this.writer,
      latest: this.#latest(),
      problems,
    };
  }

  #writtenTotal(): number {
    if (this.#plan === null) return 0;
    return this.#plan.tables.reduce(
      (sum, table) =>
        sum + table.rowCount * table.late.filter((field) => field.unit.origin === 'written').length,
      0,
    );
  }

  #latest(): RowBatch | null {
    const table = this.#table;
    if (table === null || this.#seen.length === 0) return null;
    const rows = this.#seen.map(({ drawn, index }) => drawn.rows[index] as number);
    const columns = new Map(
      table.columns.map(({ path }) => [
        path,
        this.#seen.map(({ drawn, index }) => drawn.columns.get(path)?.[index] ?? null),
      ]),
    );
    const paths = new Set(this.#seen.flatMap(({ lineage }) => Object.keys(lineage)));
    const lineage = Object.fromEntries(
      [...paths].map((path) => [
        path,
        this.#seen.map(
          (seen) =>
            seen.lineage[path]?.[seen.index] ?? { model: '', attempts: [], verdict: 'missing' as const },
        ),
      ]),
    );
    return toBatch(table, { rows, columns, records: [] }, lineage);
  }
}
