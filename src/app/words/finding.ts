import type { ColumnProfile } from '../../evaluation/Report';
import { count, counted, percent, rounded } from './count';

type Profile = Pick<
  ColumnProfile,
  'rows' | 'missing' | 'minimum' | 'median' | 'maximum' | 'bars' | 'barsOf' | 'distinct'
>;

/** Below this share no value stands out, and bars of single values say nothing. */
const frequent = 0.02;

/** What a picture of a column shows, to stand after the column's name. */
export function finding(column: Profile): string {
  const present = column.rows - column.missing;
  if (present === 0) return 'missing in every record';
  if (column.barsOf === 'words') return lengthFinding(column);
  if (column.barsOf === 'bins') {
    if (column.minimum === column.maximum) return `always ${value(column.minimum)}`;
    return `${value(column.minimum)} to ${value(column.maximum)}, half below ${value(column.median)}`;
  }
  const top = column.bars[0];
  if (top !== undefined && top.count === present) return `always ${top.label}`;
  if (top === undefined || (column.distinct === present && present > 1)) return 'every value occurs once';
  if (isScattered(column)) {
    const different = column.distinct === null ? 'over 100,000' : count(column.distinct);
    return `${different} different values, the most frequent in ${counted(top.count, 'record')}`;
  }
  return `${top.label} in ${percent(top.count / present)}`;
}

/** Whether a column has so many values that none stands out: its finding says it all, and it needs no picture. */
export function isScattered({ bars, barsOf, rows, missing, distinct }: Profile): boolean {
  if (barsOf !== 'values') return false;
  const present = rows - missing;
  if (present > 1 && distinct === present) return true;
  return (distinct === null || distinct > bars.length) && (bars[0]?.count ?? 0) < frequent * present;
}

function lengthFinding({ bars }: Profile): string {
  const top = bars.reduce(
    (best, bar) => (bar.count > best.count ? bar : best),
    bars[0] ?? { label: '0', count: 0 },
  );
  return `most often ${top.label} words long`;
}

function value(of: number | string | null): string {
  if (of === null) return 'nothing';
  return typeof of === 'number' ? rounded(of) : of.replace('T', ' ');
}
