import type { Stream } from '../../random/Stream';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A version 4 UUID (RFC 9562, section 5.4) of the stream's next 128 bits. */
export function uuid(stream: Stream): string {
  const a = stream.uint32();
  const b = (stream.uint32() & 0xffff0fff) | 0x4000;
  const c = (stream.uint32() & 0x3fffffff) | 0x80000000;
  const d = stream.uint32();
  return `${hex(a)}-${hex16(b >>> 16)}-${hex16(b)}-${hex16(c >>> 16)}-${hex16(c)}${hex(d)}`;
}

function hex(word: number): string {
  return hex16(word >>> 16) + hex16(word);
}

function hex16(half: number): string {
  return `${HEX[(half >>> 8) & 255]}${HEX[half & 255]}`;
}
