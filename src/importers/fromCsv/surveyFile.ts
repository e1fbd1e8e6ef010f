import { Failure } from '../../problems/Failure';
import { streamFor } from '../../random/streamFor';
import type { ImportJob } from '../Importer';
import { ColumnSurvey } from './ColumnSurvey';
import type { Dialect } from './detectDialect';
import type { Encoding } from './detectEncoding';
import { hasHeader } from './hasHeader';
import { readRecords } from './readRecords';

export interface Survey {
  readonly dialect: Dialect;
  /** Undefined when the first record is one like the others. */
  readonly headers: readonly string[] | undefined;
  readonly columns: readonly ColumnSurvey[];
  readonly records: number;
  /** Records with fewer or more cells than there are columns. */
  readonly ragged: number;
}

const mostColumns = 500;
/** Of a piece of a file this many records decide whether there is a header. */
const firstRecords = 500;

/** Reads the file once; what stays in memory is bounded by the number of columns, not of records. */
export async function surveyFile(file: Blob, encoding: Encoding, job: ImportJob): Promise<Survey> {
  const { dialect, pieces } = await readRecords(file, encoding, job.signal, job.progress);
  const random = streamFor(0, 'import', 'sample').at(0);
  let headers: readonly string[] | undefined;
  let columns: ColumnSurvey[] | undefined;
  let records = 0;
  let ragged = 0;
  for await (const piece of pieces) {
    let rows = piece;
    if (columns === undefined && rows.length > 0) {
      const first = rows[0] as string[];
      const named = hasHeader(first, rows.slice(1, firstRecords));
      headers = named ? first : undefined;
      columns = newColumns(widthOf(rows, named), random);
      rows = named ? rows.slice(1) : rows;
    }
    for (const row of rows) {
      records++;
      if (row.length !== columns?.length) ragged++;
      columns?.forEach((column, index) => column.add(row[index] ?? ''));
    }
  }
  if (columns === undefined || records === 0) throw new Failure('importers.noRecords');
  return { dialect, headers, columns, records, ragged };
}

/** A header says how many columns there are; else the most frequent width among the first records. */
function widthOf(rows: readonly (readonly string[])[], named: boolean): number {
  const first = rows[0]?.length ?? 0;
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, firstRecords)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const usual = [...counts].sort(([, few], [, many]) => many - few)[0]?.[0] ?? first;
  const width = named ? first : usual;
  if (width > mostColumns)
    throw new Failure('importers.tooManyColumns', { columns: width, most: mostColumns });
  return width;
}

function newColumns(count: number, random: ReturnType<ReturnType<typeof streamFor>['at']>): ColumnSurvey[] {
  const share = (total: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, Math.floor(total / count)));
  const limits = {
    distinct: share(500_000, 1000, 10_000),
    sample: share(250_000, 500, 10_000),
    hashes: share(2_000_000, 4000, 200_000),
  };
  return Array.from({ length: count }, () => new ColumnSurvey(limits, random));
}
