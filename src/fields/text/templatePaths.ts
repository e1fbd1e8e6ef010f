import type { FieldPath } from '../../dataset/RowBatch';

const keywords = new Set(
  (
    'if elif else endif for endfor in set endset and or not is true false none loop range macro endmacro ' +
    'defined undefined filter endfilter break continue call endcall generation endgeneration namespace'
  ).split(' '),
);

/**
 * Paths that a Jinja template reads: the dotted names inside its tags, without keywords, filters, tests, and
 * names that the template itself sets.
 */
export function templatePaths(template: string): FieldPath[] {
  const paths = new Set<FieldPath>();
  const local = new Set<string>();
  for (const tag of template.replace(/\{#[^]*?#\}/g, '').matchAll(/\{\{([^]*?)\}\}|\{%([^]*?)%\}/g)) {
    const code = (tag[1] ?? tag[2] ?? '').replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '""');
    for (const [, name] of code.matchAll(/\b(?:for|set)\s+([A-Za-z_]\w*)/g)) local.add(name as string);
    const readable = code.replace(/\|\s*\w+|\bis\s+(?:not\s+)?\w+|[A-Za-z_]\w*\s*=(?!=)/g, ' ');
    for (const [, path, call] of readable.matchAll(/(?<![\w.])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\s*\()?/g)) {
      // What is called is a function, or a method of what stands before its last dot.
      const read = call === undefined ? path : path?.slice(0, Math.max(0, path.lastIndexOf('.')));
      if (read && !keywords.has(headOf(read).toLowerCase())) paths.add(read);
    }
  }
  return [...paths].filter((path) => !local.has(headOf(path)));
}

function headOf(path: string): string {
  return path.split('.')[0] ?? '';
}
