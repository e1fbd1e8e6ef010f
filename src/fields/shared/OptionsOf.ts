import type * as v from 'valibot';

/** The options that a unit's valibot entries describe. */
export type OptionsOf<Entries extends v.ObjectEntries> = v.InferOutput<
  v.StrictObjectSchema<Entries, undefined>
>;
