import { GgufReader, type TensorPlace } from '../shared/gguf/GgufReader';

/** Tensor types of the GGUF format. */
const float32 = 0;
const eightBit = 8;

/** Weights of one Q8_0 block: a half-precision scale and as many signed bytes. */
const blockWeights = 32;
const blockBytes = 2 + blockWeights;

/** Files above this stay as they are: four times as much in memory would not pay. */
const largestBytes = 48 * 1024 * 1024;

/**
 * The same model with its 8-bit weights written out as 32-bit numbers. WebAssembly multiplies those about twice as
 * fast, and a small model can afford the memory. The values are the same, so nothing else changes.
 */
export async function widenWeights(file: Blob): Promise<Blob> {
  if (file.size > largestBytes) return file;
  const bytes = await file.arrayBuffer();
  const gguf = new GgufReader(bytes);
  const head = bytes.slice(0, gguf.dataStart);
  const places = new DataView(head);
  const parts: BlobPart[] = [head];
  let offset = 0;
  for (const tensor of gguf.tensors) {
    const isNarrow = tensor.type === eightBit;
    const data = isNarrow ? widen(bytes, gguf.dataStart, tensor) : plainBytes(bytes, gguf, tensor);
    if (isNarrow) places.setUint32(tensor.typeAt, float32, true);
    places.setBigUint64(tensor.offsetAt, BigInt(offset), true);
    const padding = -data.byteLength & (gguf.alignment - 1);
    parts.push(data, new Uint8Array(padding));
    offset += data.byteLength + padding;
  }
  return new Blob(parts);
}

/** Up to where the next tensor starts: no need to know how its type is laid out. */
function plainBytes(bytes: ArrayBuffer, gguf: GgufReader, { offset }: TensorPlace): Uint8Array<ArrayBuffer> {
  const next = Math.min(...gguf.tensors.map((other) => other.offset).filter((other) => other > offset));
  const end = next === Infinity ? bytes.byteLength : gguf.dataStart + next;
  return new Uint8Array(bytes, gguf.dataStart + offset, end - gguf.dataStart - offset);
}

function widen(bytes: ArrayBuffer, dataStart: number, tensor: TensorPlace): Float32Array<ArrayBuffer> {
  const start = dataStart + tensor.offset;
  const blocks = tensor.weights / blockWeights;
  const view = new DataView(bytes, start, blocks * blockBytes);
  const narrow = new Int8Array(bytes, start, blocks * blockBytes);
  const wide = new Float32Array(tensor.weights);
  for (let block = 0; block < blocks; block++) {
    const at = block * blockBytes;
    const scale = halfToNumber(view.getUint16(at, true));
    for (let weight = 0; weight < blockWeights; weight++) {
      wide[block * blockWeights + weight] = scale * (narrow[at + 2 + weight] ?? 0);
    }
  }
  return wide;
}

/** IEEE 754 binary16, whose bits these are. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}
