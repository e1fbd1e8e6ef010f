import { buildIfStale } from '../../tools/build.mjs';

export default async function buildForBrowser(): Promise<void> {
  await buildIfStale();
}
