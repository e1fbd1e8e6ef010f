import type { Cell, Column, ColumnType, RowBatch } from '../../../src/dataset/RowBatch';

type Draw = (uniform: () => number, row: number) => Cell;

const first = ['Ada', 'Noor', 'Mia', 'Liam', 'Zoe', 'Omar', 'Ines', 'Kofi', 'Jun', 'Eva', 'Sami', 'Tom'];
const last = ['Abel', 'Berg', 'Costa', 'Diaz', 'Evans', 'Fox', 'Gray', 'Haas', 'Ito', 'Jones', 'Khan', 'Low'];
const complaints = ['chest pain', 'fall', 'shortness of breath', 'headache', 'abdominal pain', 'fever'];

const pick =
  (values: readonly string[]): Draw =>
  (uniform) =>
    values[Math.floor(uniform() * values.length)] ?? null;
const decimals = (scale: number, top: number) => (uniform: () => number) =>
  Math.round(uniform() * top * scale) / scale;
const two = (value: number): string => String(value).padStart(2, '0');
const date: Draw = (uniform) =>
  `${String(1935 + Math.floor(uniform() * 90))}-${two(1 + Math.floor(uniform() * 12))}-${two(1 + Math.floor(uniform() * 28))}`;
const time: Draw = (uniform) =>
  `${two(Math.floor(uniform() * 24))}:${two(Math.floor(uniform() * 60))}:${two(Math.floor(uniform() * 60))}`;
const name: Draw = (uniform, row) =>
  `${String(pick(first)(uniform, row))} ${String(pick(last)(uniform, row))}`;
const missing =
  (share: number, draw: Draw): Draw =>
  (uniform, row) =>
    uniform() < share ? null : draw(uniform, row);

/** Twenty columns of the kinds that recipes sample. */
const columns: readonly (readonly [path: string, type: ColumnType, draw: Draw])[] = [
  ['visit_id', 'text', (_, row) => `SYN-${String(row).padStart(8, '0')}`],
  ['patient.name', 'text', name],
  ['patient.sex', 'text', pick(['female', 'male'])],
  ['patient.birth_date', 'date', date],
  [
    'patient.email',
    'text',
    (uniform, row) => `${String(pick(last)(uniform, row)).toLowerCase()}${String(row)}@example.com`,
  ],
  ['patient.phone', 'text', (uniform) => `555-01${two(Math.floor(uniform() * 100))}`],
  ['arrived', 'datetime', (uniform, row) => `${String(date(uniform, row))}T${String(time(uniform, row))}`],
  ['seen', 'time', time],
  ['complaint', 'text', pick(complaints)],
  ['acuity', 'integer', (uniform) => 1 + Math.floor(uniform() * 5)],
  ['pulse', 'integer', decimals(1, 200)],
  ['temperature', 'number', decimals(10, 42)],
  ['saturation', 'integer', missing(0.1, decimals(1, 100))],
  ['weight', 'number', missing(0.4, decimals(10, 150))],
  ['charge', 'number', decimals(100, 5000)],
  ['admitted', 'boolean', (uniform) => uniform() < 0.3],
  ['left', 'date', missing(0.7, date)],
  ['ward', 'text', missing(0.7, pick(['A1', 'A2', 'B1', 'B2', 'C3']))],
  ['reviewed', 'boolean', (uniform) => uniform() < 0.5],
  ['score', 'number', (uniform) => uniform()],
];

/** The whole table, the same on every call; numbers from a small linear congruential generator. */
export function makeTable(rowCount: number): Column[] {
  let state = 20_261_120;
  const uniform = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return columns.map(([path, type, draw]) => ({
    path,
    type,
    cells: Array.from({ length: rowCount }, (_, row) => draw(uniform, row)),
  }));
}

export function cutBatches(table: readonly Column[], rowCount: number, size: number): RowBatch[] {
  return Array.from({ length: Math.ceil(rowCount / size) }, (_, at) => {
    const start = at * size;
    const end = Math.min(rowCount, start + size);
    const cut = table.map((column) => ({ ...column, cells: column.cells.slice(start, end) }));
    return { table: 'visit', start, rowCount: end - start, columns: cut, lineage: {} };
  });
}

export function toRecords(table: readonly Column[], rowCount: number): Record<string, Cell>[] {
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(table.map(({ path, cells }) => [path, cells[row] ?? null])),
  );
}
