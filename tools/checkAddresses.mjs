// A check of `npm test`: no outside host is named in what is served, except in dead text listed here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from './headers.mjs';

/** Text that looks like an address and is never asked for anything, each with the reason. */
const harmless = [
  { start: 'http://www.w3.org/', reason: 'names of XML namespaces (SVG, MathML, XHTML)' },
  { start: 'https://json-schema.org/draft', reason: 'the name of the JSON Schema dialect' },
  { start: 'http://json-schema.org/draft', reason: 'the name of the JSON Schema dialect' },
  { start: 'https://svelte.dev/e/', reason: 'names of errors in messages of Svelte' },
];

const text = /\.(css|html|js|json|mjs|svg|webmanifest)$/;
const address = /\b(?:https?|wss?|ftp):\/\/[^\s"'`<>\\)]*/g;

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** Addresses in a text that no entry of `harmless` explains. @param {string} content */
export function outsideAddresses(content) {
  return [...content.matchAll(address)]
    .map(([found]) => found)
    .filter((found) => !harmless.some(({ start }) => found.startsWith(start)));
}

const found = filesUnder('dist')
  .filter((file) => text.test(file))
  .flatMap((file) => outsideAddresses(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`));
for (const line of new Set(found)) console.error(line);

const fresh = readFileSync('dist/_headers', 'utf8') === headersFile();
if (!fresh) console.error('dist/_headers does not say what tools/headers.mjs says.');

process.exitCode = found.length > 0 || !fresh ? 1 : 0;
