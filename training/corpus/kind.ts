/** One kind of text: which facts it tends to carry, how it opens and what may be added when there is room. */
export interface Kind {
  readonly names: readonly string[];
  readonly noun: 'patient' | 'client' | 'person';
  readonly facts: readonly string[];
  /** `@W` introduces the person with age, sex and name when those facts are given. */
  readonly open: readonly string[];
  readonly openShort: readonly string[];
  readonly openFormal: readonly string[];
  readonly fill: readonly string[];
  readonly fillShort: readonly string[];
}
