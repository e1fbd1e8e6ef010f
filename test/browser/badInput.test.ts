import { describe, expect } from 'vitest';
import * as drive from '../../tools/driveApp.mjs';
import { openApp } from '../../tools/openApp.mjs';
import type { OpenApp } from '../../tools/openApp.mjs';
import { readCsv } from '../../tools/readRecords.mjs';
import { test } from '../support/browser';
import { triageRecipe } from '../support/triageRecipe';

type Page = OpenApp['page'];

const whole = { type: 'integer', min: 1, max: 5 };

function recipe(fields: Record<string, unknown>, table: Record<string, unknown> = {}): string {
  return JSON.stringify({
    cloister: 1,
    title: 'Bad',
    seed: 1,
    today: '2026-03-01',
    tables: { visit: { rows: 10, fields, ...table } },
  });
}

/** What the Recipe screen says is wrong, and that no run can be started from it. */
async function problemsOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^\d+ problems?/ }).click();
  const said = await page.locator('.problem-menu').innerText();
  await page.keyboard.press('Escape');
  const make = page.getByRole('button', { name: /^Make/ });
  expect(await make.getAttribute('aria-disabled')).toBe('true');
  return said;
}

async function openText(page: Page, text: string, name = 'bad.json'): Promise<void> {
  await drive.openRecipe(page, { name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

describe('a recipe that cannot be', () => {
  test.for([
    ['of a type that is not there', recipe({ pulse: { type: 'numbr' } }), /numbr.*number/s],
    ['with a wrong type of option', recipe({ pulse: { ...whole, min: 'low' } }), /pulse.*min/s],
    ['with an unknown key', recipe({ pulse: { ...whole, mean_: 3 } }), /mean_/],
    [
      'with a fact that is not there',
      recipe({ pulse: whole, note: { type: 'text', kind: 'note', facts: ['puls'], words: [3, 9] } }),
      /puls.*did you mean.*pulse/s,
    ],
    [
      'with a circular reference',
      recipe({ a: { type: 'derived', formula: 'b + 1' }, b: { type: 'derived', formula: 'a + 1' } }),
      /a.*b|b.*a/s,
    ],
    ['with a minimum above the maximum', recipe({ pulse: { type: 'integer', min: 90, max: 18 } }), /90.*18/s],
    [
      'unique over fewer values than rows',
      recipe({ pulse: whole }, { constraints: [{ type: 'unique', fields: ['pulse'] }] }),
      /5.*10|10.*5/s,
    ],
    ['with a field named __proto__', recipe({ pulse: whole }).replace('"pulse"', '"__proto__"'), /__proto__/],
    ['with no fields', recipe({}), /field/],
  ] as const)('%s is refused in a sentence with its place, and kept', async ([, text, words], { app }) => {
    const { page } = app;
    await openText(page, text);
    expect(await problemsOf(page)).toMatch(words);
    await page.reload();
    expect(JSON.parse(await drive.readDocument(page))).toEqual(JSON.parse(text));
    expect(app.errors.filter((line) => !line.includes('Failed to load resource'))).toEqual([]);
  });

  test('that is not JSON stays as it was typed, and the form shows the last good one', async ({ app }) => {
    const { page } = app;
    await openText(page, recipe({ pulse: whole }));
    await drive.writeDocument(page, '{ "cloister": 1, ');
    await page.getByText('The form and the preview show the last version that could be read.').waitFor();
    expect(await page.getByRole('button', { name: /^Make/ }).getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => drive.storedDocuments(page)).toContain('{ "cloister": 1, ');
    await page.reload();
    expect(await drive.readDocument(page)).toBe('{ "cloister": 1, ');
  });

  test('of no rows, or of a million texts, says what it will do before it does it', async ({ app }) => {
    const { page } = app;
    await openText(page, triageRecipe(1_000_000));
    await page.getByRole('button', { name: 'Make 1,000,000 records' }).waitFor();
    await drive.writeDocument(page, triageRecipe(0));
    const make = page.getByRole('button', { name: 'Make 0 records' });
    const problem = page.getByRole('button', { name: /^\d+ (problem|remark)/ });
    await make.or(problem).first().waitFor();
  });
});

describe('names from everywhere', () => {
  test('emoji and right-to-left labels come out of the export as they went in', async ({ app }) => {
    const { page } = app;
    const fields = {
      pulse: { ...whole, label: '💓 نبض' },
      ward: { type: 'category', values: { 'מחלקה א': 1, 急诊: 1 }, label: 'מחלקה' },
    };
    await openText(page, recipe(fields));
    await drive.makeRecords(page);
    await drive.waitForRun(page, 60_000);
    await drive.goTo(page, 'Export');
    const records = readCsv(await drive.exportTable(page, { format: 'CSV' }));
    expect(Object.keys(records[0] ?? {})).toEqual(['💓 نبض', 'מחלקה']);
    for (const record of records) expect(['מחלקה א', '急诊']).toContain(record['מחלקה']);
  });
});

describe('a file dropped by mistake', () => {
  test.for([
    [
      'a picture',
      'scan.csv',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(4000)]),
    ],
    ['an empty file', 'empty.csv', Buffer.alloc(0)],
    ['only a header', 'header.csv', Buffer.from('a,b,c\r\n')],
  ] as const)('%s gets a sentence, and Start stays as it is', async ([, name, buffer], { app }) => {
    const { page } = app;
    await page.getByLabel('File to open').setInputFiles({ name, mimeType: 'text/csv', buffer });
    const said = page.getByRole('alert');
    await said.waitFor();
    expect(await said.innerText()).toMatch(/file/i);
    await page.getByRole('button', { name: 'Start empty' }).waitFor();
  });

  test('50 MB are read or refused in time, and the window keeps answering', async ({ app }) => {
    const { page } = app;
    await page.getByRole('button', { name: 'Start empty' }).waitFor();
    // Made in the page: a file of this size cannot be handed over.
    await page.evaluate(() => {
      const line = `${'x'.repeat(96)},1\n`.repeat(1000);
      const file = new File(['name,count\n', ...Array.from({ length: 510 }, () => line)], 'large.csv', {
        type: 'text/csv',
      });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      window.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    });
    const longest = await page.evaluate(async () => {
      let longest = 0;
      for (let last = performance.now(), turns = 0; turns < 100; turns++) {
        await new Promise((done) => setTimeout(done, 20));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
      return longest;
    });
    expect(longest).toBeLessThan(5000);
    const taken = page.getByRole('dialog', { name: /^What was taken from large/ });
    await taken.or(page.getByRole('alert')).first().waitFor({ timeout: 150_000 });
  });
});

describe('a browser that lacks something', () => {
  test('without IndexedDB recipes can be written and previewed, and the screen says why no more', async ({
    chromium,
  }) => {
    const app = await openApp(chromium);
    await app.context.addInitScript(() =>
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    );
    await app.page.goto(app.origin);
    await app.page.getByRole('alert').filter({ hasText: 'keeps nothing' }).waitFor();
    await openText(app.page, recipe({ pulse: whole }));
    const make = app.page.getByRole('button', { name: 'Make 10 records' });
    await make.waitFor();
    expect(await make.getAttribute('aria-disabled')).toBe('true');
    await app.close();
  });

  test('without threads the writer still writes, on one core', async ({ chromium }) => {
    const app = await openApp(chromium, { headers: {}, serviceWorkers: 'block' });
    await app.page.goto(app.origin);
    await app.page.getByText('one processor core only').waitFor();
    await openText(app.page, triageRecipe(3));
    await drive.makeRecords(app.page);
    await drive.waitForRun(app.page, 150_000);
    expect((await drive.storedRun(app.page)).writer?.threads).toBe(1);
    await app.close();
  });

  test('with no room left the run stops with a sentence, and loses nothing that was there', async ({
    app,
  }) => {
    const { page } = app;
    // The browser's own answer to a full disk, from the third chunk on.
    page.on('worker', (worker) => {
      worker.evaluate(fillTheDisk).catch(() => undefined);
    });
    const fields = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`text_${at}`, words]));
    await openText(page, recipe(fields, { rows: 20_000 }));
    await drive.makeRecords(page);
    await expect(drive.waitForRun(page, 120_000)).rejects.toThrow(/no room left/);
    const { counts, status } = await drive.storedRun(page);
    expect(status).toBe('failed');
    expect(counts.made).toBeGreaterThan(0);
    await drive.goTo(page, 'Records');
    await drive.openRecord(page, 0);
    await page.reload();
    await drive.goTo(page, 'Recipe');
    expect(await drive.readDocument(page)).toContain('text_19');
  });
});

const words = { type: 'pattern', regex: '[a-z]{60}' };

function fillTheDisk(): void {
  const { put } = IDBObjectStore.prototype;
  let chunks = 0;
  IDBObjectStore.prototype.put = function (...given: Parameters<IDBObjectStore['put']>) {
    if (this.name === 'chunks' && ++chunks > 2) throw new DOMException('Full', 'QuotaExceededError');
    return put.apply(this, given);
  };
}
