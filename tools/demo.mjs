import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import * as drive from './driveApp.mjs';
import { launchChromium, openApp } from './openApp.mjs';
import { compareExports } from './readRecords.mjs';

const usage =
  'npm run demo -- (--recipe EXAMPLE_OR_FILE | --import FILE) --rows N --out DIR [--seed S] [--model FILE.gguf]';
const longestRunMs = 3_600_000;

/**
 * @typedef {{ recipe?: string, import?: string, rows: number, out: string, seed?: number, model?: string }} Options
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ seed: number, tables: Record<string, { rows?: number, fields: Record<string, { type: string }> }> }} Document
 */

/** @param {string[]} args @returns {Options} */
function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(
      ['recipe', 'import', 'rows', 'out', 'seed', 'model'].map((name) => [
        name,
        { type: /** @type {const} */ ('string') },
      ]),
    ),
  });
  const {
    recipe,
    import: source,
    rows,
    out,
    seed,
    model,
  } = /** @type {Record<string, string | undefined>} */ (values);
  if ((recipe === undefined) === (source === undefined) || !rows || !out) throw new Error(usage);
  if (!/^[1-9]\d*$/.test(rows)) throw new Error(`--rows must be a whole number above 0, not ${rows}.`);
  for (const file of [source, model])
    if (file !== undefined && !existsSync(file)) throw new Error(`There is no file ${file}.`);
  return {
    rows: Number(rows),
    out,
    ...(recipe !== undefined && { recipe }),
    ...(source !== undefined && { import: source }),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(model !== undefined && { model }),
  };
}

/**
 * The table that `--rows` is about: the one with written fields, or else the first that says how many rows it has.
 * @param {Document} document
 */
export function mainTable({ tables }) {
  const counted = Object.entries(tables).filter(([, { rows }]) => rows !== undefined);
  const isWritten = (/** @type {{ type: string }} */ { type }) => type === 'text' || type === 'label';
  const written = counted.find(([, { fields }]) => Object.values(fields).some(isWritten));
  return (written ?? counted[0])?.[0] ?? Object.keys(tables)[0] ?? '';
}

/** @param {string} text @param {Options} options @returns {{ text: string, table: string }} */
function withOptions(text, { rows, seed }) {
  /** @type {Document} */
  const document = JSON.parse(text);
  const name = mainTable(document);
  const table = document.tables[name];
  if (table !== undefined) table.rows = rows;
  if (seed !== undefined) document.seed = seed;
  return { text: JSON.stringify(document, null, 2), table: name };
}

/** @param {Page} page @param {Options} options */
async function openWork(page, options) {
  if (options.import !== undefined) {
    const notes = await drive.importTable(page, options.import);
    writeFileSync(join(options.out, 'notes.json'), `${JSON.stringify(notes, null, 2)}\n`);
  } else if (options.recipe !== undefined && existsSync(options.recipe)) {
    await drive.openRecipe(page, options.recipe);
  } else {
    await drive.openExample(page, drive.exampleTitle(options.recipe ?? ''));
  }
}

/** Both formats of every table, written to the folder and read back. @param {Page} page @param {string[]} tables @param {Options} options */
async function exportAll(page, tables, { out }) {
  /** @type {Record<string, number>} */
  const made = {};
  const problems = [];
  for (const table of tables) {
    const several = tables.length > 1;
    const stem = join(out, several ? table : 'records');
    const choice = several ? { table } : {};
    const csv = await drive.exportTable(page, { format: 'CSV', ...choice });
    const jsonl = await drive.exportTable(page, { format: 'JSON Lines', ...choice });
    writeFileSync(`${stem}.csv`, csv);
    writeFileSync(`${stem}.jsonl`, jsonl);
    const rows = jsonl.split('\n').length - 1;
    made[table] = rows;
    problems.push(...compareExports(csv, jsonl, rows).map((problem) => `${table}: ${problem}`));
  }
  return { made, problems };
}

/** The whole job in the real app; the result is the content of run.json. @param {Options} options */
async function demonstrate(options) {
  const chromium = await launchChromium();
  const app = await openApp(chromium, { viewport: { width: 1440, height: 900 } });
  const { page } = app;
  const picture = (/** @type {string} */ name) => page.screenshot({ path: join(options.out, `${name}.png`) });
  try {
    await page.goto(app.origin);
    await drive.waitUntilReadyOffline(page);
    await app.cutNetwork();
    await page.reload();
    await drive.waitUntilReadyOffline(page);
    await picture('start');
    if (options.model !== undefined) {
      const refused = await drive.addWriter(page, options.model);
      if (refused !== null) throw new Error(refused);
    }

    await openWork(page, options);
    const { text, table } = withOptions(await drive.readDocument(page), options);
    await drive.writeDocument(page, text);
    writeFileSync(join(options.out, 'recipe.json'), text);
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    await picture('recipe');

    const startedAt = performance.now();
    await drive.makeRecords(page);
    await page.waitForTimeout(2000);
    await picture('run');
    await drive.waitForRun(page, longestRunMs);
    const seconds = (performance.now() - startedAt) / 1000;
    await picture('run-done');

    await drive.goTo(page, 'Records');
    await drive.openRecord(page, 0);
    await picture('record');
    await page.keyboard.press('Escape');
    await picture('records');
    await drive.goTo(page, 'Report');
    await drive.waitForReport(page);
    await picture('report');
    await drive.goTo(page, 'Export');
    const run = await drive.storedRun(page);
    const { made, problems } = await exportAll(
      page,
      run.tables.map((one) => one.table),
      options,
    );
    await picture('export');

    if (made[table] !== options.rows) problems.push(`${table}: ${made[table]} records, not ${options.rows}.`);
    const { counts, writer } = run;
    const workSeconds = Math.max(0.001, counts.milliseconds / 1000);
    const perSecond = (/** @type {number} */ value) => Number((value / workSeconds).toFixed(2));
    return {
      source: basename(options.recipe ?? options.import ?? ''),
      table,
      status: run.status,
      requested: counts.requested,
      made: counts.made,
      tables: made,
      marked: counts.marked,
      retried: counts.retried,
      cells: counts.cells,
      tokens: counts.tokens,
      cellsPerSecond: perSecond(counts.cells),
      tokensPerSecond: perSecond(counts.tokens),
      recordsPerSecond: perSecond(counts.made),
      engine: writer?.engine ?? null,
      backend: writer?.backend ?? null,
      slots: writer?.slots ?? null,
      threads: writer?.threads ?? null,
      model: writer?.model ?? null,
      modelSha256: writer?.modelSha256 ?? null,
      seed: run.seed,
      seconds: Number(seconds.toFixed(2)),
      otherHostRequests: app.otherHosts.length,
      policyViolations: app.violations.length,
      offline: await page.evaluate(() => !navigator.onLine),
      reasons: counts.reasons,
      problems,
    };
  } catch (error) {
    await picture('failure').catch(() => undefined);
    throw error;
  } finally {
    await app.close();
    await chromium.close();
  }
}

/** `npm run demo`: proof that the main job works, and pictures of it. @param {string[]} args */
export async function run(args) {
  try {
    const options = readOptions(args);
    mkdirSync(options.out, { recursive: true });
    buildIfStale();
    const result = await demonstrate(options);
    writeFileSync(join(options.out, 'run.json'), `${JSON.stringify(result, null, 2)}\n`);
    for (const problem of result.problems) console.error(problem);
    const good =
      result.problems.length === 0 &&
      result.status === 'done' &&
      result.made === result.requested &&
      result.otherHostRequests === 0 &&
      result.offline;
    console.log(JSON.stringify(result));
    return good ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message.split('\n')[0] : error);
    return 1;
  }
}
