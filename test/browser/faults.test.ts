import type { Worker } from 'playwright-core';
import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';
import { triageRecipe } from '../support/triageRecipe';

const rows = 40;
/** Above the 15 seconds of `bridge/connectWriter`. */
const stillMs = 16_500;

/** What befalls which worker: an expression that is evaluated in it. */
const faults = {
  'the worker of the writer is gone': { victim: 'inference', fault: 'self.close()' },
  'the worker that makes the records is gone': { victim: 'generation', fault: 'self.close()' },
  'the engine hangs': {
    victim: 'engine',
    fault: 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)',
  },
  // What an import throws unwinds the engine as a trap of its own does.
  'WebAssembly traps': {
    victim: 'engine',
    fault:
      "performance.now = Date.now = () => { throw new WebAssembly.RuntimeError('memory access out of bounds') }",
  },
} as const;

const victims = ['inference', 'generation', 'engine'];

/** The engine's own worker is one that its library makes of a blob. */
function isVictim(worker: Worker, name: string): boolean {
  return name === 'engine' ? worker.url().startsWith('blob:') : worker.url().includes(`/${name}`);
}

async function begin(app: OpenApp): Promise<void> {
  const buffer = Buffer.from(triageRecipe(rows));
  await drive.openRecipe(app.page, { name: 'triage.json', mimeType: 'application/json', buffer });
  await drive.makeRecords(app.page);
}

/** Once it has said that it lives: of one that never did, it would take a minute to learn. */
function endSoon(worker: Worker): void {
  worker.evaluate('setTimeout(() => self.close(), 600)').catch(() => undefined);
}

async function expectAllRecords(app: OpenApp): Promise<void> {
  const { page } = app;
  await drive.waitForRun(page, 200_000);
  expect(await drive.storedRun(page)).toMatchObject({
    status: 'done',
    counts: { requested: rows, made: rows },
    problems: [],
  });
  await drive.goTo(page, 'Export');
  const records = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
  expect(records).toHaveLength(rows);
  expect(new Set(records.map((record) => record['visit_id'])).size).toBe(rows);
  for (const record of records) expect(record['note']).toEqual(expect.stringMatching(/\S/));
  expect(app.violations).toEqual([]);
}

describe('a run goes on to exactly its records, each of them whole, when', () => {
  for (const [name, { victim, fault }] of Object.entries(faults)) {
    test(name, { timeout: 240_000 }, async ({ app }) => {
      const { page } = app;
      await begin(app);
      await drive.untilMade(page, { least: 4, rows });
      const worker = page.workers().findLast((one) => isVictim(one, victim)) ?? expect.fail('no such worker');
      const another = page.waitForEvent('worker', {
        predicate: (one) => isVictim(one, victim),
        timeout: 120_000,
      });
      worker.evaluate(fault).catch(() => undefined);
      await another;
      await expectAllRecords(app);
    });
  }

  // Chromium freezes no visible page, and in a test every page is one.
  test('all its workers stand still, as in a frozen tab, for longer than a silent writer may', async ({
    app,
  }) => {
    const { page } = app;
    await begin(app);
    await drive.untilMade(page, { least: 4, rows });
    const replaced: string[] = [];
    page.on('worker', (worker) => {
      if (victims.some((name) => isVictim(worker, name))) replaced.push(worker.url());
    });
    const still = `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${stillMs})`;
    expect(await Promise.all(page.workers().map((worker) => worker.evaluate(still)))).toContain('timed-out');
    await expectAllRecords(app);
    expect(replaced).toEqual([]);
  });
});

test(
  'a run whose writer dies three times in a row goes on with less, and says so',
  {
    timeout: 240_000,
  },
  async ({ app }) => {
    const { page } = app;
    const deaths = 3;
    let started = 0;
    await begin(app);
    await drive.untilMade(page, { least: 4, rows });
    page.on('worker', (worker) => {
      if (!isVictim(worker, 'inference')) return;
      started += 1;
      if (started < deaths) endSoon(worker);
    });
    const first = page.workers().find((one) => isVictim(one, 'inference')) ?? expect.fail('no writer');
    first.evaluate('self.close()').catch(() => undefined);
    await drive.waitForRun(page, 200_000);
    expect(started).toBe(deaths);
    const run = await drive.storedRun(page);
    expect(run).toMatchObject({ status: 'done', counts: { made: rows } });
    expect(run.problems).toMatchObject([{ code: 'device.fewerTexts', values: { times: deaths } }]);
    const { slots, before } = run.problems[0]?.values ?? {};
    expect(run.writer?.slots).toBe(slots);
    await page
      .getByText(
        `stopped ${deaths} times in quick succession, so from there on it worked on ${slots} at once instead of ${before}`,
      )
      .waitFor();
  },
);

test('a writer whose worker is gone in its check is checked again before the next run', async ({ app }) => {
  const { page } = app;
  let started = 0;
  page.on('worker', (worker) => {
    if (isVictim(worker, 'inference') && ++started === 1) endSoon(worker);
  });
  await begin(app);
  await drive.waitForRun(page, 120_000);
  expect(await drive.storedRun(page)).toMatchObject({ status: 'done', counts: { made: rows } });
  expect(await drive.storedIn(page, 'selfTests')).toMatchObject([
    { test: null, problem: { code: 'writer.endedInCheck' } },
  ]);
  await page.getByRole('button', { name: /^Make \d+ records again$/ }).click();
  await page.getByRole('heading', { name: 'Writing and checking the texts' }).waitFor();
  await drive.waitForRun(page, 120_000);
  expect(await drive.storedIn(page, 'selfTests')).toMatchObject([{ test: { passed: true }, problem: null }]);
});
