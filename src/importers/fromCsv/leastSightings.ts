/**
 * A value enters a recipe only when at least this many records have it: the size below which public health
 * tables are suppressed (cell size policy of the US Centers for Medicare & Medicaid Services).
 */
export const leastSightings = 11;
