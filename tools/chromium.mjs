import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Switches for a browser that is driven by a program: no sandbox (root in containers), no calls home, and memory that
 * is measured when it is asked for: else the browser waits for a collection, and leaves out workers that are busy.
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--enable-unsafe-webgpu',
  '--enable-blink-features=ForceEagerMeasureMemory',
];

/** Path of a Chromium: CHROMIUM_PATH, or the first one on the PATH; null when there is none. */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** Finds a Chromium or installs Debian's; throws a sentence for the user when neither works. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROMIUM_PATH'])
    throw new Error(`CHROMIUM_PATH names ${process.env['CHROMIUM_PATH']}, which is not there.`);
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium (apt-get install chromium) ...');
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']])
      spawnSync('apt-get', ['-qq', ...step], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'This needs Chromium or Chrome. Install one, or set CHROMIUM_PATH to its program, and try again.',
  );
}
