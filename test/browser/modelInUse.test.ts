import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { test } from '../support/browser';
import { asFile, confirmRemoval, notesRecipe, openWriters, storedRow, weights } from '../support/modelsPage';

const rows = 2000;

/** A run that writes with a model of the user's own, and goes on for a while. */
async function beginRun({ page }: OpenApp): Promise<void> {
  await drive.addWriter(page, asFile('mine.gguf', weights));
  await page.getByRole('button', { name: 'Start empty' }).click();
  await drive.writeDocument(page, notesRecipe(rows));
  await drive.makeRecords(page);
  // Before that the writer is tested, which keeps the model too, for another reason.
  await drive.untilMade(page, { least: 1, rows });
}

describe('a model that a run writes with', () => {
  test('is removed in no window before the run has ended, and each says why', async ({ app }) => {
    const { page } = app;
    await beginRun(app);

    const other = await app.newPage();
    await other.goto(`${app.origin}/models`);
    const row = storedRow(other, /./);
    await row.getByRole('button', { name: /^Remove/ }).click();
    await row.getByText(/^A run of yours is writing with “.+” now/).waitFor();
    expect(await other.getByRole('alertdialog').count()).toBe(0);

    const third = await app.newPage();
    await third.goto(app.origin);
    for (const workspace of [page, third]) {
      const dialog = await openWriters(workspace);
      await dialog.getByRole('button', { name: /^Remove / }).click();
      await dialog
        .getByRole('alert')
        .getByText(/^The run of “Notes” that began today \d\d:\d\d is writing with “.+”/)
        .waitFor();
      await workspace.keyboard.press('Escape');
    }

    // A worker that dies leaves no gap: the page holds on to the model.
    const writer = page.workers().find((one) => one.url().includes('/inference')) ?? expect.fail('no worker');
    writer.evaluate('self.close()').catch(() => undefined);
    await row.getByRole('button', { name: /^Remove/ }).click();
    await row.getByText(/^A run of yours is writing/).waitFor();

    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await row.getByRole('button', { name: /^Remove/ }).click();
    await confirmRemoval(other);
    await other.getByText('No model yet').waitFor();
    expect(app.violations).toEqual([]);
  });

  test('is free when the window of the run is gone', async ({ app }) => {
    await beginRun(app);
    const other = await app.newPage();
    await other.goto(`${app.origin}/models`);
    const row = storedRow(other, /./);
    await row.getByRole('button', { name: /^Remove/ }).click();
    await row.getByText(/^A run of yours is writing/).waitFor();
    await app.page.close();
    await row.getByRole('button', { name: /^Remove/ }).click();
    await confirmRemoval(other);
    await other.getByText('No model yet').waitFor();
  });
});
