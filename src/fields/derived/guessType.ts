import type { ColumnType, FieldPath } from '../../dataset/RowBatch';

const byFunction: Readonly<Record<string, ColumnType>> = {
  years_between: 'integer',
  months_between: 'integer',
  days_between: 'integer',
  add_days: 'date',
  add_months: 'date',
  floor: 'integer',
  ceil: 'integer',
  int: 'integer',
  size: 'integer',
  bool: 'boolean',
  text: 'text',
  string: 'text',
  lower: 'text',
  upper: 'text',
  trim: 'text',
};

/**
 * The type of a formula's result as far as its outermost form tells: a comparison is a boolean, a call has its
 * function's type, a quoted text is text, another field alone has that field's type. A number where nothing tells.
 */
export function guessType(formula: string, typeOf?: (path: FieldPath) => ColumnType | undefined): ColumnType {
  const copied = typeOf?.(formula.trim());
  if (copied !== undefined) return copied;
  const source = withoutOuterBrackets(
    formula
      .replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '""')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const depth = depths(source);
  const outer = [...source].map((mark, index) => (depth[index] === 0 ? mark : '\u0000')).join('');
  const question = outer.indexOf('?');
  if (question >= 0) {
    const colon = outer.indexOf(':', question);
    return guessType(source.slice(question + 1, colon < 0 ? undefined : colon), typeOf);
  }
  if (/[=!<>]=|[<>]|&&|\|\||\bin\b|^!|^(true|false)$/.test(outer)) return 'boolean';
  if (/\.(contains|startsWith|endsWith|matches)\(\u0000*\)$/.test(outer)) return 'boolean';
  if (outer.includes('""')) return 'text';
  const call = /^([a-z_]+)\(\u0000*\)$/.exec(outer);
  if (call?.[1] === 'round' && !source.includes(',')) return 'integer';
  return byFunction[call?.[1] ?? ''] ?? 'number';
}

/** How many brackets stand open round each character, the brackets themselves counted as outside. */
function depths(source: string): number[] {
  let open = 0;
  return [...source].map((mark) => {
    if (mark === ')' || mark === ']') open--;
    const here = open;
    if (mark === '(' || mark === '[') open++;
    return here;
  });
}

function withoutOuterBrackets(source: string): string {
  if (!source.startsWith('(') || !source.endsWith(')')) return source;
  const firstClosed = depths(source).findIndex((depth, index) => index > 0 && depth === 0);
  return firstClosed === source.length - 1 ? withoutOuterBrackets(source.slice(1, -1).trim()) : source;
}
