import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { seriousFindings } from '../support/axe';
import { test } from '../support/browser';

describe('axe finds nothing serious', () => {
  test('on any screen, light or dark', async ({ app }) => {
    const { page } = app;
    const findings: string[] = [];
    const look = async (screen: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(200);
        for (const finding of await seriousFindings(page))
          findings.push(`${screen}, ${colorScheme}: ${finding}`);
      }
    };
    await page.getByRole('region', { name: 'Begin with an example' }).waitFor();
    await look('Start');
    await page.getByRole('button', { name: 'Nothing leaves this device' }).click();
    await page.getByRole('dialog').waitFor();
    await look('Proof');
    await page.keyboard.press('Escape');
    await drive.openExample(page, drive.exampleTitle('billing-lines'));
    await drive.readDocument(page);
    await page.getByRole('button', { name: /^Make [\d,]+ records$/ }).waitFor();
    await look('Recipe');
    await drive.act(page, 'narrative');
    const kind = page.getByRole('combobox', { name: 'Kind of text' });
    await kind.click();
    await page.getByRole('listbox', { name: 'Kind of text' }).waitFor();
    await look('Recipe, kinds of text');
    await kind.fill('triage not');
    await page.keyboard.press('Enter');
    await page.getByText('Not a kind this writer knows').waitFor();
    await look('Recipe, an unknown kind of text');
    await drive.goTo(page, 'Run');
    await look('Run, nothing made');
    await page.getByRole('button', { name: 'About this writer' }).click();
    await page.getByRole('dialog').waitFor();
    await look('Writer');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await drive.goTo(page, 'Recipe');
    const fields = {
      pulse: { type: 'integer', min: 50, max: 60, label: 'Pulse' },
      seen: { type: 'date', from: '2025-01-01', to: '2025-12-31' },
      sex: { type: 'category', values: { female: 1, male: 1 }, missing: 0.2 },
    };
    const text = { cloister: 1, title: 'Look', seed: 1, tables: { visit: { rows: 300, fields } } };
    await drive.writeDocument(page, JSON.stringify(text));
    await page.getByRole('button', { name: 'Make 300 records' }).waitFor();
    await drive.makeRecords(page);
    await drive.waitForRun(page, 60_000);
    await look('Run, done');
    await drive.goTo(page, 'Records');
    await drive.openRecord(page, 0);
    await look('Record');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await look('Records');
    await drive.goTo(page, 'Report');
    await drive.waitForReport(page);
    await look('Report');
    await drive.goTo(page, 'Export');
    await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor();
    await look('Export');
    await page.goto(`${app.origin}/models`);
    await page.getByText('No model yet').waitFor();
    const weights = readFileSync('public/writer/embedded-writer.gguf');
    const file = { name: 'mine.gguf', mimeType: 'application/octet-stream', buffer: weights };
    await page.getByLabel('Model files').setInputFiles(file);
    await page.getByText('is here and works offline').waitFor();
    for (const particulars of await page.getByText('Particulars', { exact: true }).all())
      await particulars.click();
    const letter = { ...file, name: 'letter.gguf', buffer: Buffer.from('Dear colleague') };
    await page.getByLabel('Model files').setInputFiles(letter);
    await page.getByRole('alert').waitFor();
    await app.context.setOffline(true);
    await page.getByText('There is no network now').waitFor();
    await look('Models');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByRole('dialog').waitFor();
    await look('What the models page may reach');
    expect(findings).toEqual([]);
  });
});
