/** What a field waits for: first `must`, then `may`, which is dropped where it would close a circle. */
export interface Waits {
  readonly must: readonly string[];
  readonly may: readonly string[];
}

/**
 * Field names so that each comes after what it waits for; otherwise in the order given. `must` has no
 * circle: reading the recipe refused it. Returns also the `may` edges that were kept, as `field>before`.
 */
export function orderFields(waits: ReadonlyMap<string, Waits>): { order: string[]; kept: Set<string> } {
  const after = new Map<string, Set<string>>();
  for (const [name, { must }] of waits) after.set(name, new Set(must.filter((other) => other !== name)));
  const kept = new Set<string>();
  for (const [name, { may }] of waits) {
    for (const other of may) {
      if (other === name || reaches(after, other, name)) continue;
      after.get(name)?.add(other);
      kept.add(`${name}>${other}`);
    }
  }
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const other of after.get(name) ?? []) visit(other);
    order.push(name);
  };
  for (const name of waits.keys()) visit(name);
  return { order, kept };
}

/** Whether `from` waits, directly or not, for `target`. */
export function reaches(
  after: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  target: string,
): boolean {
  const stack = [from];
  const seen = new Set<string>();
  for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
    if (name === target) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    stack.push(...(after.get(name) ?? []));
  }
  return false;
}
