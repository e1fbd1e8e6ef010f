/**
 * Are packed chunks worth it? 100,000 records of 20 sampled-like fields, stored and read back in a real
 * browser: the store's chunks against one IndexedDB row per record by `bulkAdd` and `toArray`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { launchChromium } from '../tools/openApp.mjs';
import { serve } from '../tools/serve.mjs';
import type { Round } from './pages/storing/page';

const rowCount = 100_000;
/** As a run without written cells stores them. */
const chunkRows = 1000;
const roundCount = 3;

const folder = await mkdtemp(join(tmpdir(), 'cloister-storing-'));
const page = { root: 'bench/pages/storing', configFile: false, logLevel: 'error' } as const;
await build({ ...page, build: { outDir: folder, emptyOutDir: true, target: 'es2023' } });
const server = await serve(folder);
const chromium = await launchChromium();
const rounds: Round[] = [];
try {
  for (let round = 0; round < roundCount; round++) {
    const context = await chromium.browser.newContext();
    const tab = await context.newPage();
    await tab.goto(server.origin);
    await tab.waitForFunction(() => 'measureStoring' in globalThis);
    const measured = await tab.evaluate(
      (given) => globalThis.measureStoring(given.rowCount, given.chunkRows, given.round),
      { rowCount, chunkRows, round },
    );
    if (measured.chunks.checksum !== measured.rows.checksum)
      throw new Error('the two sides read different cells');
    rounds.push(measured);
    await context.close();
  }
} finally {
  await chromium.close();
  await server.stop();
  await rm(folder, { recursive: true });
}

function median(of: (round: Round) => number): number {
  return rounds.map(of).sort((a, b) => a - b)[Math.floor(roundCount / 2)] ?? NaN;
}

const perSecond = (milliseconds: number): number => Math.round((rowCount / milliseconds) * 1000);
const figures = [
  ['records stored and read back per second', 'writeMs', 'readMs'],
  ['records stored per second', 'writeMs'],
  ['records read back per second', 'readMs'],
] as const;
const lines: { figure: string; value: number; rival: number }[] = figures.map(([figure, ...times]) => {
  const of = (side: 'chunks' | 'rows') => (round: Round) =>
    times.reduce((sum, time) => sum + round[side][time], 0);
  return { figure, value: perSecond(median(of('chunks'))), rival: perSecond(median(of('rows'))) };
});
lines.push({
  figure: 'screenfuls of 50 records read from anywhere per second',
  value: Math.round(1000 / median((round) => round.screenfulMs.chunks)),
  rival: Math.round(1000 / median((round) => round.screenfulMs.rows)),
});

console.table(
  lines.map(({ figure, value, rival }) => ({
    figure,
    chunks: value,
    'one row a record': rival,
    ratio: Number((value / rival).toFixed(2)),
  })),
);
for (const line of lines) console.log(JSON.stringify({ bench: 'storing', ...line }));
