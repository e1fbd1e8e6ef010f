import { addDays, addMonths, daysBetween, hoursBetween } from './dateFunctions';
import { minutesBetween, monthsBetween, yearsBetween } from './dateFunctions';
import { isList, type Value } from './Value';

export interface CelFunction {
  /** Fewest and most arguments; for a method the receiver is one of them. */
  readonly takes: readonly [number, number];
  /** Called with null arguments too; others give null at once. */
  readonly nulls?: true;
  readonly call: (...values: Value[]) => Value;
}

/** Half away from zero, on the decimal number the user sees: 1.005 to two decimals is 1.01. */
function roundTo(value: Value, decimals: Value = 0): number | null {
  if (typeof value !== 'number' || typeof decimals !== 'number') return null;
  const scale = 10 ** Math.min(15, Math.max(-15, Math.trunc(decimals)));
  const scaled = Math.abs(value) * scale;
  if (scaled >= 2 ** 52) return value;
  const rounded = Math.round(scaled * (1 + Number.EPSILON)) / scale;
  return value < 0 ? 0 - rounded : rounded;
}

export function sizeOf(value: Value): number | null {
  if (typeof value === 'string') return [...value].length;
  if (isList(value)) return value.length;
  return value !== null && typeof value === 'object' ? Object.keys(value).length : null;
}

function toNumber(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string' || !/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)) return null;
  return Number(value);
}

function toText(value: Value): string | null {
  return value === null || typeof value === 'object' ? null : String(value);
}

function toBoolean(value: Value): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : null;
}

function onNumber(apply: (value: number) => number): CelFunction {
  return { takes: [1, 1], call: (value) => (typeof value === 'number' ? apply(value) : null) };
}

function onText(apply: (value: string) => string): CelFunction {
  return { takes: [1, 1], call: (value) => (typeof value === 'string' ? apply(value) : null) };
}

/** Over its arguments or over one list, numbers or texts; null among them gives null. */
function extreme(better: (a: number | string, b: number | string) => boolean): CelFunction {
  return {
    takes: [1, 32],
    call: (...values) => {
      const items =
        values.length === 1 && isList(values[0] as Value) ? (values[0] as readonly Value[]) : values;
      let best: number | string | null = null;
      for (const item of items) {
        if (typeof item !== 'number' && typeof item !== 'string') return null;
        if (best !== null && typeof best !== typeof item) return null;
        if (best === null || better(item, best)) best = item;
      }
      return best;
    },
  };
}

const two = (call: (a: Value, b: Value) => Value): CelFunction => ({
  takes: [2, 2],
  call: call as CelFunction['call'],
});
const one = (call: (value: Value) => Value): CelFunction => ({
  takes: [1, 1],
  call: call as CelFunction['call'],
});

/** Everything an expression can call by name. */
export const functions: Readonly<Record<string, CelFunction>> = {
  years_between: two(yearsBetween),
  months_between: two(monthsBetween),
  days_between: two(daysBetween),
  hours_between: two(hoursBetween),
  minutes_between: two(minutesBetween),
  add_days: two(addDays),
  add_months: two(addMonths),
  round: { takes: [1, 2], call: roundTo as CelFunction['call'] },
  floor: onNumber(Math.floor),
  ceil: onNumber(Math.ceil),
  abs: onNumber(Math.abs),
  sqrt: onNumber((value) => Math.sqrt(value)),
  min: extreme((a, b) => a < b),
  max: extreme((a, b) => a > b),
  lower: onText((value) => value.toLowerCase()),
  upper: onText((value) => value.toUpperCase()),
  trim: onText((value) => value.trim()),
  text: one(toText),
  string: one(toText),
  number: one(toNumber),
  double: one(toNumber),
  int: one((value) => {
    const number = toNumber(value);
    return number === null ? null : Math.trunc(number);
  }),
  bool: one(toBoolean),
  dyn: one((value) => value),
  size: one(sizeOf),
  coalesce: {
    takes: [1, 32],
    nulls: true,
    call: (...values) => values.find((value) => value !== null) ?? null,
  },
};
