import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { serve } from './serve.mjs';

/** `npm start [-- --port N]`: builds when needed and serves until it is stopped. @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  buildIfStale();
  const { origin } = await serve('dist', {
    port: Number(values.port ?? 4173),
    search: values.port === undefined,
  });
  console.log(`Cloister is at ${origin} (only from this machine). Ctrl+C stops it.`);
  await new Promise(() => {});
}
