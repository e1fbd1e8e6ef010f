import type { Cell, ColumnType, RowBatch } from '../dataset/RowBatch';
import { columnHeaders } from './columnHeaders';
import type { Exporter, TableSchema } from './Exporter';
import { inSchemaOrder, lineageAt, writtenPaths } from './inSchemaOrder';

export interface CsvOptions {
  readonly delimiter: 'comma' | 'semicolon' | 'tab';
  readonly bom: boolean;
  readonly dateFormat: 'yyyy-mm-dd' | 'dd/mm/yyyy' | 'mm/dd/yyyy';
  readonly guardFormulas: boolean;
  readonly header: 'label' | 'name';
  readonly lineage: boolean;
}

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** First characters that make a spreadsheet read a text as a formula; OWASP, "CSV Injection" and ASVS 5.0, 1.2.10. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** Comma-separated values after RFC 4180: CRLF after every record, quotes only round cells that need them. */
export const toCsv: Exporter<CsvOptions> = {
  id: 'csv',
  label: 'CSV',
  summary: 'One line a record, for Excel, REDCap, R and most other programs.',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  defaults: {
    delimiter: 'comma',
    bom: false,
    dateFormat: 'yyyy-mm-dd',
    guardFormulas: true,
    header: 'label',
    lineage: false,
  },
  controls: [
    {
      key: 'delimiter',
      label: 'Between cells',
      help: 'Excel in many European countries expects a semicolon.',
      control: { kind: 'choice', choices: ['comma', 'semicolon', 'tab'] },
      main: true,
    },
    {
      key: 'dateFormat',
      label: 'Dates',
      control: { kind: 'choice', choices: ['yyyy-mm-dd', 'dd/mm/yyyy', 'mm/dd/yyyy'] },
      main: true,
    },
    {
      key: 'header',
      label: 'First line',
      help: 'The label of each field where it has one, or always its name.',
      control: { kind: 'choice', choices: ['label', 'name'] },
      main: true,
    },
    {
      key: 'bom',
      label: 'Mark as UTF-8 for Excel',
      help: 'Excel then shows accents and other scripts right. Other programs may show three odd characters.',
      control: { kind: 'toggle' },
      main: true,
    },
    {
      key: 'guardFormulas',
      label: 'Guard against formulas',
      help: "Puts ' before a text that starts with =, +, - or @, so that no spreadsheet runs it. Numbers are left alone.",
      control: { kind: 'toggle' },
    },
    {
      key: 'lineage',
      label: 'How each text was made',
      help: 'Adds the verdict, the number of attempts and the writer of every written cell as further columns.',
      control: { kind: 'toggle' },
    },
  ],

  async *write(rows, schema, options) {
    const encoder = new TextEncoder();
    const line = lineWriter(schema.columns.length, options);
    const written = options.lineage ? writtenPaths(schema) : [];
    const headers = [
      ...columnHeaders(schema, options.header),
      ...written.flatMap((path) => [`${path}__verdict`, `${path}__attempts`, `${path}__model`]),
    ];
    yield encoder.encode(
      (options.bom ? '\ufeff' : '') + line(headers.map((header) => textCell(header, options))),
    );
    const formats = schema.columns.map(({ type }) => formatFor(type, options));
    for await (const batch of rows) {
      yield encoder.encode(linesOf(batch, schema, formats, written, options, line));
    }
  },
};

type Format = (cell: Cell) => string;

function linesOf(
  batch: RowBatch,
  schema: TableSchema,
  formats: readonly Format[],
  written: readonly string[],
  options: CsvOptions,
  line: (cells: string[]) => string,
): string {
  const columns = inSchemaOrder(batch, schema);
  let lines = '';
  for (let row = 0; row < batch.rowCount; row++) {
    const cells = formats.map((format, at) => format(columns[at]?.[row] ?? null));
    for (const path of written) {
      const lineage = lineageAt(batch, path, row);
      if (lineage === undefined) cells.push('', '', '');
      else cells.push(lineage.verdict, String(lineage.attempts.length), textCell(lineage.model, options));
    }
    lines += line(cells);
  }
  return lines;
}

function lineWriter(columnCount: number, options: CsvOptions): (cells: string[]) => string {
  const delimiter = delimiters[options.delimiter];
  // An empty line would be skipped by readers, so the only cell of a line is always visible.
  return (cells) =>
    (columnCount === 1 && cells.length === 1 ? (cells[0] ?? '') || '""' : cells.join(delimiter)) + '\r\n';
}

function formatFor(type: ColumnType, options: CsvOptions): Format {
  const dated = (type === 'date' || type === 'datetime') && options.dateFormat !== 'yyyy-mm-dd';
  return (cell) => {
    if (cell === null) return '';
    if (typeof cell !== 'string') return String(cell === 0 ? 0 : cell);
    return textCell(dated ? dateIn(cell, options.dateFormat) : cell, options);
  };
}

function textCell(text: string, options: CsvOptions): string {
  // Empty text is told from a missing cell by its quotes.
  if (text === '') return '""';
  const guarded = options.guardFormulas && formulaStart.test(text) ? `'${text}` : text;
  const quoted = guarded.includes(delimiters[options.delimiter]) || /["\r\n]/.test(guarded);
  return quoted ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** `2025-01-31T14:05:00` as `31/01/2025 14:05:00`; anything that is not a date is left as it is. */
function dateIn(text: string, format: CsvOptions['dateFormat']): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$/.exec(text);
  if (parts === null) return text;
  const [, year = '', month = '', day = '', time] = parts;
  const date = format === 'dd/mm/yyyy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
  return time === undefined ? date : `${date} ${time}`;
}
