import { buildIfStale } from '../../tools/build.mjs';
import { buildEnginePage } from './engineHarness';

/** Once for all files, which share what is built. */
export default async function buildForBrowser(): Promise<void> {
  buildIfStale();
  for (const page of ['enginePage', 'gpuPage', 'storePage']) await buildEnginePage(page);
}
