import type { Problem } from '../../problems/Problem';

/** Where a problem belongs on the recipe screen. */
export type ProblemPlace =
  | { readonly kind: 'field'; readonly table: string; readonly field: string; readonly option: string }
  | { readonly kind: 'constraint'; readonly table: string; readonly index: number; readonly option: string }
  | { readonly kind: 'table'; readonly table: string; readonly option: string }
  | { readonly kind: 'recipe'; readonly option: string };

/** `visit.fields.note.facts[2]` is option `facts[2]` of field `note`; `tables.` in front is allowed. */
export function problemPlace(at: string, tables: readonly string[]): ProblemPlace {
  const path = at.startsWith('tables.') ? at.slice('tables.'.length) : at;
  const [, table = '', rest = ''] = /^([A-Za-z_]\w*)(?:\.(.*))?$/.exec(path) ?? [];
  if (!tables.includes(table)) return { kind: 'recipe', option: path };
  const [, field, option = ''] = /^fields\.([^.[]+)(?:\.?(.*))?$/.exec(rest) ?? [];
  if (field !== undefined) return { kind: 'field', table, field, option };
  const [, index, of = ''] = /^constraints\[(\d+)\](?:\.?(.*))?$/.exec(rest) ?? [];
  if (index !== undefined) return { kind: 'constraint', table, index: Number(index), option: of };
  return { kind: 'table', table, option: rest };
}

/** Problems of one option: those of `facts` include `facts[2]` and `facts.min`. */
export function problemsOfOption(problems: readonly Placed[], key: string): Problem[] {
  return problems
    .filter(
      ({ place }) =>
        place.option === key || place.option.startsWith(`${key}.`) || place.option.startsWith(`${key}[`),
    )
    .map(({ problem }) => problem);
}

export interface Placed {
  readonly problem: Problem;
  readonly place: ProblemPlace;
}
