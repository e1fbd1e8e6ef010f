import type * as v from 'valibot';

/** The options that a constraint's valibot entries describe. */
export type OptionsOf<Entries extends v.ObjectEntries> = v.InferOutput<
  v.StrictObjectSchema<Entries, undefined>
>;
