import { parse } from 'csv-parse/sync';

/**
 * Reads exported records back with readers that are not ours: csv-parse and the engine's own JSON.
 * @typedef {Record<string, unknown>} JsonRecord
 */

/** Records by header; every line has as many cells as the first. @param {string} text @returns {Record<string, string>[]} */
export function readCsv(text) {
  return parse(text, { columns: true, bom: true, relax_column_count: false, record_delimiter: '\r\n' });
}

/** @param {string} text @returns {JsonRecord[]} */
export function readJsonl(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** `{ patient: { sex: 'F' } }` as `{ 'patient.sex': 'F' }`. @param {JsonRecord} record @param {string} before @returns {JsonRecord} */
export function flatten(record, before = '') {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flatten(/** @type {JsonRecord} */ (value), `${before}${name}.`))
        : [[`${before}${name}`, value]],
    ),
  );
}

/** @param {unknown} value */
function asText(value) {
  return value === null || value === undefined ? '' : String(value);
}

/**
 * What is wrong with one table's two files, as sentences; none when both hold the same `rows` records.
 * The guard against formulas may have put a ' before a text.
 * @param {string} csv @param {string} jsonl @param {number} rows
 */
export function compareExports(csv, jsonl, rows) {
  const lines = readCsv(csv);
  const objects = readJsonl(jsonl).map((record) => Object.values(flatten(record)).map(asText));
  const problems = [];
  if (lines.length !== rows) problems.push(`The CSV has ${lines.length} records, not ${rows}.`);
  if (objects.length !== rows) problems.push(`The JSON Lines have ${objects.length} records, not ${rows}.`);
  const different = lines.findIndex((line, row) => {
    const cells = Object.values(line);
    const other = objects[row] ?? [];
    return (
      cells.length !== other.length ||
      cells.some((cell, at) => cell !== other[at] && cell !== `'${other[at]}`)
    );
  });
  if (different >= 0) problems.push(`Record ${different} differs between the CSV and the JSON Lines.`);
  return problems;
}
