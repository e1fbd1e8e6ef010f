import '../styles/styles';
import { mount } from 'svelte';
import ModelsPage from './ModelsPage.svelte';
import type { ModelsOptions } from './ModelsState.svelte';

export function createModelsApp(target: HTMLElement, options: ModelsOptions): void {
  mount(ModelsPage, { target, props: { options } });
}
