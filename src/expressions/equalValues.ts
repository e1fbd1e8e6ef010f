import { isList, type Value } from './Value';

/** CEL equality: by value, and false between different kinds. */
export function equalValues(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isList(a)) {
    return (
      isList(b) && a.length === b.length && a.every((item, index) => equalValues(item, b[index] ?? null))
    );
  }
  if (isList(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && equalValues(a[name] ?? null, b[name] ?? null))
  );
}
