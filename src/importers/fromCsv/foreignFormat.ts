const beginnings: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'an Excel workbook or another ZIP file', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an empty ZIP file', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'an old Excel or Word file', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'a PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { name: 'a GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'a gzip file', bytes: [0x1f, 0x8b] },
  { name: 'a 7-Zip file', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: 'a Parquet file', bytes: [0x50, 0x41, 0x52, 0x31] },
  { name: 'an SQLite database', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
  { name: 'a language model', bytes: [0x47, 0x47, 0x55, 0x46] },
];

/** What a file is when it is not text: "a PDF"; undefined when it may be text. */
export function foreignFormat(start: Uint8Array): string | undefined {
  const known = beginnings.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
  if (known !== undefined) return known.name;
  const marked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  const zeros = [0, 0];
  start.forEach((byte, index) => byte === 0 && zeros[index % 2]!++);
  const wide = zeros.some((count) => count > start.length / 4) && zeros.some((count) => count === 0);
  if (marked || wide) return undefined;
  const controls = start.reduce(
    (sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) ? 1 : 0),
    0,
  );
  return controls > start.length / 100 ? 'a file of bytes, not of text' : undefined;
}
