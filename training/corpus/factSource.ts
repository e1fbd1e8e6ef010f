/**
 * How one fact may be named, valued and said. Templates know `[a|b]` choices, `<list>` words, `#1..9` numbers;
 * `{}` is the value, `{name}` the fact's name, `@S @P @O` the person (subject, possessive, object),
 * `@was @has @is` verbs that agree with it, `^unit^` a unit left out when the value carries its own.
 */
export interface FactSource {
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Whole clauses without a full stop. */
  readonly say: readonly string[];
  /** Noun phrases that can stand in a list. */
  readonly bits?: readonly string[];
  readonly short: readonly string[];
  readonly group?: 'vital' | 'lab';
  /** True when the value may be any text, so some are replaced by random strings. */
  readonly free?: boolean;
}

export type FactSources = Readonly<Record<string, FactSource>>;
