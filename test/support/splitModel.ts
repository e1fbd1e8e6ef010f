/**
 * Cuts a GGUF model into parts as `llama-gguf-split --no-tensor-first-split` does: the first holds what the model says
 * of itself, the others its tensors in turn.
 */
export function splitModel(whole: Buffer, count: number): readonly Buffer[] {
  const tensorCount = Number(whole.readBigUInt64LE(8));
  const valueCount = Number(whole.readBigUInt64LE(16));
  const valuesEnd = skipValues(whole, 24, valueCount);
  const tensors = readTensors(whole, valuesEnd, tensorCount);
  const own = whole.subarray(24, valuesEnd);
  const groups = Array.from({ length: count }, (_, no) =>
    no === 0 ? [] : tensors.filter((_tensor, at) => (at % (count - 1)) + 1 === no),
  );
  return groups.map((group, no) => {
    const split = splitValues(no, count, tensorCount);
    const values = no === 0 ? Buffer.concat([own, ...split]) : Buffer.concat(split);
    return part(values, (no === 0 ? valueCount : 0) + split.length, group);
  });
}

interface Tensor {
  /** Its description, without the offset at its end. */
  readonly about: Buffer;
  readonly data: Buffer;
}

const padded = (size: number): number => Math.ceil(size / 32) * 32;
const pad = (size: number): Buffer => Buffer.alloc(padded(size) - size);

function uint(value: number, bytes: 2 | 4 | 8): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer.subarray(0, bytes);
}

function part(values: Buffer, valueCount: number, tensors: readonly Tensor[]): Buffer {
  let offset = 0;
  const infos = tensors.map(({ about, data }) => {
    const info = Buffer.concat([about, uint(offset, 8)]);
    offset += padded(data.byteLength);
    return info;
  });
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    ...[uint(3, 4), uint(tensors.length, 8), uint(valueCount, 8), values, ...infos],
  ]);
  const data = tensors.flatMap((tensor) => [tensor.data, pad(tensor.data.byteLength)]);
  return Buffer.concat([head, pad(head.byteLength), ...data]);
}

/** As llama.cpp wants them: two 16-bit numbers and a signed 32-bit one. */
function splitValues(no: number, count: number, tensors: number): readonly Buffer[] {
  const value = (key: string, type: number, bytes: Buffer): Buffer =>
    Buffer.concat([uint(key.length, 8), Buffer.from(key), uint(type, 4), bytes]);
  return [
    value('split.no', 2, uint(no, 2)),
    value('split.count', 2, uint(count, 2)),
    value('split.tensors.count', 5, uint(tensors, 4)),
  ];
}

function readTensors(whole: Buffer, start: number, count: number): readonly Tensor[] {
  const infos: { about: Buffer; offset: number }[] = [];
  let at = start;
  for (let no = 0; no < count; no++) {
    const from = at;
    at += 8 + Number(whole.readBigUInt64LE(at));
    at += 4 + 8 * whole.readUInt32LE(at) + 4;
    infos.push({ about: whole.subarray(from, at), offset: Number(whole.readBigUInt64LE(at)) });
    at += 8;
  }
  const dataStart = padded(at);
  const offsets = infos.map(({ offset }) => offset).sort((a, b) => a - b);
  return infos.map(({ about, offset }) => {
    const end = offsets.find((other) => other > offset) ?? whole.byteLength - dataStart;
    return { about, data: whole.subarray(dataStart + offset, dataStart + end) };
  });
}

const widths: Readonly<Record<number, number>> = {
  ...{ 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 },
};

function skipValues(whole: Buffer, start: number, count: number): number {
  let at = start;
  const text = (): void => {
    at += 8 + Number(whole.readBigUInt64LE(at));
  };
  const value = (type: number): void => {
    if (type === 8) return text();
    if (type !== 9) return void (at += widths[type] ?? 0);
    const items = whole.readUInt32LE(at);
    const length = Number(whole.readBigUInt64LE(at + 4));
    at += 12;
    for (let item = 0; item < length; item++) value(items);
  };
  for (let no = 0; no < count; no++) {
    text();
    at += 4;
    value(whole.readUInt32LE(at - 4));
  }
  return at;
}
