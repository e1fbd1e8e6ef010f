import * as v from 'valibot';

/** A schema with the sentence that the published JSON Schema and the form show beside it. */
export function described<Schema extends v.GenericSchema>(schema: Schema, description: string) {
  return v.pipe(schema, v.description(description));
}
