import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';

/**
 * One step of `npm test`: a static check counts as one test; Vitest counts its own.
 * `reads` marks those that only read the source: they run two at a time, everything else by itself.
 * @typedef {{ name: string, command: string[], reads?: boolean, vitest?: boolean, browser?: boolean }} Step
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {readonly Step[]} */
const steps = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'], reads: true },
  { name: 'lint', command: ['eslint', '--max-warnings=0', '.'], reads: true },
  {
    name: 'types',
    command: ['svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'],
    reads: true,
  },
  {
    name: 'arrows',
    command: ['depcruise', '--config', 'tools/arrows.mjs', '--output-type', 'err', 'src', 'workers'],
    reads: true,
  },
  { name: 'dead-code', command: ['knip', '--no-progress'], reads: true },
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit'], vitest: true },
  { name: 'build', command: ['node', 'tools/bootstrap.mjs', 'build'] },
  { name: 'addresses', command: ['node', 'tools/checkAddresses.mjs'] },
  { name: 'browser', command: ['vitest', 'run', '--project', 'browser'], vitest: true, browser: true },
  { name: 'training', command: ['vitest', 'run', '--project', 'training'], vitest: true, browser: true },
];

/**
 * @param {string[]} command
 * @returns {Promise<{ code: number, output: string }>}
 */
function execute([program = 'node', ...args]) {
  const bin = program === 'node' ? process.execPath : `node_modules/.bin/${program}`;
  return new Promise((done) => {
    const child = spawn(bin, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/**
 * What Vitest counted. A file that could not be loaded, or a run of no test, is a failure.
 * @param {string} path @param {number} code @returns {Promise<Counts>}
 */
async function readCounts(path, code) {
  try {
    const report = JSON.parse(await readFile(path, 'utf8'));
    const broken = report.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const counts = {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken,
      skipped: report.numPendingTests + report.numTodoTests,
    };
    if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
    return counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @param {Step} step @param {string} folder @param {string[]} rest @returns {Promise<Counts>} */
async function runStep(step, folder, rest) {
  const startedAt = performance.now();
  const report = join(folder, `${step.name}.json`);
  const extra = step.vitest
    ? [...rest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : [];
  const { code, output } = await execute([...step.command, ...extra]);
  const counts = step.vitest
    ? await readCounts(report, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const detail = step.vitest ? `${counts.passed} passed, ${counts.failed} failed, ` : '';
  if (counts.failed > 0) console.log(output.trimEnd());
  console.log(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(10)} ${detail}${seconds} s`);
  return counts;
}

/** `npm test [-- STEP ...] [FILE ...]`: every step, or the named ones. @param {string[]} args */
export async function run(args) {
  const named = steps.filter((step) => args.includes(step.name));
  const rest = args.filter((argument) => !steps.some((step) => step.name === argument));
  const chosen = named.length > 0 ? named : steps;
  const total = { passed: 0, failed: 0, skipped: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'cloister-test-'));
  try {
    if (chosen.some((step) => step.browser)) process.env['CHROMIUM_PATH'] = ensureChromium();
    const take = async (/** @type {Step[]} */ line) => {
      for (let step = line.shift(); step !== undefined; step = line.shift()) {
        const counts = await runStep(step, folder, rest);
        total.passed += counts.passed;
        total.failed += counts.failed;
        total.skipped += counts.skipped;
      }
    };
    const reading = chosen.filter((step) => step.reads);
    await Promise.all([take(reading), take(reading)]);
    await take(chosen.filter((step) => !step.reads));
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    total.failed++;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed === 0 ? 0 : 1;
}
