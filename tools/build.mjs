import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'src',
  'workers',
  'public',
  'test/recipes',
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'tools/headers.mjs',
];

/** Newest change under a path, in milliseconds; 0 when there is nothing. @param {string} path @returns {number} */
function newest(path) {
  if (!existsSync(path)) return 0;
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether `dist` is there and younger than everything it is made from. */
export function isFresh() {
  const built = newest('dist/index.html');
  return built > 0 && sources.every((path) => newest(path) <= built);
}

/** Builds `dist` with Vite; throws when that fails. @param {{ quiet?: boolean }} options */
export async function build({ quiet = true } = {}) {
  const vite = await import('vite');
  await vite.build({ logLevel: quiet ? 'warn' : 'info' });
}

/** Builds only when something changed. */
export async function buildIfStale() {
  if (isFresh()) return;
  console.log('Building ...');
  await build();
}

export async function run() {
  await build({ quiet: false });
  return 0;
}
