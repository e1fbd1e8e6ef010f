import type { Fact } from '../fields/FieldType';

export type Answer = 'yes' | 'no';

/** A fact that answers yes or no: a boolean, or a text that is no more than that. Undefined for any other. */
export function readAnswer({ type, value }: Pick<Fact, 'type' | 'value'>): Answer | undefined {
  const word = value.trim().toLowerCase();
  if (type === 'boolean') return /^(?:yes|true|y|1)$/u.test(word) ? 'yes' : 'no';
  if (type !== 'text') return undefined;
  if (/^(?:yes|true|y)$/u.test(word)) return 'yes';
  return /^(?:no|false|n)$/u.test(word) ? 'no' : undefined;
}
