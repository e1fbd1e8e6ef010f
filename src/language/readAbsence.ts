/** `none`: there is none. `unknown`: nobody knows or wrote down whether there is. */
export type Absence = 'none' | 'unknown';

const NONE = /^(?:no|nil|nothing|none)(?: known| recorded| reported| noted| stated| given)?$/u;
const UNKNOWN =
  /^(?:unknown|unk|unclear|unspecified|undetermined|not (?:known|recorded|stated|given|documented|available|specified|applicable)|n\/?a|n\.\/?a|[-–—]+|\?+)$/u;

/** A value that says there is nothing to tell; undefined for any other. */
export function readAbsence(value: string): Absence | undefined {
  const words = value.trim().toLowerCase().replace(/\.$/u, '');
  if (NONE.test(words)) return 'none';
  return UNKNOWN.test(words) ? 'unknown' : undefined;
}
