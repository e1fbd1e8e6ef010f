import type { Cell, CellLineage, FieldPath, RecordView } from '../dataset/RowBatch';
import type { Writer } from '../engines/Engine';
import { problem } from '../problems/Problem';
import type { NearCopyIndex } from '../verification/NearCopyIndex';
import { drawField, isMissing, publish, readParents, type DrawnRows } from './drawRows';
import type { PlannedConstraint, PlannedField, TablePlan } from './Plan';
import type { Tally } from './Tally';
import { attemptBudget, writeCell } from './writeCell';

/** What the written cells of one table share while it is being written. */
export interface WritingJob {
  readonly table: TablePlan;
  readonly writer: Writer;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  readonly nearCopies: ReadonlyMap<FieldPath, NearCopyIndex>;
}

export interface WrittenRecord {
  readonly cells: Record<FieldPath, string | null>;
  readonly lineage: Record<FieldPath, CellLineage>;
}

/** Whole passes over a record when a hard rule over written cells does not hold. */
const passBudget = 3;

/** Makes the late fields of one record, in order, and puts them into the batch. */
export async function writeRecord(job: WritingJob, drawn: DrawnRows, index: number): Promise<WrittenRecord> {
  for (let pass = 0; ; pass++) {
    const record = await onePass(job, drawn, index, pass);
    const broken = job.table.lateRules.filter(
      (rule) =>
        rule.unit.holds?.(rule.options, drawn.records[index] as RecordView, job.table.today) === false,
    );
    if (broken.length === 0) return record;
    if (pass + 1 >= passBudget) return giveUp(job, drawn, index, record, broken);
  }
}

/** Lays cells that were written before the run was broken off into the batch and makes the rest again. */
export function restoreRecord(
  table: TablePlan,
  drawn: DrawnRows,
  index: number,
  cells: WrittenRecord['cells'],
): void {
  for (const field of table.late) {
    if (field.unit.origin === 'written') place(table, field, drawn, index, cells[field.name] ?? null);
    else drawLate(table, field, drawn, index);
  }
}

async function onePass(
  job: WritingJob,
  drawn: DrawnRows,
  index: number,
  pass: number,
): Promise<WrittenRecord> {
  const { table } = job;
  const record: WrittenRecord = { cells: {}, lineage: {} };
  for (const field of table.late) {
    if (field.unit.origin !== 'written') {
      drawLate(table, field, drawn, index);
      continue;
    }
    const written = isMissing(table, field, drawn, index)
      ? { text: null, lineage: { model: job.writer.facts.model, attempts: [], verdict: 'missing' as const } }
      : await ask(job, field, drawn, index, pass);
    record.cells[field.name] = written.text;
    record.lineage[field.name] = written.lineage;
    place(table, field, drawn, index, written.text);
  }
  return record;
}

async function ask(job: WritingJob, field: PlannedField, drawn: DrawnRows, index: number, pass: number) {
  const row = drawn.rows[index] as number;
  const task = field.unit.ask?.(field.options, drawn.records[index] as RecordView, {
    typeOf: job.table.typeOf,
  });
  if (task === undefined) throw new TypeError(`${field.unit.id} does not write`);
  const near = job.nearCopies.get(field.name);
  const written = await writeCell(task, {
    writer: job.writer,
    seeds: seedsOf(field, row, pass),
    signal: job.signal,
    compare: (text) => (near?.nearest(text) === undefined ? [] : [problem('check.nearCopy')]),
    onAttempt: (attempt, number) => job.tally.attempt(field.name, attempt, pass === 0 && number === 0),
  });
  near?.add(String(row), written.text);
  job.tally.cells++;
  return written;
}

function seedsOf(field: PlannedField, row: number, pass: number): number[] {
  const stream = field.stream.part(`writer ${pass}`).at(row);
  return Array.from({ length: attemptBudget }, () => stream.uint32());
}

function place(table: TablePlan, field: PlannedField, drawn: DrawnRows, index: number, cell: Cell): void {
  columnOf(drawn, field.name)[index] = cell;
  if (table.read.has(field.name)) publish(field, drawn, index);
}

/** A sampled or derived field that waits for a written one is drawn record by record. */
function drawLate(table: TablePlan, field: PlannedField, drawn: DrawnRows, index: number): void {
  const single: DrawnRows = {
    rows: [drawn.rows[index] as number],
    columns: new Map(),
    records: [drawn.records[index] as (typeof drawn.records)[number]],
  };
  drawField(table, field, single, field.parents === null ? new Map() : readParents(table, single));
  for (const [path, cells] of single.columns) columnOf(drawn, path)[index] = cells[0] ?? null;
}

function columnOf(drawn: DrawnRows, path: FieldPath): Cell[] {
  const known = drawn.columns.get(path);
  if (known !== undefined) return known;
  const column = new Array<Cell>(drawn.rows.length).fill(null);
  drawn.columns.set(path, column);
  return column;
}

/** A hard rule is never broken in what is stored: the written cells it names are left empty and marked. */
function giveUp(
  job: WritingJob,
  drawn: DrawnRows,
  index: number,
  record: WrittenRecord,
  broken: readonly PlannedConstraint[],
): WrittenRecord {
  for (const rule of broken) {
    for (const path of rule.unit.fields(rule.options)) {
      const lineage = record.lineage[path];
      if (lineage === undefined) continue;
      record.cells[path] = null;
      record.lineage[path] = { ...lineage, verdict: 'marked' };
    }
  }
  restoreRecord(job.table, drawn, index, record.cells);
  return record;
}
