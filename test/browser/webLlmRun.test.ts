import { resolve } from 'node:path';
import { expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { openApp, type Chromium, type OpenApp } from '../../tools/openApp.mjs';
import { readJsonl } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';
import { destroyDevice, isMlcWorker } from '../support/engineGpu';
import { triageRecipe } from '../support/triageRecipe';
import { writerMlcFiles, writerMlcFolder } from '../support/writerMlc';

const rows = 8;
/** The app refuses a GPU that the processor imitates: this one says that it is another. */
const disguise = `Object.defineProperty(GPUAdapter.prototype, 'info', {
  get: () => ({ vendor: 'test', architecture: 'test', device: '', description: '', isFallbackAdapter: false }),
});`;

async function openDisguised(chromium: Chromium): Promise<OpenApp> {
  // A service worker would answer for the workers' files before a test can.
  const app = await openApp(chromium, { serviceWorkers: 'block' });
  await app.context.addInitScript(disguise);
  await app.context.route(/\/assets\/inference[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: disguise + (await response.text()) });
  });
  await app.page.goto(app.origin);
  return app;
}

test(
  'a run of a compiled writer goes on to exactly its records when the GPU is lost, twice',
  { timeout: 600_000 },
  async ({ chromium }) => {
    const app = await openDisguised(chromium);
    const { page } = app;
    const files = writerMlcFiles().map((name) => resolve(writerMlcFolder, name));
    expect(await drive.addWriter(page, files)).toBeNull();
    const buffer = Buffer.from(triageRecipe(rows, [4, 12]));
    await drive.openRecipe(page, { name: 'triage.json', mimeType: 'application/json', buffer });
    await drive.makeRecords(page);
    const checking = page.getByRole('heading', { name: 'Checking the writer on this device' });
    await checking.waitFor();
    await checking.waitFor({ state: 'detached', timeout: 200_000 });
    const crashGpu = async () =>
      (await chromium.browser.newBrowserCDPSession()).send('Browser.crashGpuProcess');
    for (const [least, harm] of [
      [2, () => destroyDevice(page)],
      [4, crashGpu],
    ] as const) {
      await drive.untilMade(page, { least, rows });
      const another = page.waitForEvent('worker', { predicate: isMlcWorker, timeout: 60_000 });
      await Promise.all([harm(), another]);
    }
    await drive.waitForRun(page, 400_000);
    const run = await drive.storedRun(page);
    expect(run).toMatchObject({ status: 'done', counts: { requested: rows, made: rows } });
    expect(run.writer).toMatchObject({ engine: 'webLlm', model: expect.stringMatching(/^own-/) as string });
    await drive.goTo(page, 'Export');
    const records = readJsonl(await drive.exportTable(page, { format: 'JSON Lines' }));
    expect(records).toHaveLength(rows);
    expect(new Set(records.map((record) => record['visit_id'])).size).toBe(rows);
    for (const record of records)
      expect(record['note']).toEqual(expect.stringContaining(String(record['pulse'])));
    expect(app.otherHosts).toEqual([]);
    expect(app.violations).toEqual([]);
    await app.close();
  },
);
