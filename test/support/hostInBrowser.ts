import { createHash } from 'node:crypto';
import type { Route } from 'playwright-core';
import type { CatalogueEntry } from '../../src/engines/CatalogueEntry';
import { modelHosts } from '../../src/engines/catalogue.data';
import type { OpenApp } from '../../tools/openApp.mjs';

/** What is answered to a request for the weights: all that was asked for, so many bytes and no more, others, or nothing. */
export type Answer = 'all' | { readonly first: number } | 'wrong' | 'silence';

const commit = 'c0ffee'.padEnd(40, '0');
const allowed = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' };

/**
 * Stands in for the host of an entry with one file, and says these bytes are that file. The answers are used up in
 * their order; the last one stays.
 */
export async function standInForHost(
  context: OpenApp['context'],
  { sources }: CatalogueEntry,
  weights: Buffer,
  answers: Answer[],
): Promise<{ readonly ranges: string[] }> {
  const [source] = sources;
  const origin = modelHosts.find(({ id }) => id === source?.host)?.origins[0];
  const [file] = source?.files ?? [];
  if (source === undefined || origin === undefined || file === undefined) throw new Error('no such host');
  const { repository } = source;
  const ranges: string[] = [];
  const json = (route: Route, value: unknown) =>
    route.fulfill({ contentType: 'application/json', headers: allowed, body: JSON.stringify(value) });
  await context.route(`${origin}/api/models/${repository}/revision/*`, (route) =>
    json(route, { sha: commit }),
  );
  await context.route(`${origin}/api/models/${repository}/tree/${commit}`, (route) =>
    json(route, [
      {
        type: 'file',
        path: file.path,
        size: weights.length,
        lfs: { oid: createHash('sha256').update(weights).digest('hex') },
      },
    ]),
  );
  await context.route(`${origin}/${repository}/resolve/${commit}/${file.path}`, async (route) => {
    const range = route.request().headers()['range'] ?? '';
    ranges.push(range);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === 'silence' || answer === undefined) return;
    const from = Number(/^bytes=(\d+)-$/.exec(range)?.[1] ?? 0);
    const rest = answer === 'wrong' ? Buffer.alloc(weights.length - from, 'GGUF') : weights.subarray(from);
    const body = typeof answer === 'object' ? rest.subarray(0, answer.first) : rest;
    const partial = { 'Content-Range': `bytes ${from}-${weights.length - 1}/${weights.length}` };
    await route.fulfill({
      status: range === '' ? 200 : 206,
      contentType: 'application/octet-stream',
      headers: range === '' ? allowed : { ...allowed, ...partial },
      body,
    });
  });
  return { ranges };
}
