import { fromOrdinal, type OrderedType } from './ordinal';

/** Bins with edges a person would choose. Bin `k` is [edge k, edge k + 1). */
export interface Bins {
  readonly edges: readonly number[];
  readonly labels: readonly string[];
}

const mostBins = 24;
const minute = 60;
const hour = 3600;
const day = 86_400;

/** At most 24 bins that cover [minimum, maximum], in the units of `toOrdinal`. */
export function binsFor(type: OrderedType, minimum: number, maximum: number): Bins {
  switch (type) {
    case 'integer':
    case 'number':
      return numberBins(type, minimum, maximum);
    case 'time':
      return evenBins(minimum, maximum, [minute, 300, 900, 1800, hour], (at) =>
        String(fromOrdinal(at, 'time')).slice(0, 5),
      );
    case 'date':
      return dateBins(minimum, maximum, 1);
    case 'datetime':
      return maximum - minimum <= 2 * day ? hourBins(minimum, maximum) : dateBins(minimum, maximum, day);
  }
}

function numberBins(type: 'integer' | 'number', minimum: number, maximum: number): Bins {
  const least = (maximum - minimum) / 20;
  if (type === 'integer' && least < 1) return evenBins(minimum, maximum, [1], (at) => format(at, 1));
  if (least === 0) return { edges: [minimum, Infinity], labels: [format(minimum, 0)] };
  const power = 10 ** Math.floor(Math.log10(least));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= least * (1 - 1e-9)) ?? 10 * power;
  const label = (at: number): string => {
    const end = type === 'integer' ? at + step - 1 : at + step;
    return end === at ? format(at, step) : `${format(at, step)} to ${format(end, step)}`;
  };
  return evenBins(minimum, maximum, [step], label);
}

/** The smallest of the steps that needs at most 24 bins, edges at its multiples. */
function evenBins(
  minimum: number,
  maximum: number,
  steps: readonly number[],
  label: (at: number) => string,
): Bins {
  const countOf = (step: number): number => Math.floor(maximum / step) - Math.floor(minimum / step) + 1;
  const step = steps.find((one) => countOf(one) <= mostBins) ?? steps.at(-1) ?? 1;
  const first = Math.floor(minimum / step);
  const edges = Array.from({ length: countOf(step) + 1 }, (_, k) => (first + k) * step);
  return { edges, labels: edges.slice(0, -1).map(label) };
}

function hourBins(minimum: number, maximum: number): Bins {
  return evenBins(minimum, maximum, [minute, 300, 900, hour, 2 * hour, 4 * hour], (at) =>
    String(fromOrdinal(at, 'datetime')).slice(0, 16).replace('T', ' '),
  );
}

/** By days and weeks, then by calendar months and years; `unit` is how many ordinals make a day. */
function dateBins(minimum: number, maximum: number, unit: number): Bins {
  const days = (maximum - minimum) / unit + 1;
  if (days <= mostBins) return dayBins(minimum, maximum, unit, 1);
  if (days <= 7 * (mostBins - 1)) return dayBins(minimum, maximum, unit, 7);
  const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
  const first = monthOf(minimum / unit);
  const last = monthOf(maximum / unit);
  const step = months.find((one) => Math.floor(last / one) - Math.floor(first / one) < mostBins) ?? 1200;
  const start = Math.floor(first / step) * step;
  const count = Math.floor(last / step) - Math.floor(first / step) + 1;
  const starts = Array.from({ length: count + 1 }, (_, k) => start + k * step);
  return {
    edges: starts.map((month) => (Date.UTC(Math.floor(month / 12), month % 12) / 86_400_000) * unit),
    labels: starts.slice(0, -1).map((month) => monthLabel(month, step)),
  };
}

function dayBins(minimum: number, maximum: number, unit: number, step: number): Bins {
  // Day 4 was a Monday: weeks start there.
  const shift = step === 7 ? 4 : 0;
  const dayNumber = (at: number): number => Math.floor((at / unit - shift) / step) * step + shift;
  const count = (dayNumber(maximum) - dayNumber(minimum)) / step + 1;
  const edges = Array.from({ length: count + 1 }, (_, k) => (dayNumber(minimum) + k * step) * unit);
  const label = (at: number): string => String(fromOrdinal(at / unit, 'date'));
  return { edges, labels: edges.slice(0, -1).map((at) => (step === 7 ? `week of ${label(at)}` : label(at))) };
}

function monthOf(dayNumber: number): number {
  const date = new Date(Math.floor(dayNumber) * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthLabel(month: number, step: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  const named = (one: number): string => `${year}-${String((one % 12) + 1).padStart(2, '0')}`;
  if (step === 1) return named(month);
  if (step < 12) return `${named(month)} to ${named(month + step - 1).slice(5)}`;
  return step === 12 ? year : `${year} to ${String(Math.floor(month / 12) + step / 12 - 1)}`;
}

/** As many decimals as the step has: multiples of 0.1 are not exact. */
function format(value: number, step: number): string {
  const decimals = step > 0 && step < 1 ? Math.min(12, Math.ceil(-Math.log10(step) - 1e-9)) : 0;
  const rounded =
    step === 0 || (step >= 1 && !Number.isInteger(value)) ? value : Number(value.toFixed(decimals));
  return rounded.toLocaleString('en', { maximumFractionDigits: 12 });
}
