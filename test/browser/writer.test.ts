import { describe, expect } from 'vitest';
import { findKinds } from '../../src/app/editing/findKinds';
import { embeddedWriter } from '../../src/engines/models';
import * as drive from '../../tools/driveApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { test } from '../support/browser';

type Page = OpenApp['page'];
type Place = ReturnType<Page['getByRole']>;

const { kinds = [], about } = embeddedWriter;

async function openNote(page: Page): Promise<Place> {
  await page.getByRole('button', { name: 'Start empty' }).click();
  const fields = {
    age: { type: 'integer', min: 20, max: 90 },
    note: { type: 'text', kind: kinds[0]?.name, facts: ['age'], words: [5, 30] },
  };
  await drive.writeDocument(
    page,
    JSON.stringify({ cloister: 1, title: 'Notes', seed: 1, tables: { visit: { rows: 3, fields } } }),
  );
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  await page.getByRole('button', { name: 'note Written text' }).click();
  return page.getByRole('combobox', { name: 'Kind of text' });
}

async function tabTo(page: Page, place: Place): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never got there.');
}

async function storedKind(page: Page): Promise<string> {
  const document = JSON.parse(await drive.readDocument(page));
  return document.tables.visit.fields.note.kind;
}

describe('the kind of text', () => {
  test('is found by typing and chosen by keys', async ({ app }) => {
    const { page } = app;
    const box = await openNote(page);
    const list = page.getByRole('listbox', { name: 'Kind of text' });
    const options = list.getByRole('option');
    await tabTo(page, box);
    await page.keyboard.press('ArrowDown');
    await list.waitFor();
    expect(await options.count()).toBe(kinds.length);
    expect(await options.and(page.locator('[aria-selected="true"]')).innerText()).toContain(kinds[0]?.name);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });

    const wanted = kinds.find(({ trade }) => trade === 'legal')?.name.slice(0, 5) ?? '';
    const [first] = findKinds(kinds, wanted).flatMap(({ choices }) => choices);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(wanted);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe(first?.label);
    await list.waitFor({ state: 'detached' });
    expect(await storedKind(page)).toBe(first?.label);
  });

  test('may be any other, and the form says what that means', async ({ app }) => {
    const { page } = app;
    const box = await openNote(page);
    const hint = page.getByText('Not a kind this writer knows: it will write general prose.');
    await tabTo(page, box);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Zeppelin manifest');
    await page.keyboard.press('Enter');
    await hint.waitFor();
    expect(await hint.innerText()).not.toContain('Did you mean');

    const name = kinds[0]?.name ?? '';
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`${name.slice(0, -1)}q`);
    expect(await hint.innerText()).toContain(`Did you mean ${name}?`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await hint.waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe(name);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the card of the writer', () => {
  test('opens from the run with the network cut, and gives the focus back', async ({ app }) => {
    const { page, context } = app;
    await drive.waitUntilReadyOffline(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await app.cutNetwork();
    await openNote(page);
    await page.keyboard.press('Alt+2');
    const opener = page.getByRole('button', { name: 'About this writer' });
    const card = page.getByRole('dialog', { name: 'About the embedded writer' });
    await opener.waitFor();
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    await card.waitFor();
    expect(await card.getByRole('row').count()).toBeGreaterThan(about?.figures.length ?? 0);
    for (const text of [about?.summary, about?.privacy, about?.licence, about?.sha256]) {
      expect(await card.innerText()).toContain(text);
    }
    await tabTo(page, card.getByRole('button', { name: /^Copy/ }));
    await page.keyboard.press('Enter');
    await card.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(about?.sha256);

    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(app.otherHosts).toEqual([]);
    expect(app.violations).toEqual([]);
  });
});
