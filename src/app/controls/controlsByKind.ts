import type { Component } from 'svelte';
import type { Control } from '../../fields/UnitCard';
import ChoiceControl from './ChoiceControl.svelte';
import type { ControlProps } from './ControlProps';
import ExpressionControl from './ExpressionControl.svelte';
import FieldControl from './FieldControl.svelte';
import FieldsControl from './FieldsControl.svelte';
import JsonControl from './JsonControl.svelte';
import ListControl from './ListControl.svelte';
import MomentControl from './MomentControl.svelte';
import NumberControl from './NumberControl.svelte';
import PromptControl from './PromptControl.svelte';
import RangeControl from './RangeControl.svelte';
import SuggestedControl from './SuggestedControl.svelte';
import TextControl from './TextControl.svelte';
import TextKindControl from './TextKindControl.svelte';
import ToggleControl from './ToggleControl.svelte';
import WeightsControl from './WeightsControl.svelte';

/** Every kind but `conditions`, which holds controls itself and is drawn by `ConditionsField`. */
export type SimpleKind = Exclude<Control['kind'], 'conditions'>;

// Each control narrows `control` to its own kind, which the key of this list guarantees.
export const controlsByKind: Readonly<Record<SimpleKind, Component<ControlProps<never>>>> = {
  text: TextControl,
  number: NumberControl,
  integer: NumberControl,
  date: MomentControl,
  datetime: MomentControl,
  time: MomentControl,
  toggle: ToggleControl,
  expression: ExpressionControl,
  prompt: PromptControl,
  json: JsonControl,
  choice: ChoiceControl,
  suggested: SuggestedControl,
  textKind: TextKindControl,
  list: ListControl,
  weights: WeightsControl,
  range: RangeControl,
  field: FieldControl,
  fields: FieldsControl,
  reference: FieldControl,
};

/** Controls of several inputs: their label is a legend. */
export const groupKinds: ReadonlySet<Control['kind']> = new Set(['weights', 'range', 'fields']);
