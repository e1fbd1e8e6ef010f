import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { readCsv } from '../../tools/readRecords.mjs';
import { catalogue } from '../../src/engines/catalogue.data';
import { test } from '../support/browser';
import { standInForHost } from '../support/hostInBrowser';
import type { OpenApp } from '../../tools/openApp.mjs';

type Page = OpenApp['page'];

/** What has the focus, as its accessible words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const words = await focused(page);
    if (name.test(words)) return;
    passed.push(words);
  }
  throw new Error(`Tab never reached ${String(name)}; it passed: ${passed.join(' | ')}`);
}

describe('without a mouse', () => {
  test('the whole job can be done with keys', async ({ app }) => {
    const { page } = app;
    await page.getByRole('region', { name: 'Begin with an example' }).waitFor();
    await tabTo(page, /Start empty/);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Preview' }).waitFor();

    await tabTo(page, /Add a field/);
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Find a kind').waitFor();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Find a kind').waitFor({ state: 'detached' });
    await tabTo(page, /^JSON$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /Recipe as JSON/);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(
      JSON.stringify({
        cloister: 1,
        title: 'By keys',
        seed: 1,
        tables: { visit: { rows: 7, fields: { pulse: { type: 'integer', min: 50, max: 60 } } } },
      }),
    );
    await page.getByRole('button', { name: 'Make 7 records' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await drive.waitForRun(page, 60_000);

    await page.keyboard.press('Alt+3');
    await page.getByRole('grid', { name: /^Records of/ }).waitFor();
    await tabTo(page, /^Records of/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /record 2 of 7$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^Records of/);

    await page.keyboard.press('Alt+4');
    await drive.waitForReport(page);
    await page.keyboard.press('Alt+5');
    await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor();
    const downloading = page.waitForEvent('download');
    await tabTo(page, /^Save 7 records as CSV$/);
    await page.keyboard.press('Enter');
    const parts: Uint8Array[] = [];
    for await (const part of await (await downloading).createReadStream()) parts.push(part as Uint8Array);
    expect(readCsv(Buffer.concat(parts).toString())).toHaveLength(7);
  });

  test('the list of keys and the palette open, and Escape closes them', async ({ app }) => {
    const { page } = app;
    await page.getByRole('region', { name: 'Begin with an example' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a model is downloaded, paused, gone on with, verified and removed', async ({ app }) => {
    const { page } = app;
    const [entry] = catalogue;
    if (entry === undefined) throw new Error('The catalogue is empty.');
    const weights = readFileSync('public/writer/embedded-writer.gguf');
    const host = await standInForHost(app.context, entry, weights, [{ first: 500_000 }, 'silence', 'all']);
    await page.goto(`${app.origin}/models`);
    await page.getByText('No model yet').waitFor();
    await tabTo(page, new RegExp(`^Download ?${entry.name}, For any computer`));
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Pause');
    await expect.poll(() => host.ranges.length, { timeout: 20_000 }).toBe(2);
    await page.keyboard.press('Enter');
    await page.getByText(/^Paused at 500 kB/).waitFor();
    expect(await focused(page)).toBe('Go on');
    await page.keyboard.press('Enter');
    await page.getByText('is here and works offline').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await tabTo(page, new RegExp(`^Verify again ?${entry.name}`));
    await page.keyboard.press('Enter');
    await page.getByText('are as they came').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await tabTo(page, new RegExp(`^Remove ?${entry.name}`));
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await tabTo(page, /^Remove it$/);
    await page.keyboard.press('Enter');
    await page.getByText('No model yet').waitFor();
  });
});
