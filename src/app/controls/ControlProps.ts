import type { TextKind } from '../../engines/WriterCard';
import type { Control, OptionControl } from '../../fields/UnitCard';
import type { RecipePath } from '../../recipe/pathsOf';

/** What a form knows of the recipe round the unit it edits, and of who will fill it. */
export interface FormContext {
  /** Paths that facts and expressions here may name. */
  readonly paths: readonly RecipePath[];
  /** `table.field` of other tables. */
  readonly keys: readonly string[];
  /** The unit's own controls: conditions replace some of them. */
  readonly controls: readonly OptionControl[];
  /** Kinds of text that the writer knows; empty where it knows none in particular. */
  readonly kinds: readonly TextKind[];
}

/** What every control gets; an undefined value takes the option away. */
export interface ControlProps<Kind extends Control = Control> {
  readonly id: string;
  readonly label: string;
  readonly control: Kind;
  readonly value: unknown;
  /** What holds while the option is absent. */
  readonly usual: unknown;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly context: FormContext;
  onchange(value: unknown): void;
}

export const emptyContext: FormContext = { paths: [], keys: [], controls: [], kinds: [] };
