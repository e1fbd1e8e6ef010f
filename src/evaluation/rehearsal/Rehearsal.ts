import type { FieldPath } from '../../dataset/RowBatch';
import type { LoadedFacts } from '../../engines/Engine';
import type { Problem } from '../../problems/Problem';

/** How one written field went. Holds no word of any text. */
export interface RehearsedField {
  readonly table: string;
  readonly path: FieldPath;
  readonly label: string;
  readonly cells: number;
  readonly passedFirst: number;
  readonly passedLater: number;
  readonly marked: number;
  /** Why attempts failed most often; null when none did. */
  readonly reason: { readonly code: Problem['code']; readonly count: number } | null;
  /** Share of 0 to 1 of the runs of three words that are different ones; null of labels and of too few words. */
  readonly distinct: number | null;
}

/** A length of time with its interval of 95 %. Other work on the machine is not in it. */
export interface TimeNeeded {
  /** Records of the tables with written fields. */
  readonly records: number;
  readonly milliseconds: number;
  readonly low: number;
  readonly high: number;
}

/** What a rehearsal showed of a writer on this device with the user's own recipe. Plain data, to be kept. */
export interface Rehearsal {
  readonly writer: LoadedFacts;
  readonly cells: number;
  readonly tokens: number;
  readonly tokensPerSecond: number;
  /** For all records of the recipe. */
  readonly time: TimeNeeded;
  readonly fields: readonly RehearsedField[];
}
