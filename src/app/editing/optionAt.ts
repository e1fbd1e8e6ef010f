import { isObject, type DraftOptions } from './Draft';

/** The value under a dotted key, `age.min`; undefined where there is none. */
export function optionAt(options: DraftOptions, key: string): unknown {
  let value: unknown = options;
  for (const step of key.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** A copy with the value under a dotted key; undefined takes the key away, and objects it leaves empty. */
export function withOption(options: DraftOptions, key: string, value: unknown): DraftOptions {
  const [step = '', ...rest] = key.split('.');
  const inner = Object.hasOwn(options, step) ? options[step] : undefined;
  const next =
    rest.length === 0 ? value : emptied(withOption(isObject(inner) ? inner : {}, rest.join('.'), value));
  if (next !== undefined) return { ...options, [step]: next };
  const { [step]: _gone, ...others } = options;
  return others;
}

function emptied(options: DraftOptions): DraftOptions | undefined {
  return Object.keys(options).length === 0 ? undefined : options;
}
