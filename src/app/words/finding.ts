import type { ColumnProfile } from '../../evaluation/Report';
import { percent, rounded } from './count';

type Profile = Pick<
  ColumnProfile,
  'label' | 'type' | 'rows' | 'missing' | 'minimum' | 'median' | 'maximum' | 'bars' | 'barsOf' | 'distinct'
>;

/** What a picture of a column shows, as its title. */
export function finding(column: Profile): string {
  const { label, rows, missing } = column;
  const present = rows - missing;
  if (present === 0) return `${label}: missing in every record`;
  if (column.barsOf === 'words') return `${label}: ${lengthFinding(column)}`;
  if (column.barsOf === 'bins') {
    if (column.minimum === column.maximum) return `${label}: always ${value(column.minimum)}`;
    return `${label}: ${value(column.minimum)} to ${value(column.maximum)}, half below ${value(column.median)}`;
  }
  const top = column.bars[0];
  if (top === undefined || (column.distinct !== null && column.distinct === present && present > 1)) {
    return `${label}: every value occurs once`;
  }
  return top.count === present
    ? `${label}: always ${top.label}`
    : `${label}: ${top.label} in ${percent(top.count / present)}`;
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
