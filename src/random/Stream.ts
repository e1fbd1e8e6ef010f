/** A cursor over the random numbers of one cell. The same cell always starts at the same place. */
export interface Stream {
  /** 32 random bits as an unsigned integer. */
  uint32(): number;
  /** Uniform in the open interval (0, 1), 53 bits: never 0 or 1, so it can be put through a quantile function. */
  uniform(): number;
  /** Uniform integer in [0, bound), unbiased; `bound` at most 2^53. */
  below(bound: number): number;
}

/** The streams of one field: keyed by (seed, table, field), positioned by (row, attempt). */
export interface FieldStream {
  /** The cursor is reused: finish one row before asking for the next. */
  at(row: number): Stream;
  /** An independent stream of the same field, for a second purpose (`missing`, `shuffle`). */
  part(name: string): FieldStream;
}
