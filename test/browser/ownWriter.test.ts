import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { embeddedWriter } from '../../src/engines/models';
import * as drive from '../../tools/driveApp.mjs';
import { test } from '../support/browser';
import { asFile, confirmRemoval, notesRecipe, openWriters, weights } from '../support/modelsPage';

/** As if every writer had failed its check on this device. */
async function spoilChecks(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settle = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error ?? new Error('no reason'));
      });
    const [{ name = '' } = {}] = await indexedDB.databases();
    const database = await settle(indexedDB.open(name));
    const store = database.transaction('selfTests', 'readwrite').objectStore('selfTests');
    const rows = (await settle(store.getAll())) as { test: object }[];
    if (rows.length === 0) throw new Error('No check is stored.');
    for (const row of rows) {
      await settle(store.put({ ...row, test: { ...row.test, passed: false, verdict: 'different' } }));
    }
    database.close();
  });
}

describe('a model file that the user brings', () => {
  test('writes, offline, under whatever name it has, and is still there after a reload', async ({ app }) => {
    const { page } = app;
    await drive.waitUntilReadyOffline(page);
    await app.cutNetwork();
    expect(await drive.addWriter(page, asFile('holiday picture.bin', weights))).toBeNull();
    await page.reload();
    await page.getByRole('button', { name: 'Start empty' }).click();
    await drive.writeDocument(page, notesRecipe(4));
    await drive.makeRecords(page);
    await drive.waitForRun(page, 120_000);
    const run = await drive.storedRun(page);
    expect(run.counts.made).toBe(4);
    expect(run.writer?.model).toMatch(/^own-/);
    expect(run.writer?.modelSha256).toBe(embeddedWriter.sha256);
    expect(app.otherHosts).toEqual([]);
    expect(app.violations).toEqual([]);
  });

  test('is tested before its first run here, and writes nothing where it fails', async ({ app }) => {
    const { page } = app;
    // Another name inside, so that what is known of the embedded writer is not known of this one.
    const mine = Buffer.from(weights);
    mine.write('My own', mine.indexOf('Cloister embedded'));
    expect(await drive.addWriter(page, asFile('mine.gguf', mine))).toBeNull();
    await page.getByRole('button', { name: 'Start empty' }).click();
    await drive.writeDocument(page, notesRecipe(4));
    await drive.makeRecords(page);
    await page.getByRole('heading', { level: 1, name: 'Checking the writer on this device' }).waitFor();
    await drive.waitForRun(page, 120_000);

    await spoilChecks(page);
    await page.reload();
    await page.getByRole('button', { name: 'Make 4 records again' }).click();
    const stopped = page.getByRole('main').getByRole('alert');
    await stopped.waitFor({ timeout: 60_000 });
    expect(await stopped.innerText()).toContain('failed its check before its first run here');
    expect((await drive.storedRun(page)).counts.made).toBe(0);

    const dialog = await openWriters(page);
    await dialog.getByRole('radio').first().check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Resume' }).click();
    await drive.waitForRun(page, 120_000);
    const { writer, counts } = await drive.storedRun(page);
    expect(writer?.model).toBe(embeddedWriter.id);
    expect(counts.made).toBe(4);
  });

  test('is kept once, and goes when it is removed', async ({ app }) => {
    const { page } = app;
    await drive.addWriter(page, asFile('one.gguf', weights));
    await drive.addWriter(page, asFile('two.gguf', weights));
    const dialog = await openWriters(page);
    expect(await dialog.getByRole('radio').count()).toBe(2);
    await dialog.getByRole('button', { name: /^Remove / }).click();
    await confirmRemoval(page);
    await dialog.getByRole('radio').nth(1).waitFor({ state: 'detached' });
    expect(await dialog.getByRole('radio', { checked: true }).getAttribute('value')).toBe(embeddedWriter.id);
  });

  test('that can be no writer is refused in a sentence, and nothing of it stays', async ({ app }) => {
    const { page } = app;
    expect(
      await drive.addWriter(page, asFile('letter.gguf', Buffer.from('Dear colleague, '.repeat(9)))),
    ).toContain('“letter.gguf” is not a GGUF file');
    expect(await drive.addWriter(page, asFile('half.gguf', weights.subarray(0, -1000)))).toContain(
      '“half.gguf” was cut short: 1,000 of its',
    );
    expect(
      await page.evaluate(async () => {
        const names: string[] = [];
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('models', { create: true });
        for await (const name of folder.keys()) names.push(name);
        return names;
      }),
    ).toEqual([]);
  });
});
