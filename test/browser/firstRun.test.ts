import { describe, expect } from 'vitest';
import { embeddedWriter } from '../../src/engines/models';
import type { RehearsalResult, Run, SelfTestResult } from '../../src/storage/records';
import * as drive from '../../tools/driveApp.mjs';
import { seriousFindings } from '../support/axe';
import { test } from '../support/browser';

/** One note a visit, of so many words from its age alone. */
const notes = (rows: number, words: readonly [number, number]): string =>
  JSON.stringify({
    cloister: 1,
    title: 'Notes',
    seed: 7,
    tables: {
      visit: {
        rows,
        fields: {
          age: { type: 'integer', min: 20, max: 90 },
          note: { type: 'text', label: 'Triage note', kind: 'triage note', facts: ['age'], words },
        },
      },
    },
  });

const steps = [
  'Checking the writer on this device',
  'Rehearsing with the first texts',
  'Writing and checking the texts',
];

describe('the first run with a writer', () => {
  test('tests it, begins with a rehearsal whose texts count, and no later run does', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Start empty' }).click();
    await drive.writeDocument(page, notes(40, [5, 40]));
    const titles = await drive.watchTitles(page);
    await drive.makeRecords(page);
    await page.getByRole('heading', { name: '40 records made' }).waitFor();
    expect((await titles()).filter((title) => steps.includes(title))).toEqual(steps);
    await page.getByText(/^Checked on this device: it writes right.* In the rehearsal \d+ of 20/).waitFor();
    const [tested] = (await drive.storedIn(page, 'selfTests')) as SelfTestResult[];
    expect(tested).toMatchObject({ modelSha256: embeddedWriter.sha256, test: { verdict: 'same' } });
    const [rehearsed] = (await drive.storedIn(page, 'rehearsals')) as RehearsalResult[];
    const run = (await drive.storedRun(page)) as Run;
    expect(rehearsed).toMatchObject({
      recipeVersion: run.recipeVersion,
      rehearsal: { cells: 20, time: { records: 40 } },
    });
    // Nothing was written twice.
    expect(run.counts).toMatchObject({ made: 40, cells: 40 });

    const again = await drive.watchTitles(page);
    await page.getByRole('button', { name: 'Make 40 records again' }).click();
    await page.getByRole('heading', { name: 'Writing and checking the texts' }).waitFor();
    await page.getByRole('heading', { name: '40 records made' }).waitFor();
    expect((await again()).filter((title) => steps.includes(title))).toEqual(steps.slice(2));
    expect(await drive.storedIn(page, 'selfTests')).toEqual([tested]);
    expect(await drive.storedIn(page, 'rehearsals')).toEqual([rehearsed]);
  });

  test('waits where the writer is out of its depth, says why, and goes on all the same', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Start empty' }).click();
    await drive.writeDocument(page, notes(20_000, [13, 13]));
    await drive.makeRecords(page);
    const paused = page.getByRole('heading', { name: 'Paused at 20 of 20,000' });
    await paused.waitFor({ timeout: 120_000 });
    const alert = page.getByRole('alert');
    expect(await alert.innerText()).toContain(
      'Embedded writer did not pass the rehearsal with the first 20 texts',
    );
    await page.getByText(/The checks reject (all|\d+%) of its first tries at “Triage note”/).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(200);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.getByRole('link', { name: 'Device' }).click();
    await page
      .getByRole('row', { name: /^Embedded writer/ })
      .getByText('Does not pass')
      .waitFor();
    await page.getByRole('link', { name: 'Run' }).click();
    const resume = page.getByRole('button', { name: 'Resume all the same' });
    await resume.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Writing and checking the texts' }).waitFor();
    await drive.untilMade(page, { least: 25, rows: 20_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
    expect(await alert.count()).toBe(0);
  });
});
