import { isList, type Scope, type Step, type Value } from './Value';

/** The items a macro walks: a list's, or the keys of a map. */
function itemsOf(value: Value): readonly Value[] | null {
  if (isList(value)) return value;
  return value !== null && typeof value === 'object' ? Object.keys(value) : null;
}

/** A macro binds `slot` to each item in turn and runs `steps` on it: a condition, or a condition and a value. */
type Macro = (
  items: readonly Value[],
  run: (step: Step, item: Value) => Value,
  steps: readonly Step[],
) => Value;

function filtered(items: readonly Value[], run: Parameters<Macro>[1], condition: Step): Value[] | null {
  const kept: Value[] = [];
  for (const item of items) {
    const held = run(condition, item);
    if (typeof held !== 'boolean') return null;
    if (held) kept.push(item);
  }
  return kept;
}

const all: Macro = (items, run, [condition]) => {
  let unknown = false;
  for (const item of items) {
    const held = run(condition!, item);
    if (held === false) return false;
    if (held !== true) unknown = true;
  }
  return unknown ? null : true;
};

const exists: Macro = (items, run, [condition]) => {
  let unknown = false;
  for (const item of items) {
    const held = run(condition!, item);
    if (held === true) return true;
    if (held !== false) unknown = true;
  }
  return unknown ? null : false;
};

const existsOne: Macro = (items, run, [condition]) => {
  const kept = filtered(items, run, condition!);
  return kept === null ? null : kept.length === 1;
};

const filter: Macro = (items, run, [condition]) => filtered(items, run, condition!);

const map: Macro = (items, run, steps) => {
  if (steps.length === 1) return items.map((item) => run(steps[0]!, item));
  const kept = filtered(items, run, steps[0]!);
  return kept === null ? null : kept.map((item) => run(steps[1]!, item));
};

/** By name, with the number of steps after the variable. */
export const macros: Readonly<Record<string, { readonly steps: readonly number[]; readonly run: Macro }>> = {
  all: { steps: [1], run: all },
  exists: { steps: [1], run: exists },
  exists_one: { steps: [1], run: existsOne },
  filter: { steps: [1], run: filter },
  map: { steps: [1, 2], run: map },
};

export function buildMacro(macro: Macro, receiver: Step, slot: number, steps: readonly Step[]): Step {
  return (scope: Scope) => {
    const items = itemsOf(receiver(scope));
    if (items === null) return null;
    const run = (step: Step, item: Value): Value => {
      scope.locals[slot] = item;
      return step(scope);
    };
    return macro(items, run, steps);
  };
}
