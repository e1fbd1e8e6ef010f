import { Failure } from '../../../problems/Failure';
import type { Problem } from '../../../problems/Problem';
import { Hasher } from '../Hasher';
import { noRoom } from '../ModelStore';
import type { Bytes } from '../Shelf';
import type { PlannedDownload } from './DownloadPlan';
import { Hitch } from './Hitch';
import { openReply, readBody, type Asking } from './openReply';
import type { PartFile } from './PartFile';
import type { Reply } from './Transport';
import { withTries } from './withTries';

export interface FileEvents {
  /** So much of what is here has been hashed. */
  onChecked(sizeBytes: number): void;
  /** Bytes of this file that are here. */
  onBytes(sizeBytes: number): void;
  onWait(waitMs: number, why: Problem): void;
}

/** Enough of a file's start to tell what it is. */
const startBytes = 64;

/**
 * One file, from where its part ends, until all of it is here and is what it must be. Answers with its SHA-256. Rejects
 * with a Failure, or with the signal's reason; what is here stays, unless it is no use.
 */
export async function downloadFile(
  file: PlannedDownload,
  part: PartFile,
  asking: Asking,
  events: FileEvents,
): Promise<string> {
  const growing = new GrowingFile(file, part, asking);
  await growing.hashWhatIsHere(events);
  let most = part.sizeBytes;
  return withTries(asking, events.onWait, async (onGain) => {
    await growing.fetchRest((sizeBytes) => {
      events.onBytes(sizeBytes);
      if (sizeBytes > most) onGain();
      most = Math.max(most, sizeBytes);
    });
    return growing.check();
  });
}

/** A part with the hash of what is in it. */
class GrowingFile {
  private hasher: Hasher;
  /** First bytes of the file, until they have been looked at. */
  private start: number[] | null = [];
  /** Names the very bytes that the host has (a strong ETag); a part of others is no use. */
  private etag: string | undefined;
  private wrongHashes = 0;

  constructor(
    private readonly file: PlannedDownload,
    private readonly part: PartFile,
    private readonly asking: Asking,
  ) {
    this.hasher = new Hasher(file.expected, file.sizeBytes);
  }

  async hashWhatIsHere({ onChecked }: FileEvents): Promise<void> {
    if (this.part.sizeBytes > this.file.sizeBytes) this.part.empty();
    // Looked at when it came.
    if (this.part.sizeBytes > 0) this.start = null;
    let sizeBytes = 0;
    for (const piece of this.part.pieces()) {
      this.take(piece);
      sizeBytes += piece.byteLength;
      onChecked(sizeBytes);
      // Lets a word to stop come in between.
      await this.asking.pace.sleep(0, this.asking.signal);
    }
  }

  async fetchRest(onBytes: (sizeBytes: number) => void): Promise<void> {
    const { sizeBytes, url } = this.file;
    const from = this.part.sizeBytes;
    if (from === sizeBytes) return;
    const headers = from > 0 ? { Range: `bytes=${from}-` } : {};
    const reply = await openReply({ url, headers }, this.asking);
    try {
      this.fit(reply, from);
    } catch (cause) {
      reply.cancel();
      throw cause;
    }
    for await (const piece of readBody(reply, this.asking)) {
      if (this.part.sizeBytes + piece.byteLength > sizeBytes) {
        this.startOver();
        throw new Hitch('sent more than the file holds');
      }
      this.append(piece);
      onBytes(this.part.sizeBytes);
    }
    if (this.part.sizeBytes < sizeBytes) throw new Hitch('broke off the connection');
  }

  /** The SHA-256, when the file is what it must be. */
  check(): string {
    this.lookAtStart();
    const { sha256, matches } = this.hasher.finish();
    if (matches) return sha256;
    this.startOver();
    this.wrongHashes += 1;
    const { host, file } = this.asking;
    if (this.wrongHashes > 1) throw new Failure('download.wrongHash', { host: host.name, file });
    throw new Hitch('sent something else than it states');
  }

  /** Whether the bytes that come go where they were asked for. */
  private fit({ status, headers }: Reply, from: number): void {
    const etag = headers['etag'];
    const changed = this.etag !== undefined && etag !== undefined && etag !== this.etag;
    if (etag !== undefined && !etag.startsWith('W/')) this.etag = etag;
    if (status === 200) {
      // The whole file, whatever was asked for.
      if (from > 0) this.startOver();
      return;
    }
    if (status === 206 && from > 0 && !changed && this.isRange(headers['content-range'], from)) return;
    this.startOver();
    throw new Hitch(changed ? 'has another file there by now' : 'sent another part than was asked for');
  }

  /** Where a host does not let a page see the header, the hash has to tell. */
  private isRange(header: string | undefined, from: number): boolean {
    if (header === undefined) return true;
    const found = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header.trim());
    if (found === null) return false;
    const [, start, , total] = found;
    return Number(start) === from && (total === '*' || Number(total) === this.file.sizeBytes);
  }

  private append(piece: Bytes): void {
    try {
      this.part.append(piece);
    } catch (cause) {
      const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
      throw isFull ? noRoom(this.asking.file, this.file.sizeBytes, cause) : cause;
    }
    this.take(piece);
  }

  private take(piece: Bytes): void {
    this.hasher.update(piece);
    if (this.start === null) return;
    this.start.push(...piece.subarray(0, startBytes - this.start.length));
    if (this.start.length >= startBytes) this.lookAtStart();
  }

  /** So that nobody waits for gigabytes of something else. */
  private lookAtStart(): void {
    if (this.start === null) return;
    const text = String.fromCharCode(...this.start);
    this.start = null;
    const { host, file } = this.asking;
    const isPage = /^\s*<(?:!doctype|html)/i.test(text);
    if (!isPage && (!this.file.path.endsWith('.gguf') || text.startsWith('GGUF'))) return;
    this.startOver();
    throw new Failure(isPage ? 'download.webPage' : 'download.notWeights', { host: host.name, file });
  }

  private startOver(): void {
    this.part.empty();
    this.hasher = new Hasher(this.file.expected, this.file.sizeBytes);
    this.start = [];
  }
}
