import { describe, expect } from 'vitest';
import { embeddedWriter } from '../../src/engines/models';
import * as drive from '../../tools/driveApp.mjs';
import { test } from '../support/browser';
import { asFile, confirmRemoval, notesRecipe, openWriters, weights } from '../support/modelsPage';

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
