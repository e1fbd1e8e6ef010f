import { describe, expect } from 'vitest';
import { embeddedWriter } from '../../src/engines/models';
import type { RehearsalResult, SelfTestResult } from '../../src/storage/records';
import * as drive from '../../tools/driveApp.mjs';
import { openApp, type OpenApp } from '../../tools/openApp.mjs';
import { seriousFindings } from '../support/axe';
import { test } from '../support/browser';

type Page = OpenApp['page'];

const patience = { timeout: 150_000 };

async function openTriage(page: Page): Promise<void> {
  await drive.openExample(page, drive.exampleTitle('ed-triage'));
  await page.getByRole('button', { name: 'Make 200 records' }).waitFor();
}

const row = (page: Page) => page.getByRole('row', { name: new RegExp(`^${embeddedWriter.label}`) });

describe('the device screen', () => {
  test('checks and rehearses the embedded writer by keys, and has the results after a reload, offline', async ({
    app,
  }) => {
    const { page } = app;
    await drive.waitUntilReadyOffline(page);
    await openTriage(page);
    // Never in the way: the run screen offers the check in a line, beside its own action.
    await page.keyboard.press('Alt+2');
    await page.getByText('This writer has not been checked on this device yet.').waitFor();
    await page.getByRole('button', { name: 'Make 200 records' }).waitFor();
    await drive.act(page, 'Go to Device');
    await page.getByText('Nothing has been measured on this device yet.').waitFor();
    const action = page.getByRole('button', { name: 'Check and rehearse the writer' });
    await action.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await row(page)
      .getByText(/\d+ of 20 first tries passed/)
      .waitFor(patience);

    expect(await row(page).innerText()).toContain('Yes: word for word what this model is known to write');
    expect(await page.locator('main').innerText()).toMatch(
      /This machine writes about [\d,.]+ tokens a second on the processor/,
    );
    expect(await page.locator('main').innerText()).toContain('No graphics processor can be used, because ');
    await page.getByText('Triage note, as it was rehearsed').waitFor();
    const [tested] = (await drive.storedIn(page, 'selfTests')) as SelfTestResult[];
    expect(tested).toMatchObject({
      modelSha256: embeddedWriter.sha256,
      test: { verdict: 'same', comparedWith: 'recording', facts: { backend: 'CPU' } },
    });
    const [rehearsed] = (await drive.storedIn(page, 'rehearsals')) as RehearsalResult[];
    expect(rehearsed?.rehearsal).toMatchObject({ cells: 20, time: { records: 200 } });
    const { time } = rehearsed!.rehearsal;
    expect(time.low < time.milliseconds && time.milliseconds < time.high).toBe(true);
    // No text of the rehearsal is kept, and it made no run.
    expect(JSON.stringify(rehearsed)).not.toMatch(/patient|triage\./i);
    expect(await drive.storedIn(page, 'runs')).toEqual([]);

    await app.cutNetwork();
    await page.reload();
    await row(page)
      .getByText(/\d+ of 20 first tries passed/)
      .waitFor();
    await page.getByRole('link', { name: 'Run' }).click();
    await page.getByText(/^Checked on this device: it writes right, about/).waitFor();
    expect([app.otherHosts, app.violations]).toEqual([[], []]);
  });

  test('stops within a second, keeps nothing of it, and gives way to a run', async ({ app }) => {
    const { page } = app;
    await openTriage(page);
    await page.getByRole('link', { name: 'Device' }).click();
    const action = page.getByRole('button', { name: 'Check and rehearse the writer' });
    await action.click();
    await page.getByText('Waking the writer').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await action.waitFor({ timeout: 1000 });
    expect(await drive.storedIn(page, 'selfTests')).toEqual([]);
    await action.click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/run$/);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await page.getByRole('link', { name: 'Device' }).click();
    await action.waitFor();
  });

  test('says what this device is without a recipe, and what else it needs', async ({ app }) => {
    const { page } = app;
    await page.getByRole('link', { name: 'Device' }).click();
    await page.waitForURL(/#\/device$/);
    await page.getByText('No recipe with texts is open').waitFor();
    await page.getByText('Device report').click();
    const facts = await page.locator('details').innerText();
    for (const name of [
      'Browser',
      'Processor cores',
      'WebAssembly can do',
      'Graphics processor',
      'Storage used',
    ])
      expect(facts).toContain(name);
    expect(facts).toMatch(/[0-9a-f]{64}/);
    await page.getByRole('button', { name: 'Check the writer' }).click();
    await row(page).getByText('Passed its check').waitFor(patience);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(200);
      expect(await seriousFindings(page)).toEqual([]);
    }
  });

  test('is at hand on a phone with work open, as is every step, and each screen begins at its top and is no wider', async ({
    app,
  }) => {
    const { page } = app;
    await page.setViewportSize({ width: 360, height: 740 });
    await openTriage(page);
    await page.getByLabel('Name of this work').evaluate((name: HTMLTextAreaElement) => {
      name.value = 'A name that is a good deal longer than any phone is wide, as names of work often are';
      name.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const width = (): Promise<number> =>
      page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    const bar = page.locator('header.rail');
    for (const name of ['Run', 'Records', 'Report', 'Export', 'Device', 'Recipe', 'Cloister']) {
      const link = bar.getByRole('link', { name });
      const { width: reach = 0, height = 0 } = (await link.boundingBox()) ?? {};
      expect(Math.min(reach, height)).toBeGreaterThanOrEqual(40);
      await page.locator('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
      await link.click();
      await page.locator('h1').first().waitFor();
      expect([name, await width()]).toEqual([name, 0]);
      // Another screen is read from its top.
      await expect.poll(() => page.locator('main').evaluate((main) => main.scrollTop)).toBe(0);
    }
    await page.getByText('A name that is a good deal longer').waitFor();
    expect(await width()).toBe(0);
  });

  test('refuses a writer that writes other words than it should, and says so where it is used', async ({
    chromium,
  }) => {
    // Another device of the same make would compute wrong numbers; here the recording is what is wrong.
    const app = await openApp(chromium, { serviceWorkers: 'block' });
    const { page, context } = app;
    let changed = 0;
    await context.route(/assets\/.*\.js$/, async (route) => {
      const response = await route.fetch();
      const code = await response.text();
      const wrong = code.replaceAll('The patient was admitted with', 'Seventeen zebras arrived with');
      if (wrong !== code) changed++;
      await route.fulfill({ response, body: wrong });
    });
    await page.goto(app.origin);
    await openTriage(page);
    await page.getByRole('link', { name: 'Device' }).click();
    await page.getByRole('button', { name: 'Check and rehearse the writer' }).click();
    await row(page).getByText('Does not pass').waitFor(patience);
    expect(changed).toBeGreaterThan(0);
    const said = await page.locator('main').innerText();
    expect(said).toContain('The writer failed its check on the processor of this device.');
    expect(said).toContain('No: other words than what this model is known to write');
    expect(said).toContain('The processor of this device computes wrong numbers for it');
    expect(said).toContain('No writer on this device passes: see below why.');
    // Not rehearsed with, and not kept as passed.
    expect(await drive.storedIn(page, 'rehearsals')).toEqual([]);
    const [result] = (await drive.storedIn(page, 'selfTests')) as SelfTestResult[];
    expect(result?.test).toMatchObject({ verdict: 'different', passed: false });
    await page.keyboard.press('Alt+2');
    await page.getByText('This writer failed its check on the processor of this device.').waitFor();
    await app.close();
  });

  test('asks for a new check where the browser is another than it was', async ({ app }) => {
    const { page } = app;
    await page.getByRole('link', { name: 'Device' }).click();
    await page.getByRole('button', { name: 'Check the writer' }).click();
    await row(page).getByText('Passed its check').waitFor(patience);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'userAgent', { get: () => 'Chrome/999.0.0.0' }),
    );
    await page.reload();
    await page.getByText('the browser or the hardware has changed since: check it again').waitFor();
    expect(await row(page).innerText()).toContain('Not checked yet');
  });
});

test('a browser whose WebAssembly has no 64-bit memory is told so before any run, and on the device screen', async ({
  app,
}) => {
  const { page } = app;
  await app.context.addInitScript(() => {
    const validate = WebAssembly.validate.bind(WebAssembly);
    // A memory whose limits are flagged as of 64 bits, in a program of no more than that.
    WebAssembly.validate = (program) => {
      const bytes = new Uint8Array(program as ArrayBuffer);
      return !(bytes[8] === 5 && bytes[11] === 4) && validate(program);
    };
  });
  await page.reload();
  const why = /can run neither the embedded writer nor any model that is a GGUF file: .* lacks 64-bit memory/;
  await page.getByRole('alert').filter({ hasText: why }).waitFor();
  await openTriage(page);
  const action = page.getByRole('button', { name: 'Make 200 records' });
  expect(await action.getAttribute('aria-disabled')).toBe('true');
  await page.getByText(why).first().waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Run' }).click();
  await page.getByText(why).first().waitFor();
  await page.getByRole('link', { name: 'See the device' }).click();
  await row(page).getByText('Does not pass').waitFor();
  await page.getByText(why).first().waitFor();
  await page.getByRole('link', { name: 'Cloister' }).click();
  await page.getByRole('alert').filter({ hasText: 'Records without texts can be made' }).waitFor();
});
