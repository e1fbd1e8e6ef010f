import type { LoadedFacts } from '../Engine';

/** With what the replies of a self-test were compared. */
export type ComparedWith =
  /** The replies recorded when this very model was released. */
  | 'recording'
  /** What the same model writes on the processor. */
  | 'processor'
  /**
   * A second loading of the same model, one text and one thread at a time: there is nothing better to compare with. Then
   * it has to tell English from disorder, too.
   */
  | 'itself';

/**
 * `same`: word for word. `close`: alike for long enough that only rounding can have parted them. `different`: the
 * numbers are wrong. `implausible`: it writes the same each time, and the numbers are wrong each time, as it finds plain
 * English no likelier than disorder. `unreadable`: there were no words to compare with. `ended`: the engine died or hung.
 */
export type SelfTestVerdict = 'same' | 'close' | 'different' | 'implausible' | 'unreadable' | 'ended';

/** What came of asking a model for texts whose right form is known. Plain data. */
export interface SelfTest {
  /** Of a model that hung while it was loaded: as it was asked for. */
  readonly facts: LoadedFacts;
  readonly comparedWith: ComparedWith;
  readonly verdict: SelfTestVerdict;
  /** Whether the writer may be trusted there: `same` or `close`. */
  readonly passed: boolean;
  /** Share of 0 to 1 of the words that are the same before a text first differs; of the text that differs soonest. */
  readonly agreement: number;
  readonly tokensPerSecond: number;
  /** From the file to a model that can write. */
  readonly loadMs: number;
}

/** A test on the GPU that is not passed is followed by one on the processor, where the model can run there. */
export interface SelfTestOutcome {
  readonly test: SelfTest;
  /** The one on the GPU that came before and was not passed. */
  readonly refused: SelfTest | null;
}
