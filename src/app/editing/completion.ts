export interface Completion {
  /** Where the unfinished name starts. */
  readonly from: number;
  readonly typed: string;
  readonly choices: readonly string[];
}

const most = 8;

/** Paths that could finish the name before the caret; null inside a quoted text, or where nothing fits. */
export function completionAt(text: string, caret: number, paths: readonly string[]): Completion | null {
  const before = text.slice(0, caret);
  if (isQuoted(before)) return null;
  const typed = /[A-Za-z_][\w.]*$/.exec(before)?.[0] ?? '';
  if (typed === '') return null;
  const wanted = typed.toLowerCase();
  const fits = paths.filter((path) => path !== typed && path.toLowerCase().includes(wanted));
  const starts = fits.filter((path) => path.toLowerCase().startsWith(wanted));
  const choices = [...starts, ...fits.filter((path) => !starts.includes(path))].slice(0, most);
  return choices.length === 0 ? null : { from: caret - typed.length, typed, choices };
}

function isQuoted(text: string): boolean {
  let open = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (open !== '' && letter === '\\') at++;
    else if (open !== '') open = letter === open ? '' : open;
    else if (letter === '"' || letter === "'") open = letter;
  }
  return open !== '';
}
