import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { StatedBy } from './StoredModel';

/**
 * What a file's bytes must come to. `gitBlob` is the SHA-1 that git names a file by: hosts state it of small files.
 * `md5` is what the list of an MLC model's shards holds.
 */
export interface ExpectedHash {
  readonly algorithm: 'sha256' | 'gitBlob' | 'md5';
  /** Lower case. */
  readonly hex: string;
  readonly statedBy: StatedBy;
}

/** Hashes a file bit by bit: SHA-256 always, and what it is to be held against. */
export class Hasher {
  private readonly sha256 = sha256.create();
  private readonly other;

  constructor(
    private readonly expected?: ExpectedHash,
    /** Only a `gitBlob` needs to know it beforehand. */
    sizeBytes = 0,
  ) {
    if (expected?.algorithm === 'md5') this.other = md5.create();
    if (expected?.algorithm === 'gitBlob')
      this.other = sha1.create().update(new TextEncoder().encode(`blob ${sizeBytes}\0`));
  }

  update(bytes: Uint8Array): void {
    this.sha256.update(bytes);
    this.other?.update(bytes);
  }

  /** Once, at the end. True for `matches` where there is nothing to hold it against. */
  finish(): { readonly sha256: string; readonly matches: boolean } {
    const hex = bytesToHex(this.sha256.digest());
    const found = this.other === undefined ? hex : bytesToHex(this.other.digest());
    return { sha256: hex, matches: this.expected === undefined || this.expected.hex === found };
  }
}

/** Of a model in several files: over the lines `hash  path`, as `sha256sum` prints them. */
export function hashOfFiles(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  const [only, second] = files;
  if (only !== undefined && second === undefined) return only.sha256;
  const lines = files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
  return bytesToHex(sha256(new TextEncoder().encode(lines)));
}
