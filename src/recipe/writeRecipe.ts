import { constraintTypeOf } from './constraintTypeOf';
import { fieldTypeOf } from './fieldTypeOf';
import type { Constraint, Field, Recipe, Table } from './Recipe';

const width = 100;

/** The document of a recipe: keys always in the same order, short lists and objects on one line. */
export function writeRecipe(recipe: Recipe): string {
  const { tables, ...head } = recipe;
  const ordered = {
    ...pick(head, ['$schema', 'cloister', 'title', 'description', 'seed', 'today']),
    tables: mapValues(tables, orderTable),
  };
  return `${print(ordered, '', 0)}\n`;
}

function orderTable({ fields, constraints, ...rest }: Table): object {
  return {
    ...pick(rest, ['label', 'rows']),
    fields: mapValues(fields, orderField),
    ...(constraints === undefined ? {} : { constraints: constraints.map(orderConstraint) }),
  };
}

function orderField(field: Field): object {
  const options = Object.keys(fieldTypeOf(field.type)?.entries ?? {});
  return pick(field, ['type', 'label', ...options, 'missing']);
}

function orderConstraint(constraint: Constraint): object {
  const options = Object.keys(constraintTypeOf(constraint.type)?.entries ?? {});
  return pick(constraint, ['type', ...options, 'hard']);
}

/** The named keys first, then whatever else there is. */
function pick(from: object, keys: readonly string[]): object {
  const entries = new Map(Object.entries(from).filter(([, value]) => value !== undefined));
  const order = [...keys.filter((key) => entries.has(key)), ...entries.keys()];
  return Object.fromEntries(order.map((key) => [key, entries.get(key)]));
}

function mapValues<Value>(from: Readonly<Record<string, Value>>, change: (value: Value) => object): object {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value)]));
}

/** `used` is what already stands on the line. */
function print(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const short = depth(value) <= 2 ? printShort(value) : undefined;
  if (short !== undefined && used + short.length <= width) return short;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((entry) => inner + print(entry, inner, inner.length))
    : Object.entries(value).map(([key, entry]) => {
        const start = `${inner}${JSON.stringify(key)}: `;
        return start + print(entry, inner, start.length);
      });
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function printShort(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printShort).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${printShort(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
