import { writingTask } from '../test/support/writingTask';
import { buildEnginePage, openEnginePage } from '../test/support/engineHarness';
import { launchChromium } from '../tools/openApp.mjs';

// Whether memory stays flat over 2,000 cells of the shipped model: what the page and its workers hold after each 200.

const batches = 10;
const batchCells = 200;
/** The first batch fills the caches. */
const mostGrowth = 1.2;

const drawCells = (batch: number) =>
  Array.from({ length: batchCells }, (_, at) => ({
    task: writingTask(
      'triage note',
      {
        'case number': `SYN-${batch * batchCells + at}`,
        age: String(20 + (at % 70)),
        complaint: ['chest pain', 'fall', 'shortness of breath'][at % 3] ?? '',
      },
      { words: { min: 8, max: 20 } },
    ),
    seed: batch * batchCells + at,
  }));

/** MiB of the page and all its workers, WebAssembly's included; the browser collects what is garbage first. */
async function heldMiB(page: Awaited<ReturnType<typeof openEnginePage>>['page']): Promise<number> {
  const bytes = await page.evaluate(async () => {
    const measuring = performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
    };
    return (await measuring.measureUserAgentSpecificMemory()).bytes;
  });
  return bytes / 1024 ** 2;
}

async function main(): Promise<void> {
  await buildEnginePage();
  const chromium = await launchChromium();
  const { page, close } = await openEnginePage(chromium);
  const { loads } = await page.evaluate(
    async (options) => {
      await window.trial.load(options);
      return window.trial.bare([]);
    },
    { slots: 8, threads: 1 },
  );
  const held: number[] = [];
  let restarts = 0;
  let milliseconds = 0;
  for (let batch = 0; batch < batches; batch++) {
    const timed = await page.evaluate((cells) => window.trial.ask(cells), drawCells(batch));
    const empty = timed.written.filter(({ text }) => text === '').length;
    if (timed.written.length !== batchCells || empty > 0) throw new Error(`${empty} cells are empty`);
    restarts = timed.loads - loads;
    milliseconds += timed.milliseconds;
    held.push(await heldMiB(page));
    console.log(`${(batch + 1) * batchCells} cells: ${held.at(-1)?.toFixed(0)} MiB, ${restarts} restarts`);
  }
  await close();
  await chromium.close();
  const [first = 0, ...later] = held;
  const growth = Number((Math.max(...later) / first).toFixed(3));
  const perSecond = Number(((batches * batchCells) / (milliseconds / 1000)).toFixed(1));
  console.log(JSON.stringify({ bench: 'soak', figure: 'cells a second', value: perSecond, rival: null }));
  console.log(
    JSON.stringify({
      bench: 'soak',
      figure: 'most memory after 200 cells, of that at 200',
      value: growth,
      rival: 'itself at 200 cells',
    }),
  );
  if (growth > mostGrowth) process.exitCode = 1;
}

void main();
