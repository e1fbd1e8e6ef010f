export interface TestTensor {
  readonly type: number;
  readonly weights: number;
  readonly data: Uint8Array;
}
export type TestValue = string | number | boolean | readonly string[];

/** A GGUF file written by hand: values, then tensors of given type, weights and bytes, 32-byte aligned. */
export function gguf(
  tensors: readonly TestTensor[],
  values: Readonly<Record<string, TestValue>> = { 'general.architecture': 'llama', tokens: ['a', 'bc'] },
): Blob {
  const head: number[] = [];
  const number = (value: number, bytes: number): void => {
    for (let byte = 0; byte < bytes; byte++) head.push(Math.floor(value / 2 ** (8 * byte)) % 256);
  };
  const text = (value: string): void => {
    const bytes = new TextEncoder().encode(value);
    number(bytes.length, 8);
    head.push(...bytes);
  };
  head.push(...new TextEncoder().encode('GGUF'));
  number(3, 4);
  number(tensors.length, 8);
  number(Object.keys(values).length, 8);
  for (const [key, value] of Object.entries(values)) {
    text(key);
    if (typeof value === 'string') {
      number(8, 4);
      text(value);
    } else if (typeof value === 'number') {
      number(4, 4);
      number(value, 4);
    } else if (typeof value === 'boolean') {
      number(7, 4);
      number(Number(value), 1);
    } else {
      number(9, 4);
      number(8, 4);
      number(value.length, 8);
      value.forEach(text);
    }
  }
  const padded = (size: number): number => Math.ceil(size / 32) * 32;
  let offset = 0;
  tensors.forEach(({ type, weights, data }, at) => {
    text(`t${at}`);
    number(1, 4);
    number(weights, 8);
    number(type, 4);
    number(offset, 8);
    offset += padded(data.length);
  });
  const parts: Uint8Array<ArrayBuffer>[] = [
    Uint8Array.from([...head, ...Array<number>(padded(head.length) - head.length).fill(0)]),
  ];
  for (const { data } of tensors)
    parts.push(Uint8Array.from([...data, ...Array<number>(padded(data.length) - data.length).fill(0)]));
  return new Blob(parts);
}
