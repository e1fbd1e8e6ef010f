import './styles/styles';
import { mount } from 'svelte';
import type { Bridge } from '../bridge/Bridge';
import type { Store } from '../storage/Store';
import App from './App.svelte';

export interface AppOptions {
  readonly target: HTMLElement;
  readonly bridge: Bridge;
  /** Null where the browser keeps nothing for this page: the app then opens without saving. */
  readonly store: Store | null;
}

export function createApp({ target, bridge, store }: AppOptions): void {
  mount(App, { target, props: { bridge, store } });
}
