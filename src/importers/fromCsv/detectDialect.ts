import Papa from 'papaparse';

export interface Dialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly quote: '"' | "'";
  readonly newline: '\n' | '\r';
}

const delimiters = [',', '\t', ';', '|'] as const;

/**
 * The delimiter that cuts the first lines into the most regular rows: the share of rows with the most
 * frequent number of cells, then that number. A file that none of them cuts has one column.
 */
export function detectDialect(start: string): Dialect {
  const newline = start.includes('\n') || !start.includes('\r') ? '\n' : '\r';
  const quote = usesSingleQuotes(start) ? "'" : '"';
  let best: Dialect = { delimiter: ',', quote, newline };
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = regularity(rowsOf(start, { delimiter, quote, newline }));
    if (score > bestScore) {
      bestScore = score;
      best = { delimiter, quote, newline };
    }
  }
  return best;
}

function rowsOf(start: string, dialect: Dialect): string[][] {
  const rows = parserFor(dialect).parse(start, 0, false).data as string[][];
  const filled = rows.filter((row) => row.length > 1 || row[0]?.trim() !== '').slice(0, 200);
  return filled.length > 2 ? filled.slice(0, -1) : filled;
}

function regularity(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let score = 0;
  for (const [cells, seen] of counts) {
    if (cells > 1) score = Math.max(score, (seen / rows.length) ** 2 * (1 + Math.log2(cells)));
  }
  return score;
}

/** `'a','b'` in most of the lines, and no double quote next to a separator. */
function usesSingleQuotes(start: string): boolean {
  const single = start.match(/(^|[,;\t|])'[^'\n\r]*'(?=[,;\t|\r\n]|$)/gm)?.length ?? 0;
  const double = start.match(/(^|[,;\t|])"/gm)?.length ?? 0;
  return double === 0 && single > (start.match(/\n/g)?.length ?? 0) / 2 && single > 1;
}

export function parserFor({ delimiter, quote, newline }: Dialect): Papa.Parser {
  return new Papa.Parser({ delimiter, quoteChar: quote, escapeChar: quote, newline });
}
