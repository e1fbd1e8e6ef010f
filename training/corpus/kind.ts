/** One kind of text: what it is called, which facts it tends to carry and how it is written. */
export interface Kind {
  /** What users call it, the commonest first, lower case. */
  readonly names: readonly string[];
  readonly trade: 'clinical' | 'legal' | 'general';
  /** Noun for the person the text is about; absent when it is about no person. */
  readonly person?: string;
  /** A title or a subject line: one phrase, no full stop. */
  readonly heading?: boolean;
  /** Roles of its facts in the order a text tells them, with how often a recipe has them: 1 seldom to 5 nearly always. */
  readonly roles: Readonly<Record<string, number>>;
  readonly plain: Wording;
  readonly telegraphic: Wording;
  readonly formal: Wording;
}

/** Sentence templates of one register, without the full stop; their marks are in README.md beside this. */
export interface Wording {
  /** May open a text. */
  readonly open: readonly string[];
  /** The middle, in the order in which such a text tells things; each tells a fact at least. */
  readonly tell: readonly (readonly string[])[];
  /** State no particular fact; used when there is room. */
  readonly add: readonly string[];
}

export type Register = 'plain' | 'telegraphic' | 'formal';
