import { parseArgs } from 'node:util';

/** `npm run dev [-- --port N]`: Vite with hot reload and nearly the same headers. @param {string[]} args */
export async function run(args) {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  const { createServer } = await import('vite');
  const server = await createServer({ server: { port: Number(values.port ?? 5173) } });
  await server.listen();
  server.printUrls();
  await new Promise(() => {});
}
