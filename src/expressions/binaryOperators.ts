import { equalValues } from './equalValues';
import { isList, memberOf, type Value } from './Value';

type Binary = (a: Value, b: Value) => Value;

function arithmetic(apply: (a: number, b: number) => number): Binary {
  return (a, b) => (typeof a === 'number' && typeof b === 'number' ? finite(apply(a, b)) : null);
}

/** Numbers with numbers, texts (and so dates) with texts, booleans with booleans. */
function comparison(holds: (a: number | string | boolean, b: number | string | boolean) => boolean): Binary {
  return (a, b) => {
    if (typeof a !== typeof b || typeof a === 'object' || typeof b === 'object') return null;
    return holds(a, b);
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return finite(a + b);
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (isList(a) && isList(b)) return [...a, ...b];
  return null;
}

function contains(a: Value, b: Value): Value {
  if (isList(b)) return b.some((item) => equalValues(a, item));
  if (typeof a !== 'string') return null;
  if (typeof b === 'string') return b.includes(a);
  return typeof b === 'object' ? memberOf(b, a) !== null : null;
}

/** Operators over two values that are not null; null is a type error. */
export const binaryOperators: Readonly<Record<string, Binary>> = {
  '+': add,
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
  '<': comparison((a, b) => a < b),
  '<=': comparison((a, b) => a <= b),
  '>': comparison((a, b) => a > b),
  '>=': comparison((a, b) => a >= b),
  '==': equalValues,
  '!=': (a, b) => !equalValues(a, b),
  in: contains,
};
