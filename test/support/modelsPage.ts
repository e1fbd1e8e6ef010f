import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** A model that writes: the embedded one, as a user would have it as a file. */
export const weights = readFileSync('public/writer/embedded-writer.gguf');

/** A file to hand to an input. */
export const asFile = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer,
});

/** A recipe of one table with one text a record. */
export const notesRecipe = (rows: number): string =>
  JSON.stringify({
    cloister: 1,
    title: 'Notes',
    seed: 1,
    tables: {
      visit: {
        rows,
        fields: {
          age: { type: 'integer', min: 20, max: 90 },
          note: { type: 'text', kind: 'triage note', facts: ['age'], words: [5, 40] },
        },
      },
    },
  });

/** The line of a model that is here, on the page for models. */
export function storedRow(page: Page, name: string | RegExp): Locator {
  return page
    .getByRole('region', { name: 'On this device' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) });
}

/** Says yes to what is asked once. */
export async function confirmRemoval(page: Page): Promise<void> {
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove it' }).click();
}

/** Opens what is said about the writer, where writers are chosen. */
export async function openWriters(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Writer: / }).click();
  return page.getByRole('dialog', { name: /^About the / });
}
