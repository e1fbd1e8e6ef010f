import { bytes } from '../words/count';

interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  /** `csv`, without the dot. */
  readonly extension: string;
  /** Called once the place is known; the file is never whole in memory where the browser allows it. */
  open(signal: AbortSignal): ReadableStream<Uint8Array>;
}

export interface Saved {
  readonly name: string;
  readonly sizeBytes: number;
  /** False when it went to the browser's downloads. */
  readonly chosen: boolean;
}

/** Writes a file where the user says, or to the downloads. Rejects with AbortError when the user thinks better of it. */
export async function saveStream(file: FileToSave, signal: AbortSignal): Promise<Saved> {
  const picker = (window as unknown as SavePicker).showSaveFilePicker;
  if (picker !== undefined) {
    const handle = await picker.call(window, {
      suggestedName: file.name,
      types: [
        {
          description: file.extension.toUpperCase(),
          accept: { [plainType(file.mediaType)]: [`.${file.extension}`] },
        },
      ],
    });
    const sizeBytes = await pour(file.open(signal), await handle.createWritable(), signal);
    return { name: handle.name, sizeBytes, chosen: true };
  }
  const whole = (await onDisk(file, signal)) ?? (await new Response(file.open(signal)).blob());
  download(whole, file.name);
  return { name: file.name, sizeBytes: whole.size, chosen: false };
}

export function saidSaved({ name, sizeBytes, chosen }: Saved): string {
  return `${name} (${bytes(sizeBytes)}) is ${chosen ? 'saved' : 'in your downloads'}.`;
}

async function onDisk(file: FileToSave, signal: AbortSignal): Promise<File | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('export', { create: true });
    // Not every browser has it: then nothing is to be opened for it.
    const writable = await handle.createWritable();
    await pour(file.open(signal), writable, signal);
    return await handle.getFile();
  } catch (failure) {
    if (signal.aborted) throw failure;
    return null;
  }
}

async function pour(
  from: ReadableStream<Uint8Array>,
  to: FileSystemWritableFileStream,
  signal: AbortSignal,
): Promise<number> {
  let sizeBytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      sizeBytes += part.byteLength;
      controller.enqueue(part);
    },
  });
  await from.pipeThrough(counting).pipeTo(to as unknown as WritableStream<Uint8Array>, { signal });
  return sizeBytes;
}

function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function plainType(mediaType: string): string {
  return mediaType.split(';', 1)[0] ?? mediaType;
}
