import type { RunStatus } from '../storage/records';
import { countOf, share } from './numberWords';
import type { Report } from './Report';

/** The report's opening paragraph: plain sentences with their numbers, good news and bad news alike. */
export function summarise(report: Omit<Report, 'summary'>): string[] {
  if (report.tables.every(({ rows }) => rows === 0))
    return [recordsMade(report), 'So there is nothing to report.'];
  return [
    recordsMade(report),
    ...report.written.flatMap(writtenCells),
    ...rules(report),
    ...missingCells(report),
    ...sameEverywhere(report),
    notChecked(report),
  ];
}

const stops: Record<RunStatus, string> = {
  running: 'the run has not finished',
  paused: 'the run is paused',
  done: 'the run has ended',
  cancelled: 'the run was cancelled',
  failed: 'the run stopped because of a problem',
};

function recordsMade({ tables, status }: Omit<Report, 'summary'>): string {
  const made = tables.reduce((sum, { rows }) => sum + rows, 0);
  const requested = tables.reduce((sum, table) => sum + table.requested, 0);
  const each = tables.map(({ label, rows }) => `${countOf(rows)} in ${label}`).join(', ');
  const where = tables.length > 1 ? ` (${each})` : '';
  if (made === requested) {
    return made === 1
      ? 'The one record you asked for was made.'
      : `All ${countOf(made)} records you asked for were made${where}.`;
  }
  return `${countOf(made)} of the ${countOf(requested)} records you asked for were made${where}: ${stops[status]}.`;
}

function writtenCells({
  label,
  cells,
  passedFirst,
  passedLater,
  marked,
}: Report['written'][number]): string[] {
  if (cells === 0) return [];
  const later = passedLater === 0 ? '' : `, ${countOf(passedLater)} of them only after another attempt`;
  if (marked === 0) {
    return [`All ${countOf(cells)} texts in ${label} passed every check${later}.`];
  }
  const passed = `${countOf(passedFirst + passedLater)} of ${countOf(cells)} texts in ${label} passed every check${later}.`;
  const kept =
    marked === 1 ? 'The other one could not and is' : `The other ${countOf(marked)} could not and are`;
  return [`${passed} ${kept} kept and marked (${share(marked, cells)}).`];
}

function rules({ constraints, tables }: Omit<Report, 'summary'>): string[] {
  const rowsOf = new Map(tables.map(({ table, rows }) => [table, rows]));
  const broken = constraints.filter((finding) => finding.broken > 0);
  const partly = constraints.filter(({ checked, table }) => checked < (rowsOf.get(table) ?? 0));
  const sentences = broken.map(({ sentence, broken: count, checked, hard }) => {
    const trouble = hard
      ? ' It was never to be broken: please look at these records before you use them.'
      : '';
    return `The rule “${bare(sentence)}” does not hold in ${countOf(count)} of ${countOf(checked)} records (${share(count, checked)}).${trouble}`;
  });
  for (const { sentence, checked } of partly) {
    sentences.push(`The rule “${bare(sentence)}” was checked in the first ${countOf(checked)} records only.`);
  }
  const whole = constraints.length - new Set([...broken, ...partly]).size;
  if (whole === 0) return sentences;
  const all = whole === constraints.length;
  const subject =
    whole === 1
      ? all
        ? 'The one rule holds'
        : 'The other rule holds'
      : `${all ? 'All' : 'The other'} ${countOf(whole)} rules hold`;
  return [...sentences, `${subject} in every record.`];
}

function missingCells({ tables }: Omit<Report, 'summary'>): string[] {
  const gaps = tables
    .flatMap(({ columns }) => columns)
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing / b.rows - a.missing / a.rows);
  const named = gaps.slice(0, 3).map(({ label, missing, rows }) => `${label} (${share(missing, rows)})`);
  if (named.length === 0) return ['No cell is missing.'];
  const rest = gaps.length > 3 ? ` and ${countOf(gaps.length - 3)} more` : '';
  return [`Cells are missing in ${named.join(', ')}${rest}.`];
}

function sameEverywhere({ tables }: Omit<Report, 'summary'>): string[] {
  const constant = tables
    .flatMap(({ columns }) => columns)
    .filter(({ distinct, rows, missing }) => distinct === 1 && rows - missing > 1)
    .map(({ label }) => label);
  if (constant.length === 0) return [];
  const shown =
    constant.slice(0, 3).join(', ') +
    (constant.length > 3 ? ` and ${countOf(constant.length - 3)} more` : '');
  return [`Every record has the same value in ${shown}.`];
}

function notChecked({ written }: Omit<Report, 'summary'>): string {
  const texts = written.some(({ cells }) => cells > 0)
    ? ' The checks on texts compare them with the facts of their record; they cannot tell whether a text is clinically or legally right.'
    : '';
  return `Not checked: whether the records resemble any real ones, and whether a real person could be recognised in them.${texts}`;
}

/** A sentence inside another: without its full stop. */
function bare(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
