/** Cells that mean "nothing here", in lower case. "None" and "unknown" are answers, and stay. */
export const missingWords: ReadonlySet<string> = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'nil',
  '?',
  '-',
  '--',
  '.',
  'missing',
  '(null)',
  '(blank)',
  '<na>',
]);
