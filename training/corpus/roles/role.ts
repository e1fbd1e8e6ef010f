/**
 * A meaning a fact may have: what its column may be called, what may stand there, and how it is told when no
 * sentence of the kind tells it. The marks of templates are in ../README.md.
 */
export interface Role {
  /** Readable names of the column, lower case. */
  readonly names: readonly string[];
  /** Templates of values: `[a|b]`, `<list>` words, `#1..9` numbers. */
  readonly values: readonly string[];
  /** Whole clauses without a full stop. */
  readonly say: readonly string[];
  /** Noun phrases that can stand in a list. */
  readonly bits?: readonly string[];
  /** Telegraphic. */
  readonly short: readonly string[];
  /** Clauses for a value that is a yes, a no, or says that there is nothing; `{name}` is the fact's name. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  readonly none?: readonly string[];
  /** Facts of one group may be told as one list: `{*vital}`. */
  readonly group?: string;
  /** Any text may stand there, so a part of the values is random. */
  readonly free?: boolean;
}

export type Roles = Readonly<Record<string, Role>>;
