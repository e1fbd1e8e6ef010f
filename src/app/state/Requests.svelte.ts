/** Every request this page has made, counted by host. `blob:` and `data:` never leave the page and are left out. */
export class Requests {
  byHost = $state.raw<ReadonlyMap<string, number>>(new Map([[location.host, 1]]));

  constructor() {
    if (typeof PerformanceObserver === 'undefined') return;
    performance.setResourceTimingBufferSize?.(5_000);
    new PerformanceObserver((list) => this.#count(list.getEntries())).observe({
      type: 'resource',
      buffered: true,
    });
  }

  get otherHosts(): number {
    let count = 0;
    for (const [host, requests] of this.byHost) if (host !== location.host) count += requests;
    return count;
  }

  #count(entries: readonly PerformanceEntry[]): void {
    const next = new Map(this.byHost);
    for (const { name } of entries) {
      const url = new URL(name, location.href);
      if (url.protocol === 'blob:' || url.protocol === 'data:') continue;
      next.set(url.host, (next.get(url.host) ?? 0) + 1);
    }
    this.byHost = next;
  }
}
