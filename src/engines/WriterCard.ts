/** A kind of text that a writer was trained to write. */
export interface TextKind {
  /** The commonest name, lower case. */
  readonly name: string;
  readonly trade: 'clinical' | 'legal' | 'general';
  /** What else it is called. */
  readonly names: readonly string[];
  readonly example: {
    /** Pairs of a name and a value. */
    readonly facts: readonly (readonly string[])[];
    /** What it wrote about them. */
    readonly text: string;
  };
}

/** One measured share of 0 to 1. */
export interface WriterFigure {
  readonly id: string;
  readonly label: string;
  /** What is counted, in plain words. */
  readonly meaning: string;
  /** As the app uses it; absent when it was not measured so. */
  readonly withGrammar?: number;
  /** Left to itself; absent when it was not measured so. */
  readonly withoutGrammar?: number;
  /** What is asked of the weights that ship, one or the other; absent where nothing is. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One round of training: texts were asked for, and what passed the checks joined the next round's corpus. */
export interface WriterRound {
  readonly round: number;
  readonly tasks: number;
  /** Share of 0 to 1 that passed at the first try. */
  readonly accepted: number;
  /** Share of them that passed, and tell a fact in the words of another: not learned from. */
  readonly misplaced: number;
  /** On held-out texts, nats per token. */
  readonly loss: number;
}

/**
 * What a writer says about itself: the form of `public/writer/card.json`, which training makes beside the weights.
 * The app shows its sentences as they are.
 */
export interface WriterCard {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly parameters: number;
  readonly layers: number;
  /** Tokens. */
  readonly contextLength: number;
  /** How many different tokens it knows. */
  readonly vocabulary: number;
  /** What it is. */
  readonly summary: string;
  readonly trainedOn: string;
  readonly trainedHow: string;
  /** How the corpus it learned from is made again; absent where it cannot be. */
  readonly corpus?: { readonly seed: number; readonly examples: number };
  /** Texts seen in training. */
  readonly examples: number;
  readonly trainedTokens: number;
  /** Why it can hold no personal data. */
  readonly privacy: string;
  /** What it cannot do or does badly, a sentence each. */
  readonly cannot: readonly string[];
  readonly licence: string;
  /** On what and how the figures were measured. */
  readonly measured: string;
  readonly figures: readonly WriterFigure[];
  /** Empty where training had no rounds. */
  readonly curve: readonly WriterRound[];
  /** Grouped by trade, the commonest first. */
  readonly kinds: readonly TextKind[];
}
