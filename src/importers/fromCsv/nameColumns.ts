import { problem, type Problem } from '../../problems/Problem';
import { fieldKeys } from './fieldKeys';

const longestLabel = 200;

export interface NamedColumn {
  readonly key: string;
  /** The header as it stands in the file, when the key does not say the same. */
  readonly label: string | undefined;
  readonly header: string;
}

/** Keys for expressions and labels for people; empty and repeated headers are given a name of their own. */
export function nameColumns(
  headers: readonly string[] | undefined,
  count: number,
): { columns: NamedColumn[]; notes: Problem[] } {
  const given = Array.from({ length: count }, (_, index) => (headers?.[index] ?? '').slice(0, longestLabel));
  const keys = fieldKeys(given);
  const columns = keys.map((key, index) => {
    const header = given[index] as string;
    return { key, header, label: header === '' || header === key ? undefined : header };
  });
  const notes: Problem[] = [];
  if (headers === undefined) notes.push(problem('importers.noHeader', '', { columns: count }));
  else {
    const empty = given.filter((header) => header === '').length;
    const repeated = given.filter((header, index) => header !== '' && given.indexOf(header) < index);
    if (empty > 0) notes.push(problem('importers.emptyHeaders', '', { count: empty }));
    if (repeated.length > 0) {
      notes.push(problem('importers.repeatedHeaders', '', { headers: [...new Set(repeated)].join(', ') }));
    }
  }
  return { columns, notes };
}
