import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

const spare = 12;

/** Which rows of a scrolled element are in sight, for rows of one height. */
export class VirtualRows {
  items = $state.raw<readonly VirtualItem[]>([]);
  height = $state(0);
  #virtualizer: Virtualizer<HTMLElement, HTMLElement> | undefined;

  /** Follows the element until it goes; to be called as an attachment. */
  attach(element: HTMLElement, rows: () => number, rowHeight: number): () => void {
    const options = (count: number): VirtualizerOptions<HTMLElement, HTMLElement> => ({
      count,
      getScrollElement: () => element,
      estimateSize: () => rowHeight,
      overscan: spare,
      scrollPaddingStart: rowHeight,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#show(),
    });
    const virtualizer = new Virtualizer(options(untrack(rows)));
    this.#virtualizer = virtualizer;
    const unmount = virtualizer._didMount();
    virtualizer._willUpdate();
    $effect(() => {
      virtualizer.setOptions(options(rows()));
      virtualizer._willUpdate();
      virtualizer.measure();
      untrack(() => this.#show());
    });
    return unmount;
  }

  reveal(row: number): void {
    this.#virtualizer?.scrollToIndex(row, { align: 'auto' });
  }

  #show(): void {
    if (this.#virtualizer === undefined) return;
    this.items = this.#virtualizer.getVirtualItems();
    this.height = this.#virtualizer.getTotalSize();
  }
}
