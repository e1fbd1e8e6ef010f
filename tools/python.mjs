// `node tools/python.mjs` prints the path of a Python that has what training/ needs; see ensurePython.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
const isRecent = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))';

/** @param {string} program @param {string[]} args */
function works(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function findPython() {
  return names.find((name) => works(name, ['-c', isRecent])) ?? null;
}

/** Finds a Python or installs Debian's; throws a sentence for the user when neither works. */
function basePython() {
  const found = findPython();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Python (apt-get install python3 python3-venv) ...');
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'python3', 'python3-venv']])
      spawnSync('apt-get', ['-qq', ...step], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    const installed = findPython();
    if (installed) return installed;
  }
  throw new Error(
    'Training needs Python 3.11 or later with its venv module. Install it, or set PYTHON to a Python that has what training/requirements.txt lists, and try again.',
  );
}

/**
 * The Python that PYTHON names, or one in node_modules/.cache with what the requirements list, installed when it is
 * missing. JAX_GPU=1 takes the requirements for NVIDIA's.
 */
export function ensurePython() {
  const named = process.env['PYTHON'];
  if (named) {
    if (works(named, ['-c', 'import jax, optax, tokenizers, gguf'])) return named;
    throw new Error(
      `PYTHON names ${named}, which does not run or lacks what training/requirements.txt lists.`,
    );
  }
  const requirements = join(
    root,
    'training',
    process.env['JAX_GPU'] ? 'requirements-gpu.txt' : 'requirements.txt',
  );
  const listed =
    readFileSync(join(root, 'training/requirements.txt'), 'utf8') + readFileSync(requirements, 'utf8');
  const folder = join(
    root,
    'node_modules/.cache',
    `python-${createHash('sha256').update(listed).digest('hex').slice(0, 12)}`,
  );
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const finished = join(folder, 'finished');
  if (existsSync(finished)) return python;
  const base = basePython();
  console.error(`Installing what training/ needs into ${folder} ...`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const steps = [
    [base, '-m', 'venv', folder],
    [python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
  ];
  for (const [program = '', ...args] of steps) {
    const { status, stderr } = spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0)
      throw new Error(`Python's packages for training could not be installed.\n${(stderr ?? '').trim()}`);
  }
  writeFileSync(finished, '');
  return python;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensurePython());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
