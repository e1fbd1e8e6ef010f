import type { Cell, ColumnType, RecordView } from '../../src/dataset/RowBatch';
import type { DrawContext, ReviewContext, RowBounds } from '../../src/fields/FieldType';
import { streamFor } from '../../src/random/streamFor';

/** A record of the table that field tests draw into, by row; some of its cells are missing. */
export function recordAt(row: number): RecordView {
  const missing = row % 11 === 10;
  return {
    flag: row % 3 === 0,
    kind: ['chest pain', 'fall', 'cough'][row % 3] as string,
    amount: missing ? null : (row % 40) + 0.5,
    day: missing ? null : `2024-02-${String(20 + (row % 10)).padStart(2, '0')}`,
    moment: `2024-12-31T23:${String(row % 60).padStart(2, '0')}:00`,
    clock: '08:30:00',
    patient: { name: `Ada ${row}`, sex: row % 2 === 0 ? 'female' : 'male', birth_date: '1980-05-06' },
  };
}

export const recordTypes: Readonly<Record<string, ColumnType>> = {
  flag: 'boolean',
  kind: 'text',
  amount: 'number',
  day: 'date',
  moment: 'datetime',
  clock: 'time',
  'patient.name': 'text',
  'patient.sex': 'text',
  'patient.birth_date': 'date',
};

export const today = '2026-02-28';

export interface ContextChanges {
  readonly seed?: number;
  readonly rowCount?: number;
  readonly record?: (row: number) => RecordView;
  readonly bounds?: (row: number) => RowBounds | undefined;
}

export function drawContext(rows: readonly number[], changes: ContextChanges = {}): DrawContext {
  const { seed = 1, rowCount = 100, record = recordAt, bounds } = changes;
  return {
    rows,
    rowCount,
    stream: streamFor(seed, 'visit', 'field'),
    today,
    record: (index) => record(rows[index] as number),
    bounds: (index) => bounds?.(rows[index] as number),
    typeOf: (path) => recordTypes[path],
    parents: {
      parentOf: (row) => (row % 7 === 6 ? null : Math.floor(row / 3)),
      keyOf: (parent): Cell => `P-${parent}`,
    },
  };
}

export function reviewContext(changes: Partial<ReviewContext> = {}): ReviewContext {
  return {
    at: 'visit.fields.it',
    rowCount: 100,
    typeOf: (path) => recordTypes[path],
    paths: Object.keys(recordTypes),
    keys: ['client.client_id'],
    ...changes,
  };
}

/** The record, but anything that `needs` did not name throws when it is read. */
export function onlyNeeded(record: RecordView, needs: readonly string[], path = ''): RecordView {
  const allowed = (key: string | symbol): boolean => {
    if (typeof key === 'symbol') return true;
    const whole = path === '' ? key : `${path}.${key}`;
    const named = needs.some(
      (need) => need === whole || need.startsWith(`${whole}.`) || whole.startsWith(`${need}.`),
    );
    if (!named) throw new Error(`read ${whole}, which needs() does not name`);
    return true;
  };
  return new Proxy(record, {
    get(target, key) {
      allowed(key);
      const value = Reflect.get(target, key) as Cell | RecordView | undefined;
      if (value === null || typeof value !== 'object') return value;
      return onlyNeeded(value, needs, path === '' ? String(key) : `${path}.${String(key)}`);
    },
    has: (target, key) => allowed(key) && Reflect.has(target, key),
    getOwnPropertyDescriptor(target, key) {
      const whole = path === '' ? String(key) : `${path}.${String(key)}`;
      const named = needs.some((need) => need === whole || need.startsWith(`${whole}.`));
      return named ? Reflect.getOwnPropertyDescriptor(target, key) : undefined;
    },
  });
}
