/** The versioned document that describes a dataset. What `readRecipe` returns: checked, with defaults filled in. */
export interface Recipe {
  /** Where the JSON Schema is, for editors; of no meaning to us. */
  readonly $schema?: string;
  readonly cloister: 1;
  readonly title: string;
  readonly description?: string;
  /** Integer, 0 to 2^53 - 1. */
  readonly seed: number;
  /** The date `today` means in expressions and ages, `YYYY-MM-DD`. Part of the recipe, so that a rerun next year gives the same records. */
  readonly today: string;
  /** By name, in the order of the document. */
  readonly tables: Readonly<Record<string, Table>>;
}

export interface Table {
  readonly label?: string;
  /** Absent only where a `reference` field with `perParent` decides how many there are. */
  readonly rows?: number;
  /** By name, in the order of the document; the order of the exported columns. */
  readonly fields: Readonly<Record<string, Field>>;
  readonly constraints?: readonly Constraint[];
}

/** The options of its type stand beside the common ones; `fieldTypes[field.type].entries` describes them. */
export interface Field {
  readonly type: string;
  /** What people call it; the header on export when present. May be in any script. */
  readonly label?: string;
  readonly missing?: Missing;
  readonly [option: string]: unknown;
}

/** A share of records, or those for which `if` (CEL) holds, or that share of those. */
type Missing = number | { readonly share?: number; readonly if?: string };

export interface Constraint {
  readonly type: string;
  /** Hard (the default) is never broken in what is stored; soft is counted. */
  readonly hard: boolean;
  readonly [option: string]: unknown;
}
