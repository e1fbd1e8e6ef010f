import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { catalogue } from '../../src/engines/catalogue.data';
import { embeddedWriter } from '../../src/engines/models';
import * as drive from '../../tools/driveApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { test } from '../support/browser';
import { standInForHost } from '../support/hostInBrowser';
import { asFile, confirmRemoval, notesRecipe, openWriters, storedRow, weights } from '../support/modelsPage';

const entry = catalogue.find(
  ({ engine, sources }) => engine === 'llamaCpp' && sources[0]?.files.length === 1,
)!;
async function openModels({ page, origin }: OpenApp): Promise<void> {
  await page.goto(`${origin}/models`);
  await page.getByText('No model yet').waitFor();
}

/** The line of the catalogue, and what can be done there. */
function offerOf(page: OpenApp['page']) {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: entry.name, exact: true }) })
    .getByRole('listitem')
    .filter({ hasText: 'For any computer' });
}

describe('a model of the catalogue', () => {
  test('comes in with a pause and a reload between, verified, and then writes offline', async ({ app }) => {
    const { page } = app;
    const host = await standInForHost(app.context, entry, weights, [{ first: 1_000_000 }, 'silence', 'all']);
    await openModels(app);
    const offer = offerOf(page);
    await offer.getByRole('button', { name: /^Download/ }).click();
    await expect.poll(() => host.ranges.length, { timeout: 20_000 }).toBe(2);
    await offer.getByRole('button', { name: 'Pause' }).click();
    await offer.getByText('Paused at 1 MB of').waitFor();
    await page.reload();
    await offer.getByText('Paused at 1 MB of').waitFor();
    await offer.getByRole('button', { name: 'Go on' }).click();
    await offer.getByText('On this device').waitFor();
    expect(host.ranges).toEqual(['', 'bytes=1000000-', 'bytes=1000000-']);
    await storedRow(page, entry.name)
      .getByText('Verified: its fingerprint is the one that Hugging Face states')
      .waitFor();

    await page.getByRole('link', { name: 'Cloister' }).click();
    await drive.waitUntilReadyOffline(page);
    await app.cutNetwork();
    await openWriters(page);
    await page.getByRole('radio', { name: new RegExp(entry.name) }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Start empty' }).click();
    await drive.writeDocument(page, notesRecipe(3));
    await drive.makeRecords(page);
    await drive.waitForRun(page, 120_000);
    const run = await drive.storedRun(page);
    expect(run.counts.made).toBe(3);
    expect(run.writer?.model).toMatch(/^own-/);
    expect(run.writer?.modelSha256).toBe(embeddedWriter.sha256);
    expect(app.violations).toEqual([]);
  });

  test('that comes as something else is not kept, said so, and can be tried again', async ({ app }) => {
    const { page } = app;
    await standInForHost(app.context, entry, weights, ['wrong', 'wrong', 'all']);
    await openModels(app);
    const offer = offerOf(page);
    await offer.getByRole('button', { name: /^Download/ }).click();
    await offer.getByRole('alert').filter({ hasText: 'is not what it should be' }).waitFor();
    await page.getByText('No model yet').waitFor();
    await offer.getByRole('button', { name: 'Try again' }).click();
    await offer.getByText('On this device').waitFor();
  });

  test('that is cancelled leaves nothing', async ({ app }) => {
    const { page } = app;
    await standInForHost(app.context, entry, weights, [{ first: 500_000 }, 'silence']);
    await openModels(app);
    const offer = offerOf(page);
    await offer.getByRole('button', { name: /^Download/ }).click();
    await offer.getByText(/^500 kB of/).waitFor();
    await offer.getByRole('button', { name: 'Cancel' }).click();
    await offer.getByRole('button', { name: /^Download/ }).waitFor();
    await page.reload();
    await offer.getByRole('button', { name: /^Download/ }).waitFor();
    expect(await offer.getByRole('progressbar').count()).toBe(0);
  });

  test('cannot be asked for without a network, and the page says so', async ({ app }) => {
    const { page } = app;
    await page.getByText('Ready offline', { exact: true }).waitFor();
    await app.cutNetwork();
    await openModels(app);
    await page.getByText('There is no network now').waitFor();
    expect(
      await offerOf(page)
        .getByRole('button', { name: /^Download/ })
        .isDisabled(),
    ).toBe(true);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });
});

describe('a model that the user has', () => {
  test('comes in from a folder, whatever lies beside it', async ({ app }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cloister-model-'));
    const inner = join(folder, 'my model');
    mkdirSync(inner);
    writeFileSync(join(inner, 'weights.bin'), weights);
    writeFileSync(join(inner, 'README.txt'), 'read me');
    try {
      await openModels(app);
      await app.page.getByLabel('Model folder').setInputFiles(inner);
      await app.page.getByText('is here and works offline').waitFor();
      await app.page.getByText(/^Not verified: it came without a fingerprint/).waitFor();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('comes in by a drop, goes out as a zip, is removed, and comes in again from the zip', async ({
    app,
  }) => {
    const { page } = app;
    await app.context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
    await openModels(app);
    const transfer = await page.evaluateHandle(async () => {
      const bytes = await (await fetch('/writer/embedded-writer.gguf')).arrayBuffer();
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'dropped.gguf'));
      return data;
    });
    await page
      .getByRole('group', { name: 'Bring a model' })
      .dispatchEvent('drop', { dataTransfer: transfer });
    const row = storedRow(page, /./).first();
    await row.waitFor();
    const downloading = page.waitForEvent('download');
    await row.getByRole('button', { name: /^Export/ }).click();
    const zip = await (await downloading).path();
    await row.getByText('in your downloads').waitFor();
    await row.getByRole('button', { name: /^Remove/ }).click();
    await confirmRemoval(page);
    await page.getByText('No model yet').waitFor();
    await page.getByLabel('Model files').setInputFiles(zip);
    await row.getByText('Verified: its fingerprint is the one in the list that came with it').waitFor();
  });

  test('that has changed on the disk is found out when it is verified again', async ({ app }) => {
    const { page } = app;
    await openModels(app);
    await page.getByLabel('Model files').setInputFiles(asFile('mine.gguf', weights));
    const row = storedRow(page, /./).first();
    await row.getByRole('button', { name: /^Verify/ }).click();
    await row.getByText('are as they came').waitFor();
    await page.evaluate(async () => {
      const spoil = async (folder: FileSystemDirectoryHandle): Promise<void> => {
        for await (const entry of folder.values()) {
          if (entry.kind === 'directory') await spoil(entry as FileSystemDirectoryHandle);
          else if (entry.name.endsWith('.gguf')) {
            const out = await (entry as FileSystemFileHandle).createWritable({ keepExistingData: true });
            await out.write({ type: 'write', position: 1_000_000, data: new Uint8Array([1, 2, 3, 4]) });
            await out.close();
          }
        }
      };
      await spoil(await navigator.storage.getDirectory());
    });
    await row.getByRole('button', { name: /^Verify/ }).click();
    await row.getByText(/^Damaged: /).waitFor();
  });

  test('that is no model is refused in a sentence', async ({ app }) => {
    const { page } = app;
    await openModels(app);
    await page.getByLabel('Model files').setInputFiles(asFile('letter.gguf', Buffer.from('Dear colleague')));
    await page.getByRole('alert').filter({ hasText: '“letter.gguf” is not a GGUF file' }).waitFor();
    await page.getByText('No model yet').waitFor();
  });
});

describe('between the work and the models', () => {
  test('the way there and back keeps the place, and a run under way is not left', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Start empty' }).click();
    await drive.goTo(page, 'Export');
    const place = new URL(page.url()).hash;
    await drive.act(page, 'bring a model');
    await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
    await page.getByRole('link', { name: 'Back to the work' }).click();
    await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor();
    expect(new URL(page.url()).hash).toBe(place);

    await drive.goTo(page, 'Recipe');
    await drive.writeDocument(page, notesRecipe(400));
    await drive.makeRecords(page);
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await openWriters(page);
    const opening = app.context.waitForEvent('page');
    await page.getByRole('link', { name: /Models to download.*new tab/ }).click();
    const other = await opening;
    await other.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
    expect(await other.evaluate(() => window.opener)).toBeNull();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
  });
});

test('where the browser keeps no files the page says so, and the embedded writer writes all the same', async ({
  app,
}) => {
  const { page } = app;
  await app.context.addInitScript(() => {
    StorageManager.prototype.getDirectory = () =>
      Promise.reject(new DOMException('Security error when calling GetDirectory', 'SecurityError'));
  });
  await openModels(app);
  const alert = page.getByRole('alert').filter({ hasText: 'This browser keeps no files for this page' });
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/open Cloister in an ordinary window/);
  expect(
    await offerOf(page)
      .getByRole('button', { name: /^Download/ })
      .isDisabled(),
  ).toBe(true);
  expect(await page.getByRole('button', { name: 'Add files or a zip' }).isDisabled()).toBe(true);
  await page.getByRole('link', { name: 'Cloister' }).click();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await drive.writeDocument(page, notesRecipe(2));
  await drive.makeRecords(page);
  await drive.waitForRun(page, 120_000);
  expect((await drive.storedRun(page)).counts.made).toBe(2);
});
