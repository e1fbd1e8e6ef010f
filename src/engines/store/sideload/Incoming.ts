import type { NamedFile } from '../../shared/gguf/inspectGguf';
import type { Bytes } from '../Shelf';

/** A file that comes in: of the user's disk (a `File` is one), or of a zip. */
export interface Incoming extends NamedFile {
  stream(): ReadableStream<Bytes>;
}

/** What the user brought, its zip opened. */
export interface Brought {
  /** Of the file, the folder or the zip. */
  readonly name: string;
  readonly files: readonly Incoming[];
}
