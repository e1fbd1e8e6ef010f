// A check of `npm test`: no outside host is named in what is served, and the static hosts' headers are fresh.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from './headers.mjs';
import { outsideAddresses } from './outsideAddresses.mjs';

const text = /\.(css|html|js|json|mjs|svg|webmanifest)$/;

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const found = filesUnder('dist')
  .filter((file) => text.test(file))
  .flatMap((file) => outsideAddresses(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`));
for (const line of new Set(found)) console.error(line);

const fresh = readFileSync('dist/_headers', 'utf8') === headersFile();
if (!fresh) console.error('dist/_headers does not say what tools/headers.mjs says.');

process.exitCode = found.length > 0 || !fresh ? 1 : 0;
