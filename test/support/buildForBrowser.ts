import { buildIfStale } from '../../tools/build.mjs';

export default function buildForBrowser(): void {
  buildIfStale();
}
