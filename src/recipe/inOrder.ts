/**
 * Names so that each comes after those it waits for, otherwise in the order given. Waits that would close
 * a circle are dropped; `circlesIn` finds them.
 */
export function inOrder(waits: ReadonlyMap<string, readonly string[]>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !waits.has(name)) return;
    seen.add(name);
    for (const other of waits.get(name) ?? []) visit(other);
    order.push(name);
  };
  for (const name of waits.keys()) visit(name);
  return order;
}

/** Each circle once, as the names in the order in which they wait: `[a, b]` means a needs b, b needs a. */
export function circlesIn(waits: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: string[]): void => {
    const from = trail.indexOf(name);
    if (from >= 0) circles.push(trail.slice(from));
    if (from >= 0 || done.has(name)) return;
    for (const other of waits.get(name) ?? []) if (waits.has(other)) visit(other, [...trail, name]);
    done.add(name);
  };
  for (const name of waits.keys()) visit(name, []);
  return circles;
}
