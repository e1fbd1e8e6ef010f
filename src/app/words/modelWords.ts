import type { Room } from '../../bridge/ModelShelf';
import type { DownloadProgress } from '../../engines/store/download/DownloadProgress';
import type { StatedBy, StoredModel, Verification } from '../../engines/store/StoredModel';
import { bytes, counted } from './count';
import { about } from './duration';
import { say } from './sentences';

/** From the one that vouches most for the bytes to the one that vouches least. */
const vouching: readonly StatedBy[] = ['catalogue', 'host', 'manifest', 'model', 'nobody'];

/** How it was verified that the bytes are the right ones: what its least known file can claim. */
export function verifiedWords({ files, origin }: StoredModel): string {
  const least = Math.max(...files.map(({ statedBy }) => vouching.indexOf(statedBy)));
  const host = origin?.host ?? 'its host';
  const words: Record<StatedBy, string> = {
    catalogue: 'Verified: its fingerprint is the one this app knows',
    host: `Verified: its fingerprint is the one that ${host} states`,
    manifest: 'Verified: its fingerprint is the one in the list that came with it',
    model: 'Verified: its files are as its own list says',
    nobody: 'Not verified: it came without a fingerprint to compare with',
  };
  return words[vouching[least] ?? 'nobody'];
}

/** Whether anybody vouched for every file of it. */
export function isVouched({ files }: StoredModel): boolean {
  return files.every(({ statedBy }) => statedBy !== 'nobody');
}

/** What looking at its bytes again found. */
export function checkedWords({ damaged, checkedBytes }: Verification): string {
  if (damaged.length === 0) return `Looked at again: all ${bytes(checkedBytes)} are as they came.`;
  const files = damaged.slice(0, 3).join(', ');
  const more = damaged.length > 3 ? ` and ${counted(damaged.length - 3, 'other')}` : '';
  return `Damaged: ${files}${more} ${damaged.length === 1 ? 'is' : 'are'} not what came in. Remove this model and bring it again.`;
}

/** Where it came from: "Hugging Face", "a file of yours". */
export function originWords({ origin, fileName }: StoredModel): string {
  return origin === undefined
    ? `from ${fileName}`
    : `from ${origin.host}, revision ${origin.revision.slice(0, 8)}`;
}

/** How much room models take and how much is left. */
export function roomWords({ freeBytes, persisted }: Room, takenBytes: number): string {
  const taken = takenBytes === 0 ? '' : `Models take ${bytes(takenBytes)}. `;
  const left = `About ${bytes(freeBytes)} of storage left`;
  return `${taken}${left}${persisted ? '' : '; the browser may clear what is here when the disk is full'}.`;
}

/** What a form of a model needs to run: "For any computer". */
export function formWords(engine: StoredModel['engine']): string {
  return engine === 'webLlm' ? 'For a graphics processor' : 'For any computer';
}

/** Where a download stands, in one line. */
export function downloadWords(progress: DownloadProgress, hosts: string): string {
  const { phase, doneBytes, totalBytes, bytesPerSecond, waitMs, problem } = progress;
  const amount = totalBytes === 0 ? bytes(doneBytes) : `${bytes(doneBytes)} of ${bytes(totalBytes)}`;
  const why = problem === null ? '' : ` ${say(problem)}`;
  switch (phase) {
    case 'asking':
      return `Asking ${hosts} what there is`;
    case 'checking':
      return `Looking at what is here already: ${amount}`;
    case 'downloading': {
      if (bytesPerSecond <= 0) return amount;
      const left = about(((totalBytes - doneBytes) / bytesPerSecond) * 1000);
      return `${amount} · ${bytes(bytesPerSecond)} a second · ${left} left`;
    }
    case 'waiting':
      return `${amount} · trying again in ${about(waitMs)}.${why}`;
    case 'paused':
      return `Paused at ${amount}`;
    case 'failed':
      return why.trim() || 'Stopped';
    case 'done':
    case 'cancelled':
      return '';
  }
}

const names = new Intl.DisplayNames('en', { type: 'language' });

/** Names of languages, the first few: "English, French and 8 more". */
export function languageWords(tags: readonly string[], most = 3): string {
  const known = tags.map((tag) => names.of(tag) ?? tag);
  if (known.length <= most) return known.join(', ');
  return `${known.slice(0, most - 1).join(', ')} and ${known.length - most + 1} more`;
}
