/** What an expression computes with. Dates are ISO strings; there is one kind of number, the double. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** What an evaluation reads. `locals` holds the variables of macros, by slot. */
export interface Scope {
  record: { readonly [name: string]: Value };
  today: string;
  readonly locals: Value[];
}

/** One node of an expression, ready to run. */
export type Step = (scope: Scope) => Value;

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A member of a record or map; null when there is none. */
export function memberOf(holder: Value, name: string): Value {
  if (holder === null || typeof holder !== 'object' || isList(holder)) return null;
  return Object.hasOwn(holder, name) ? (holder[name] ?? null) : null;
}
