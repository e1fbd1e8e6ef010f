import { Failure } from '../../../problems/Failure';
import { inspectGguf } from '../../shared/gguf/inspectGguf';
import { inspectMlc } from '../mlc/inspectMlc';
import { readSlice } from '../readSlice';
import type { Shelf } from '../Shelf';
import type { ModelAbout } from '../StoredModel';
import type { DownloadPlan } from './DownloadPlan';

/** What a model that came says about itself. A hash says that it came whole, not that it is a model. */
export async function aboutDownload(plan: DownloadPlan, shelf: Shelf): Promise<ModelAbout> {
  const files = plan.files.map(({ path, sizeBytes }) => ({
    name: path,
    size: sizeBytes,
    slice: (start: number, end: number) => ({
      arrayBuffer: async () => readSlice(await shelf.stream(path), start, end),
    }),
  }));
  const { licence } = plan.origin;
  if (plan.engine === 'webLlm') {
    const found = await inspectMlc(files, plan.name);
    if (found !== null) return { ...found.about, name: plan.name, licence };
  }
  const [first, ...rest] = files;
  if (first === undefined) throw new Failure('model.nothingHere', { folder: plan.name, files: 0 });
  return { ...(await inspectGguf([first, ...rest])).about, licence };
}
