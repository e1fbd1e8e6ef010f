// Needs nothing but Node and npm: it runs before anything is installed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const root = fileURLToPath(new URL('..', import.meta.url));
const commands = ['start', 'dev', 'test', 'demo', 'bench', 'build'];
const [command = 'start', ...rest] = process.argv.slice(2);

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** @param {string} version */
function isOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19);
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
function packagesIn(path) {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8')).packages;
}

/** npm writes the inner lock last, so an installation that was broken off has none. */
function isInstalled() {
  try {
    const installed = packagesIn('node_modules/.package-lock.json');
    return Object.entries(packagesIn('package-lock.json')).every(
      ([path, wanted]) =>
        path === '' ||
        installed[path]?.version === wanted.version ||
        (installed[path] === undefined && (wanted.optional || wanted.peer)),
    );
  } catch {
    return false;
  }
}

if (isOldNode(process.versions.node))
  stop(
    `Cloister needs Node 20.19 or later; this is ${process.versions.node}. Install a newer one and try again.`,
  );
if (!commands.includes(command)) stop(`There is no command "${command}". There are: ${commands.join(', ')}.`);

if (!isInstalled()) {
  console.log('Installing what package-lock.json lists ...');
  // Not `npm ci`: it refuses a lock that lacks the native packages of other platforms.
  const npm = spawnSync(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (npm.status !== 0) stop('The installation failed, see above. Nothing else was changed.');
}

process.chdir(root);
const { run } = await import(`./${command}.mjs`);
process.exitCode = await run(rest);
