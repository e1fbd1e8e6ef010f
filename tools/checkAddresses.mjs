// A check of `npm test`: nothing that the workspace can load names an outside host, what only the models page can load
// names none but the hosts of the catalogue, and the static hosts' headers are fresh.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile, modelSources } from './headers.mjs';
import { outsideAddresses } from './outsideAddresses.mjs';
import { reachableFiles } from './reachableFiles.mjs';

const isText = /\.(css|html|js|json|mjs|svg|webmanifest)$/;
/** The one file that is no page's own: it sends the models page's policy, and is itself served with the strict one. */
const serviceWorker = 'sw.js';

/** @param {string} folder @param {string} [under] @returns {string[]} paths below `folder` */
function filesUnder(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(folder, path) : [path];
  });
}

const texts = new Map(
  filesUnder('dist')
    .filter((path) => isText.test(path))
    .map((path) => [path, readFileSync(join('dist', path), 'utf8')]),
);
// The service worker lists every file and the pages name it, so it leads everywhere: it is looked at by itself.
const pages = new Map([...texts].filter(([path]) => path !== serviceWorker));
const workspace = reachableFiles('index.html', pages);
const modelsOnly = [...reachableFiles('models.html', pages)].filter((path) => !workspace.has(path));
const mayNameHosts = new Set([...modelsOnly, serviceWorker]);

/** @param {string} address */
const isModelHost = (address) =>
  modelSources.some((host) => address === host || address.startsWith(`${host}/`));

const found = [...texts].flatMap(([path, text]) =>
  outsideAddresses(text)
    .filter((address) => !(mayNameHosts.has(path) && isModelHost(address)))
    .map((address) => `dist/${path}: ${address}`),
);
for (const line of new Set(found)) console.error(line);

const fresh = readFileSync('dist/_headers', 'utf8') === headersFile();
if (!fresh) console.error('dist/_headers does not say what tools/headers.mjs says.');

process.exitCode = found.length > 0 || !fresh ? 1 : 0;
