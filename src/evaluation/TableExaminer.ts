import type { Cell, FieldPath, RecordView, RowBatch } from '../dataset/RowBatch';
import { columnsOf } from '../recipe/columnsOf';
import { constraintTypeOf } from '../recipe/constraintTypeOf';
import { parentsOf, type Parent } from '../recipe/parentsOf';
import type { Recipe } from '../recipe/Recipe';
import { ColumnProfiler } from './ColumnProfiler';
import { ConstraintChecker } from './ConstraintChecker';
import { nestCells } from './nestCells';
import type { ParentIndex } from './ParentIndex';
import { ReferenceChecker } from './ReferenceChecker';
import type { ConstraintFinding, TableReport, WrittenFinding } from './Report';
import { WrittenTally } from './WrittenTally';

export interface TableFindings {
  readonly report: Omit<TableReport, 'requested'>;
  readonly constraints: readonly ConstraintFinding[];
  readonly written: readonly WrittenFinding[];
}

interface FoundParent extends Parent {
  readonly index: ParentIndex;
}

/** Everything that is asked of one table, batch by batch. Its parents have been indexed before. */
export class TableExaminer {
  readonly #table: string;
  readonly #label: string;
  readonly #profilers: ReadonlyMap<FieldPath, ColumnProfiler>;
  readonly #tallies: ReadonlyMap<FieldPath, WrittenTally>;
  readonly #rules: readonly ConstraintChecker[];
  readonly #references: ReadonlyMap<FieldPath, ReferenceChecker>;
  readonly #parents: readonly FoundParent[];
  /** Names of fields and parent tables. */
  readonly #readByRules: ReadonlySet<string>;
  #rows = 0;

  constructor(recipe: Recipe, table: string, indexOf: (parent: Parent) => ParentIndex | undefined) {
    const plan = recipe.tables[table];
    const columns = columnsOf(recipe, table);
    this.#table = table;
    this.#label = plan?.label ?? table;
    this.#profilers = new Map(columns.map((column) => [column.path, new ColumnProfiler(column)]));
    const written = columns.filter(({ origin }) => origin === 'written');
    this.#tallies = new Map(written.map((column) => [column.path, new WrittenTally(table, column)]));
    this.#readByRules = new Set(
      (plan?.constraints ?? []).flatMap(
        (options) => constraintTypeOf(options.type)?.fields(options).map(head) ?? [],
      ),
    );
    const foreignKeys = new Map<unknown, string>();
    this.#rules = (plan?.constraints ?? []).flatMap((options, at) => {
      const place = { at: `${table}.constraints[${String(at)}]`, table };
      // A foreign key cannot be checked within one record; the reference field it names is checked below.
      if (options.type === 'foreignKey') foreignKeys.set(options['field'], place.at);
      const unit = options.type === 'foreignKey' ? undefined : constraintTypeOf(options.type);
      if (unit === undefined || (unit.holds === undefined && unit.key === undefined)) return [];
      return [new ConstraintChecker(unit, options, place, recipe.today)];
    });
    this.#parents = (plan === undefined ? [] : parentsOf(plan)).flatMap((parent) => {
      const index = indexOf(parent);
      return index === undefined ? [] : [{ ...parent, index }];
    });
    this.#references = new Map(
      this.#parents.map(({ field, table: to, key, index }) => {
        const at = foreignKeys.get(field) ?? `${table}.fields.${field}`;
        const place = { at, table, hard: true, field, to: `${to}.${key}` };
        return [field, new ReferenceChecker(place, index)];
      }),
    );
  }

  add(batch: RowBatch): void {
    this.#rows += batch.rowCount;
    for (const { path, cells } of batch.columns) this.#profilers.get(path)?.add(cells);
    for (const [path, tally] of this.#tallies) tally.add(batch.lineage[path] ?? []);
    const cellsOf = new Map(batch.columns.map(({ path, cells }) => [path, cells]));
    for (const [path, reference] of this.#references) {
      cellsOf.get(path)?.forEach((key, at) => {
        reference.look(key, batch.start + at);
      });
    }
    if (this.#rules.length > 0) this.#checkRules(batch, cellsOf);
  }

  findings(): TableFindings {
    const checkers = [...this.#rules, ...this.#references.values()];
    return {
      report: {
        table: this.#table,
        label: this.#label,
        rows: this.#rows,
        columns: [...this.#profilers.values()].map((profiler) => profiler.profile()),
      },
      constraints: checkers.map((checker) => checker.finding()),
      written: [...this.#tallies.values()].map((tally) => tally.finding()),
    };
  }

  #checkRules(batch: RowBatch, cellsOf: ReadonlyMap<FieldPath, readonly Cell[]>): void {
    const columns = batch.columns.filter(({ path }) => this.#readByRules.has(head(path)));
    for (let at = 0; at < batch.rowCount; at++) {
      const own = nestCells(columns.map(({ path, cells }) => [path, cells[at] ?? null]));
      const record: Record<string, Cell | RecordView> = {};
      // Of two references to one table the first gives the record; a field hides a table of the same name.
      for (const { table, field, index } of this.#parents) {
        if (!Object.hasOwn(record, table)) record[table] = index.recordOf(cellsOf.get(field)?.[at] ?? null);
      }
      Object.assign(record, own);
      for (const rule of this.#rules) rule.look(record, batch.start + at);
    }
  }
}

function head(path: FieldPath): string {
  return path.split('.', 1)[0] ?? path;
}
