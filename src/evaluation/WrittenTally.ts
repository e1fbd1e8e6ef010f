import type { CellLineage } from '../dataset/RowBatch';
import { sentence } from '../problems/describe';
import type { RecipeColumn } from '../recipe/columnsOf';
import type { WrittenFinding, WrittenReason } from './Report';

/** What the lineage of one written column says, counted. */
export class WrittenTally {
  readonly #table: string;
  readonly #column: RecipeColumn;
  readonly #reasons = new Map<string, WrittenReason>();
  #passedFirst = 0;
  #passedLater = 0;
  #marked = 0;
  #attempts = 0;
  #tokens = 0;

  constructor(table: string, column: RecipeColumn) {
    this.#table = table;
    this.#column = column;
  }

  add(lineage: readonly CellLineage[]): void {
    for (const { verdict, attempts } of lineage) {
      if (verdict === 'marked') this.#marked++;
      else if (verdict === 'passed' && attempts.length > 1) this.#passedLater++;
      else if (verdict === 'passed') this.#passedFirst++;
      this.#attempts += attempts.length;
      for (const attempt of attempts) this.#addAttempt(attempt);
    }
  }

  finding(): WrittenFinding {
    const [passedFirst, passedLater, marked] = [this.#passedFirst, this.#passedLater, this.#marked];
    return {
      table: this.#table,
      path: this.#column.path,
      label: this.#column.label,
      cells: passedFirst + passedLater + marked,
      passedFirst,
      passedLater,
      marked,
      attempts: this.#attempts,
      tokens: this.#tokens,
      reasons: [...this.#reasons.values()].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    };
  }

  #addAttempt({ tokens, problems }: CellLineage['attempts'][number]): void {
    this.#tokens += tokens;
    // A reason found twice in one text is still one failed attempt.
    for (const problem of new Map(problems.map((one) => [one.code, one])).values()) {
      const before = this.#reasons.get(problem.code);
      this.#reasons.set(problem.code, {
        code: problem.code,
        path: this.#column.path,
        count: (before?.count ?? 0) + 1,
        example: before?.example ?? sentence(problem),
      });
    }
  }
}
