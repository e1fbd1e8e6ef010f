import { problem } from '../../problems/Problem';
import type { ColumnSurvey } from './ColumnSurvey';
import type { Inferred } from './inferCategory';
import { leastSightings } from './leastSightings';

/** More than this a writer does not keep up in one go. */
const mostWords = 120;

/** Words that a sentence with a few facts needs; shorter ones would be cut or marked. */
const roomForFacts = 15;

/** Sorts of text that writers know, by what the header says; the first that fits. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/triage|chief complaint/, 'triage note'],
  [/nurs/, 'nursing note'],
  [/discharge/, 'discharge summary'],
  [/referral|letter/, 'referral letter'],
  [/privilege/, 'privilege log description'],
  [/docket/, 'docket entry'],
  [/billing|time entr|narrative.*fee|work done/, 'billing narrative'],
  [/intake/, 'intake narrative'],
  [/matter|case summary/, 'matter summary'],
  [/progress|soap|clinical|note/, 'progress note'],
  [/comment|remark|feedback/, 'comment'],
];

/** Texts of their own: written anew from the facts of each record. The facts are chosen once all columns are known. */
export function inferText(survey: ColumnSurvey, header: string, at: string): Inferred {
  const kind =
    kinds.find(([form]) => form.test(header.toLowerCase().replace(/[^a-z]+/g, ' ')))?.[1] ?? 'description';
  const [from, to] = wordRange(survey.sample);
  const notes = [problem('importers.text', at, { kind, from, to })];
  if (to < roomForFacts) notes.push(problem('importers.textShort', at, { to, room: roomForFacts }));
  const words = [Math.min(from, roomForFacts / 3), Math.max(to, roomForFacts)];
  return { field: { type: 'text', kind, facts: [], words }, notes };
}

/** From the 5th to the 95th percentile of the lengths, rounded outward; a usual range where there are few texts. */
function wordRange(cells: readonly string[]): [number, number] {
  if (cells.length < leastSightings) return [5, 40];
  const lengths = cells.map((cell) => cell.split(/\s+/).length).sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.floor(share * (lengths.length - 1))] ?? 1;
  const step = at(0.95) > 20 ? 5 : 1;
  const most = Math.min(mostWords, Math.max(3, Math.ceil(at(0.95) / step) * step));
  return [Math.max(1, Math.min(Math.floor(at(0.05) / step) * step, Math.floor(most * 0.7))), most];
}
