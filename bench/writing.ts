import { embeddedWriter } from '../src/engines/models';
import { examples } from '../src/recipe/examples';
import { renderTask } from '../src/engines/renderTask';
import { buildEnginePage, openEnginePage } from '../test/support/engineHarness';
import { writingTask } from '../test/support/writingTask';
import { launchChromium } from '../tools/openApp.mjs';

// How fast cells are written with the shipped model in headless Chromium: eight slots against one, the writer
// and the whole run against the bare engine, and a grammar against none. Each pair runs in turns, so that noise falls on both.

const rounds = 4;

/** Other cells each time: a prompt that the engine has read before would cost it nothing. */
let lastCase = 10_000_000;
const drawCells = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    task: writingTask('triage note', {
      'case number': `SYN-${lastCase++}`,
      age: String(20 + at),
      sex: at % 2 === 0 ? 'female' : 'male',
      complaint: ['chest pain', 'fall', 'shortness of breath'][at % 3] ?? '',
      pulse: String(60 + at),
      'blood pressure': `${110 + at}/${60 + (at % 30)}`,
    }),
    seed: at,
  }));
const drawTasks = (count: number) =>
  drawCells(count).map(({ task, seed }) => renderTask(task, embeddedWriter, seed));
/** Free text of the same length for both: only the cost of the grammar differs. */
const drawEqual = (count: number) => drawTasks(count).map((task) => ({ ...task, maxTokens: 40 }));
const drawFree = (count: number) => drawEqual(count).map(({ grammar: _, ...task }) => task);

/** From the recipe to stored records: the example of triage notes, another seed each round. */
function recipeOf(round: number): string {
  const { recipe } = examples.find(({ id }) => id === 'ed-triage') as (typeof examples)[number];
  const visit = { ...recipe.tables['visit'], rows: 48 };
  return JSON.stringify({ ...recipe, seed: round, tables: { visit } });
}

interface Rate {
  tokens: number;
  milliseconds: number;
}
const rate = ({ tokens, milliseconds }: Rate): number => (tokens / milliseconds) * 1000;

async function main(): Promise<void> {
  await buildEnginePage();
  const chromium = await launchChromium();
  const { page, close } = await openEnginePage(chromium);
  const threads =
    Number(process.env['BENCH_THREADS'] ?? 0) ||
    (await page.evaluate(() => Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1))));
  const load = async (slots: number) => {
    await page.evaluate((options) => window.trial.load(options), { slots, threads });
    // The browser first runs quickly compiled code and swaps in better while the engine is at work.
    await page.evaluate((some) => window.trial.bare(some), drawTasks(24));
  };
  const add = (
    rates: Map<string, Rate>,
    name: string,
    timed: { written: readonly { tokens: number }[]; milliseconds: number },
  ) => {
    const sum = rates.get(name) ?? { tokens: 0, milliseconds: 0 };
    sum.tokens += timed.written.reduce((tokens, written) => tokens + written.tokens, 0);
    sum.milliseconds += timed.milliseconds;
    rates.set(name, sum);
  };
  const rates = new Map<string, Rate>();
  for (let round = 0; round < rounds; round++) {
    await load(1);
    add(rates, 'one slot', await page.evaluate((some) => window.trial.bare(some), drawTasks(24)));
    await load(8);
    add(rates, 'eight slots', await page.evaluate((some) => window.trial.bare(some), drawTasks(64)));
    add(rates, 'grammar', await page.evaluate((some) => window.trial.bare(some), drawEqual(64)));
    add(rates, 'free', await page.evaluate((some) => window.trial.bare(some), drawFree(64)));
    add(rates, 'writer', await page.evaluate((some) => window.trial.ask(some), drawCells(64)));
    await load(8);
    const run = await page.evaluate((job) => window.enginePage.run(job.recipe, job.threads), {
      recipe: recipeOf(round),
      threads,
    });
    add(rates, 'whole run', { written: [run], milliseconds: run.milliseconds });
    await load(8);
    add(rates, 'same, bare', await page.evaluate((some) => window.trial.bare(some), run.asked));
  }
  await close();
  await chromium.close();

  const value = (name: string): number => rate(rates.get(name) ?? { tokens: 0, milliseconds: 1 });
  for (const [name] of rates)
    console.log(`${name.padEnd(12)} ${value(name).toFixed(0).padStart(6)} tokens/s`);
  const figures: [string, string, string, string][] = [
    ['eight slots, tokens/s of one slot', 'eight slots', 'one slot', 'one slot'],
    ['writer, tokens/s of the bare engine', 'writer', 'eight slots', 'bare engine'],
    ['whole run, tokens/s of the bare engine', 'whole run', 'same, bare', 'bare engine'],
    ['grammar, tokens/s of free text', 'grammar', 'free', 'free text'],
  ];
  for (const [figure, ours, theirs, rival] of figures) {
    const ratio = Number((value(ours) / value(theirs)).toFixed(3));
    console.log(JSON.stringify({ bench: 'writing', figure, value: ratio, rival }));
  }
}

void main();
