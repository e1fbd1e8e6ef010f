import { Failure } from '../../../problems/Failure';
import type { Brought } from './Incoming';

/** Leftovers of desktops, which no model needs. */
const leftover = /^(?:\.|__MACOSX|desktop\.ini$|Thumbs\.db$)/i;

/** Opens what the user chose or dropped: a file, several, a folder's, or one zip. */
export async function openBrought(files: readonly File[]): Promise<Brought> {
  const real = files.filter(({ name }) => !leftover.test(name));
  const [first, second] = real;
  if (first === undefined) throw new Failure('model.nothingHere', { folder: files[0]?.name ?? '', files: 0 });
  if (second === undefined && (await startsAsZip(first))) {
    const { openZip } = await import('../zip/openZip');
    return { name: first.name, files: await openZip(first) };
  }
  const folder = (first.webkitRelativePath ?? '').split('/')[0];
  return { name: folder || first.name, files: real };
}

async function startsAsZip(file: File): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] ?? 0) <= 8;
}
