import type { FieldType } from '../fields/FieldType';
import { fieldTypes } from '../fields/fieldTypes';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each unit has options of its own type
export type AnyFieldType = FieldType<any>;

/** The unit behind a field's `type`; undefined when there is none of that name. */
export function fieldTypeOf(type: string): AnyFieldType | undefined {
  return Object.hasOwn(fieldTypes, type) ? fieldTypes[type as keyof typeof fieldTypes] : undefined;
}
