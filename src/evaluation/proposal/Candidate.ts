import type { SelfTestOutcome } from '../../engines/selfTest/SelfTest';
import type { Problem } from '../../problems/Problem';
import type { Rehearsal } from '../rehearsal/Rehearsal';

/** A writer on this device and what is known of it here. Plain data. */
export interface Candidate {
  readonly id: string;
  /** What the device itself has against it, before anything was tried. */
  readonly hindrances: readonly Problem[];
  /** Null where it was not tested, or could not be loaded: then `hindrances` says why. */
  readonly selfTest: SelfTestOutcome | null;
  /** With the open recipe; null where there is none. */
  readonly rehearsal: Rehearsal | null;
}

/** `untested` before the self-test, `unrehearsed` after it was passed; `passes` when both were. */
export type Standing = 'fails' | 'untested' | 'unrehearsed' | 'passes';

export interface Judgement {
  readonly standing: Standing;
  /** Why it fails, and what else there is to know; the first one weighs most. */
  readonly problems: readonly Problem[];
}
