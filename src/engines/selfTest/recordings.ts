import embedded from '../../../public/writer/selfTest.json';
import type { RenderedTask } from '../Engine';

/** Right replies to the tasks of the self-test, recorded on the processor. */
export interface Recording {
  /** Of the model that wrote them. */
  readonly sha256: string;
  readonly prompts: readonly string[];
  readonly replies: readonly string[];
}

const recordings: readonly Recording[] = [embedded];

/** The right replies of a model; undefined where none are recorded for it, or for other prompts. */
export function recordedReplies(
  sha256: string,
  tasks: readonly RenderedTask[],
): readonly string[] | undefined {
  const isOurs = (recording: Recording): boolean =>
    recording.sha256 === sha256 &&
    recording.prompts.length === tasks.length &&
    tasks.every(({ prompt }, at) => prompt === recording.prompts[at]);
  return recordings.find(isOurs)?.replies;
}
