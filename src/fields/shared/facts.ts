import * as v from 'valibot';
import type { FieldPath, RecordView } from '../../dataset/RowBatch';
import { readPath } from '../../dataset/readPath';
import { problem, type Problem } from '../../problems/Problem';
import type { AskContext, Fact, ReviewContext } from '../FieldType';
import { factText } from './factText';
import { reviewPath } from './reviewPath';

const factEntry = v.union([
  v.string(),
  v.strictObject({
    field: v.string(),
    required: v.exactOptional(
      v.pipe(v.boolean(), v.description('Whether the text must use it; true when absent.')),
    ),
    name: v.exactOptional(v.pipe(v.string(), v.description('What the writer is told it is.'))),
  }),
]);

export const factsEntry = v.pipe(
  v.array(factEntry),
  v.description('Fields that the text is about: paths, or {"field", "required", "name"}.'),
);

export type FactOption = v.InferOutput<typeof factEntry>;

interface NamedFact {
  readonly field: FieldPath;
  readonly required: boolean;
  readonly name: string;
}

export function factPaths(facts: readonly FactOption[]): FieldPath[] {
  return facts.map((fact) => (typeof fact === 'string' ? fact : fact.field));
}

/** The facts of one record as its text should use them; missing cells are left out. */
export function factsOf(facts: readonly FactOption[], record: RecordView, { typeOf }: AskContext): Fact[] {
  return named(facts).flatMap(({ field, required, name }) => {
    const cell = readPath(record, field);
    const type = typeOf(field) ?? 'text';
    return cell === null || cell === ''
      ? []
      : [{ path: field, name, value: factText(cell, type), type, required }];
  });
}

/** A fact is called by the last part of its path, or by all parts where two would have the same name. */
function named(facts: readonly FactOption[]): NamedFact[] {
  const short = factPaths(facts).map((path) => readable(path.slice(path.lastIndexOf('.') + 1)));
  return facts.map((fact, index) => {
    const path = typeof fact === 'string' ? fact : fact.field;
    const name = short[index] as string;
    const clashes = short.indexOf(name) !== short.lastIndexOf(name);
    const own = typeof fact === 'string' ? undefined : fact.name;
    return {
      field: path,
      required: typeof fact === 'string' || fact.required !== false,
      name: own ?? (clashes ? readable(path) : name),
    };
  });
}

function readable(path: string): string {
  return path.replace(/[._]+/g, ' ').trim();
}

export function reviewFacts(
  facts: readonly FactOption[],
  at: string,
  context: Pick<ReviewContext, 'typeOf' | 'paths'>,
): Problem[] {
  if (facts.length === 0) return [problem('fields.noFacts', at)];
  const paths = factPaths(facts);
  return facts.flatMap((fact, index) => {
    const path = paths[index] as string;
    const place = typeof fact === 'string' ? `${at}[${index}]` : `${at}[${index}].field`;
    if (paths.indexOf(path) < index) return [problem('fields.factTwice', place, { path })];
    return reviewPath(path, place, context);
  });
}
