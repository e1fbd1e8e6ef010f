import { readdirSync, readFileSync } from 'node:fs';

/**
 * The steps of the work, done in the real app the way a person does them. The demo and the browser tests share them.
 * @typedef {import('playwright-core').Page} Page
 */

/** @param {Page} page */
export async function waitUntilReadyOffline(page) {
  await page.getByText('Ready offline', { exact: true }).waitFor({ timeout: 120_000 });
}

/** From Start to the recipe of an example. @param {Page} page @param {string} title */
export async function openExample(page, title) {
  await page
    .getByRole('region', { name: 'Begin with an example' })
    .getByRole('button', { name: title })
    .click();
  await recipeIsOpen(page);
}

/** What Start calls the example with this id. @param {string} id @returns {string} */
export function exampleTitle(id) {
  const ids = readdirSync('test/recipes').sort();
  if (!ids.includes(id)) throw new Error(`There is no example or file "${id}". Examples: ${ids.join(', ')}.`);
  return JSON.parse(readFileSync(`test/recipes/${id}/recipe.json`, 'utf8')).title;
}

/** From Start to the recipe in a file. @param {Page} page @param {Parameters<import('playwright-core').Locator['setInputFiles']>[0]} file */
export async function openRecipe(page, file) {
  await page.getByLabel('File to open').setInputFiles(file);
  await recipeIsOpen(page);
}

/**
 * From Start to the recipe made from a table; gives what the screen says was taken, field by field.
 * @param {Page} page @param {Parameters<import('playwright-core').Locator['setInputFiles']>[0]} file
 * @returns {Promise<{ field: string, notes: string[] }[]>}
 */
export async function importTable(page, file) {
  await page.getByLabel('File to open').setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: /^What was taken from/ });
  await dialog.waitFor({ timeout: 120_000 });
  const notes = await dialog.locator('section').evaluateAll((sections) =>
    sections.map((section) => ({
      field: section.querySelector('h3 .mono')?.textContent?.trim() ?? '',
      notes: [...section.querySelectorAll('li')].map((item) => item.innerText.trim()),
    })),
  );
  await dialog.getByRole('button', { name: 'Open the recipe' }).click();
  await recipeIsOpen(page);
  return notes;
}

/** @param {Page} page */
async function recipeIsOpen(page) {
  await page.getByRole('region', { name: 'Preview' }).waitFor();
}

/** The document as the Recipe screen has it. @param {Page} page @returns {Promise<string>} */
export async function readDocument(page) {
  const pane = page.getByRole('textbox', { name: 'Recipe as JSON' });
  if (!(await pane.isVisible())) await page.getByRole('button', { name: 'JSON', exact: true }).click();
  return pane.inputValue();
}

/** @param {Page} page @param {string} document */
export async function writeDocument(page, document) {
  await readDocument(page);
  await page.getByRole('textbox', { name: 'Recipe as JSON' }).fill(document);
}

/** @param {Page} page @param {string} name */
export async function goTo(page, name) {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name }).click();
}

/**
 * Brings a model file in as the writer; gives the sentence that says why not, or null.
 * @param {Page} page @param {Parameters<import('playwright-core').Locator['setInputFiles']>[0]} file
 * @returns {Promise<string | null>}
 */
export async function addWriter(page, file) {
  await page.getByRole('button', { name: /^Writer: / }).click();
  const dialog = page.getByRole('dialog', { name: /^About the / });
  await dialog.getByLabel('Model files').setInputFiles(file);
  const refused = dialog.getByRole('alert');
  const brought = dialog.getByRole('radio', { checked: true, disabled: false }).nth(0);
  await dialog.getByRole('button', { name: 'Add files or a zip' }).waitFor({ timeout: 300_000 });
  await brought.waitFor();
  const sentence = (await refused.isVisible()) ? await refused.innerText() : null;
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return sentence;
}

/** Finds an action by its words and does it, by the keyboard. @param {Page} page @param {string} words */
export async function act(page, words) {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: 'Find an action' });
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(words);
  const list = page.getByRole('listbox', { name: 'Find an action' });
  await list.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

/** Starts a run from the Recipe screen. @param {Page} page */
export async function makeRecords(page) {
  await page.getByRole('button', { name: /^Make [\d,]+ records?$/ }).click();
  await page.waitForURL(/#\/work\/[^/]+\/run$/);
}

/** Waits on the Run screen until the run is over; throws what the screen says when it failed. @param {Page} page @param {number} timeoutMs */
export async function waitForRun(page, timeoutMs) {
  const made = page.getByRole('heading', { level: 1, name: /records? made$/ });
  const stopped = page.getByRole('main').getByRole('alert');
  await made.or(stopped).first().waitFor({ timeout: timeoutMs });
  if (await stopped.isVisible()) throw new Error(`The run stopped: ${await stopped.innerText()}`);
}

/**
 * Waits on the Run screen until at least `least` of its records are made, and gives how many are. It looks at every
 * frame, for a fast run is over between two looks of a locator; throws when all of them are made at the first sight.
 * @param {Page} page @param {{ least: number, rows: number, timeoutMs?: number }} amounts @returns {Promise<number>}
 */
export async function untilMade(page, { least, rows, timeoutMs = 120_000 }) {
  const made = await page.evaluate(
    ([least, rows, timeoutMs]) =>
      new Promise((seen) => {
        const began = performance.now();
        const look = () => {
          const text = document.querySelector('main')?.innerText ?? '';
          const line = text.match(
            new RegExp(`^([\\d,]+) (?:of ${rows.toLocaleString('en-US')} records|records made)$`, 'm'),
          );
          const made = line === null ? -1 : Number(line[1]?.replaceAll(',', ''));
          if (made >= least || performance.now() - began > timeoutMs) seen(made);
          else requestAnimationFrame(look);
        };
        look();
      }),
    /** @type {const} */ ([least, rows, timeoutMs]),
  );
  if (made < least) throw new Error(`Only ${made} of ${rows} records were made in ${timeoutMs / 1000} s.`);
  if (made >= rows) throw new Error(`The run was over before ${least} of ${rows} records were seen.`);
  return made;
}

/**
 * From now on keeps every title that the screen has, however short; the function gives them.
 * @param {Page} page @returns {Promise<() => Promise<string[]>>}
 */
export async function watchTitles(page) {
  const seen = await page.evaluateHandle(() => {
    /** @type {string[]} */
    const titles = [];
    const look = () => {
      const title = document.querySelector('h1')?.textContent?.trim() ?? '';
      if (title !== '' && title !== titles.at(-1)) titles.push(title);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
    return titles;
  });
  return () => seen.jsonValue();
}

/** Opens the drawer of one record, counted from 0, by the keyboard. @param {Page} page @param {number} row */
export async function openRecord(page, row) {
  const grid = page.getByRole('grid', { name: /^Records of/ });
  await grid.getByRole('row').nth(1).waitFor();
  await grid.focus();
  for (let step = 0; step < row; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /, record [\d,]+ of [\d,]+$/ }).waitFor();
}

/** @param {Page} page */
export async function waitForReport(page) {
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor();
  await page.locator('main .summary').waitFor({ timeout: 120_000 });
}

/**
 * Exports one table on the Export screen and gives the file's text.
 * @param {Page} page @param {{ format: 'CSV' | 'JSON Lines', table?: string }} choice
 */
export async function exportTable(page, { format, table }) {
  await page.getByRole('heading', { level: 1, name: 'Export' }).waitFor();
  if (table !== undefined) await page.getByLabel('Table', { exact: true }).selectOption({ value: table });
  await page.getByRole('radio', { name: format }).check();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: new RegExp(`^Save [\\d,]+ records? as ${format}$`) }).click();
  const download = await downloading;
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Everything in one store of the browser's database, read without the app's own code.
 * @param {Page} page @param {'works' | 'recipes' | 'runs' | 'chunks' | 'journal' | 'selfTests' | 'rehearsals'} store @returns {Promise<unknown[]>}
 */
export async function storedIn(page, store) {
  return page.evaluate(async (store) => {
    /** @template Result @param {IDBRequest<Result>} request @returns {Promise<Result>} */
    const settle = (request) =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const { name } = (await indexedDB.databases())[0] ?? {};
    if (name === undefined) return [];
    const database = await settle(indexedDB.open(name));
    const all = await settle(database.transaction(store).objectStore(store).getAll());
    database.close();
    return all;
  }, store);
}

/** The newest run as it is stored. @param {Page} page */
export async function storedRun(page) {
  const runs = /** @type {import('../src/storage/records').Run[]} */ (await storedIn(page, 'runs'));
  const [newest] = runs.sort((a, b) => b.startedAt - a.startedAt);
  if (newest === undefined) throw new Error('No run is stored.');
  return newest;
}

/** Every stored version of every recipe document. @param {Page} page */
export async function storedDocuments(page) {
  const recipes = /** @type {import('../src/storage/records').RecipeVersion[]} */ (
    await storedIn(page, 'recipes')
  );
  return recipes.map(({ document }) => document);
}
