import * as v from 'valibot';
import type { FieldPath } from '../../dataset/RowBatch';
import { compileExpression } from '../../expressions/compileExpression';
import { levelOf } from '../../problems/describe';
import type { Problem } from '../../problems/Problem';
import type { DrawContext, ReviewContext } from '../FieldType';
import { referencesOf } from './referencesOf';
import { reviewExpression } from './reviewExpression';

/** A condition and the options it replaces. */
interface Clause {
  readonly if: string;
}

export interface Conditional {
  readonly when?: readonly Clause[];
}

/** The `when` entry of a unit: the first clause whose `if` holds replaces the options it names. */
export function whenEntry<Entries extends v.ObjectEntries>(replaces: Entries) {
  const condition = v.pipe(v.string(), v.minLength(1), v.description('CEL condition over the record.'));
  return v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ if: condition, ...replaces })),
      v.description('Other options for some records; the first condition that holds wins.'),
    ),
  );
}

/** The options as each branch has them: first the field's own, then one per clause of `when`. */
export function branchesOf<Options extends Conditional>(options: Options): Options[] {
  return [options, ...(options.when ?? []).map((clause) => ({ ...options, ...clause }))];
}

/** Tells for each record of a batch which of `branchesOf` it follows; undefined when there is only one. */
export function branchChooser(
  options: Conditional,
  context: Pick<DrawContext, 'record' | 'today'>,
): ((index: number) => number) | undefined {
  if (options.when === undefined || options.when.length === 0) return undefined;
  const conditions = options.when.map((clause) => {
    const compiled = compileExpression(clause.if);
    return 'expression' in compiled ? compiled.expression : undefined;
  });
  return (index) => {
    const record = context.record(index);
    return conditions.findIndex((condition) => condition?.evaluate(record, context.today) === true) + 1;
  };
}

export function needsOfWhen(options: Conditional): FieldPath[] {
  return referencesOf((options.when ?? []).map((clause) => clause.if));
}

/** Reviews the options of every branch; what a clause only inherits is reported once, at the field's own. */
export function reviewWhen<Options extends Conditional>(
  options: Options,
  context: ReviewContext,
  reviewBranch: (options: Options, at: string) => readonly Problem[],
): Problem[] {
  const [own, ...clauses] = branchesOf(options);
  const base = reviewBranch(own as Options, context.at);
  const known = new Set(base.map((found) => identity(found, context.at)));
  return [
    ...base,
    ...clauses.flatMap((branch, index) => {
      const at = `${context.at}.when[${index}]`;
      const condition = options.when?.[index]?.if ?? '';
      return [
        ...reviewExpression(condition, `${at}.if`, context),
        ...reviewBranch(branch, at).filter((found) => {
          const key = found.at.slice(at.length + 1);
          const inherited = !Object.hasOwn(options.when?.[index] ?? {}, key) && levelOf(found) !== 'wrong';
          return !inherited && !known.has(identity(found, at));
        }),
      ];
    }),
  ];
}

function identity(found: Problem, at: string): string {
  return JSON.stringify([found.code, found.at.slice(at.length), found.values]);
}
