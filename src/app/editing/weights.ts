import { isObject } from './Draft';

export interface Weight {
  readonly name: string;
  readonly weight: number;
}

/** Rows of a weights option: an object of weights, or a list of equally likely values. */
export function weightsOf(value: unknown): Weight[] {
  if (Array.isArray(value)) return value.map((name) => ({ name: String(name), weight: 1 }));
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, weight]) => ({
    name,
    weight: typeof weight === 'number' ? weight : 1,
  }));
}

/** Nameless rows are left out, and of two with the same name the last counts. A list stays one while all weigh the same. */
export function writeWeights(rows: readonly Weight[], asList: boolean): unknown {
  const named = rows.filter(({ name }) => name !== '');
  if (asList && named.every(({ weight }) => weight === 1)) return [...new Set(named.map(({ name }) => name))];
  return Object.fromEntries(named.map(({ name, weight }) => [name, weight]));
}
