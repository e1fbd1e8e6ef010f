import type { Page, Worker } from 'playwright-core';
import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';
import { triageRecipe } from '../support/triageRecipe';

const rows = 32;

/** What is done to a worker, in that worker, and never again. */
const faults = {
  'the worker of the writer is gone': ['inference', () => self.close()],
  'the worker that makes the records is gone': ['generation', () => self.close()],
  'the worker of the engine is gone': ['engine', () => self.close()],
  'the engine hangs': ['engine', () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)],
  'WebAssembly aborts': [
    'engine',
    () => {
      // Whatever the engine asks for next of the code around it fails, as it does when there is no memory left.
      const broken = (): never => {
        throw new WebAssembly.RuntimeError('unreachable');
      };
      Object.assign(self, { onmessage: broken });
      postMessage({ verb: 'signal.abort', args: ['abort', 'out of memory', '', null] });
    },
  ],
} as const satisfies Record<string, readonly [string, () => void]>;

/** The worker of that name: the engine's own is the one that the library makes of a blob, first among its threads. */
async function workerOf(page: Page, name: string): Promise<Worker> {
  const found = page
    .workers()
    .filter((worker) =>
      name === 'engine' ? worker.url().startsWith('blob:') : worker.url().includes(`/${name}`),
    );
  if (found.length === 0) throw new Error(`no ${name} among ${page.workers().map((worker) => worker.url())}`);
  return found.at(-1) as Worker;
}

async function untilMade(page: Page, least: number): Promise<void> {
  const enough = Array.from({ length: rows - least }, (_, at) => least + at).join('|');
  await page
    .getByText(new RegExp(`^(${enough}) of ${rows} records$`))
    .first()
    .waitFor({ timeout: 120_000 });
}

async function begin(app: OpenApp): Promise<void> {
  const buffer = Buffer.from(triageRecipe(rows));
  await drive.openRecipe(app.page, { name: 'triage.json', mimeType: 'application/json', buffer });
  await drive.makeRecords(app.page);
}

describe('a run goes on to exactly its records, each of them whole, when', () => {
  for (const [name, [worker, fault]] of Object.entries(faults)) {
    test(name, { timeout: 240_000 }, async ({ app }) => {
      const { page } = app;
      await begin(app);
      await untilMade(page, 6);
      const victim = await workerOf(page, worker);
      const before = page.workers().length;
      void victim.evaluate(fault).catch(() => undefined);
      await drive.waitForRun(page, 200_000);
      const run = await drive.storedRun(page);
      expect(run).toMatchObject({ status: 'done', counts: { requested: rows, made: rows }, problems: [] });
      await drive.goTo(page, 'Export');
      const records = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
      expect(records).toHaveLength(rows);
      expect(new Set(records.map((record) => record['visit_id'])).size).toBe(rows);
      for (const record of records) expect(record['note']).toEqual(expect.stringMatching(/\S/));
      console.log(name, before);
      expect(app.otherHosts).toEqual([]);
      expect(app.violations).toEqual([]);
    });
  }
});
