/** A recipe document while it is being worked on: shaped like a recipe, not yet checked. */
export interface Draft {
  readonly [key: string]: unknown;
  readonly tables: Readonly<Record<string, DraftTable>>;
}

export interface DraftTable {
  readonly [key: string]: unknown;
  readonly fields: Readonly<Record<string, DraftOptions>>;
  readonly constraints?: readonly DraftOptions[];
}

/** Options of a field or a constraint, as written in the document. */
export interface DraftOptions {
  readonly [key: string]: unknown;
}

/** The value as a draft when forms can be drawn from it, else null. */
export function asDraft(value: unknown): Draft | null {
  if (!isObject(value) || !isObject(value['tables'])) return null;
  const drawable = Object.values(value['tables']).every(
    (table) =>
      isObject(table) &&
      isObject(table['fields']) &&
      Object.values(table['fields']).every(isObject) &&
      (table['constraints'] === undefined ||
        (Array.isArray(table['constraints']) && table['constraints'].every(isObject))),
  );
  return drawable ? (value as Draft) : null;
}

/** The draft in a document's text; null while forms cannot be drawn from it. */
export function parseDraft(text: string): Draft | null {
  try {
    return asDraft(JSON.parse(text));
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
