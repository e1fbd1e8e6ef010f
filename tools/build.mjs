import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'src',
  'workers',
  'public',
  'test/recipes',
  'index.html',
  'models.html',
  'package-lock.json',
  'vite.config.ts',
  'tools/headers.mjs',
  'tools/llamaWasm.mjs',
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

/**
 * Builds `dist` with Vite in a process of its own: inside a test runner it would become a development build.
 * @param {{ quiet?: boolean }} options
 */
export function build({ quiet = true } = {}) {
  const environment = { ...process.env, NODE_ENV: 'production', VITEST: undefined };
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', quiet ? 'warn' : 'info'];
  const { status } = spawnSync(process.execPath, vite, { stdio: 'inherit', env: environment });
  if (status !== 0) throw new Error('The build failed, see above.');
}

/** Builds only when something changed. */
export function buildIfStale() {
  if (isFresh()) return;
  console.log('Building ...');
  build();
}

export function run() {
  build({ quiet: false });
  return 0;
}
