import type { ColumnType, FieldPath } from '../../dataset/RowBatch';

const byFunction: Readonly<Record<string, ColumnType>> = {
  years_between: 'integer',
  months_between: 'integer',
  days_between: 'integer',
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

/** Their result has the type of their first argument. */
const keepsType = new Set(['min', 'max', 'coalesce', 'abs']);

/**
 * The type of a formula's result as far as its outermost form tells: a comparison is a boolean, a call has its
 * function's type, a quoted text is text, another field alone has that field's type. A number where nothing tells.
 */
export function guessType(formula: string, typeOf?: (path: FieldPath) => ColumnType | undefined): ColumnType {
  const copied = formula.trim() === 'today' ? 'date' : typeOf?.(formula.trim());
  if (copied !== undefined) return copied;
  const source = withoutOuterBrackets(
    formula
      .replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '""')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const depth = depths(source);
  const outer = [...source].map((mark, index) => (depth[index] === 0 ? mark : ' ')).join('');
  const question = outer.indexOf('?');
  if (question >= 0) {
    const colon = outer.indexOf(':', question);
    return guessType(source.slice(question + 1, colon < 0 ? undefined : colon), typeOf);
  }
  if (/[=!<>]=|[<>]|&&|\|\||\bin\b|^!|^(true|false)$/.test(outer)) return 'boolean';
  if (/\.(contains|startsWith|endsWith|matches)\( *\)$/.test(outer)) return 'boolean';
  if (outer.includes('""')) return 'text';
  const call = /^([a-z_]+)\( *\)$/.exec(outer);
  if (keepsType.has(call?.[1] ?? '')) return guessType(firstArgument(source), typeOf);
  if (call?.[1]?.startsWith('add_')) {
    return guessType(firstArgument(source), typeOf) === 'datetime' ? 'datetime' : 'date';
  }
  if (call?.[1] === 'round' && !source.includes(',')) return 'integer';
  return byFunction[call?.[1] ?? ''] ?? 'number';
}

function firstArgument(call: string): string {
  const start = call.indexOf('(') + 1;
  const depth = depths(call);
  const end = [...call].findIndex((mark, index) => index >= start && mark === ',' && depth[index] === 1);
  return call.slice(start, end < 0 ? -1 : end).trim();
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
