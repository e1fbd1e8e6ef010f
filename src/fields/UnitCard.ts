/** How one option of a unit is edited. Plain data, so that units need no Svelte. */
export type Control =
  | { readonly kind: 'text' | 'number' | 'integer' | 'date' | 'datetime' | 'time' | 'toggle' }
  | { readonly kind: 'expression' | 'prompt' | 'json' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Free text with values to choose from, each with a line on what it means. */
  | { readonly kind: 'suggested'; readonly suggestions: readonly Suggestion[] }
  /** Free text with the kinds to choose from that the writer at hand knows. */
  | { readonly kind: 'textKind' }
  | { readonly kind: 'list' | 'weights' | 'range' }
  /** A field of this table; `fields` several; `reference` a `table.field` of another table. */
  | { readonly kind: 'field' | 'fields' | 'reference' }
  /** The `when` list: a condition and the options it replaces (their keys). */
  | { readonly kind: 'conditions'; readonly replaces: readonly string[] };

export interface Suggestion {
  readonly value: string;
  readonly meaning: string;
}

export interface OptionControl {
  /** Dotted key inside the unit's options: `age.min`. */
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly control: Control;
  /** Shown first; the others wait behind "More". */
  readonly main?: boolean;
}

/** What a unit says about itself: menus, forms and docs are drawn from it. */
export interface UnitCard {
  readonly id: string;
  readonly label: string;
  /** One line in the user's words, a noun phrase or a short sentence. */
  readonly summary: string;
  readonly controls: readonly OptionControl[];
}
