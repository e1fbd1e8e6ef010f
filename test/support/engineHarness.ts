import { resolve } from 'node:path';
import { build } from 'vite';
import { llamaWasm } from '../../tools/llamaWasm.mjs';
import { openApp, type Chromium, type OpenApp } from '../../tools/openApp.mjs';

const folderOf = (name: string): string => resolve('out', name);

/** Builds the page that puts the engine on trial, with the app's own public folder. */
export async function buildEnginePage(name = 'enginePage'): Promise<void> {
  await build({
    configFile: false,
    root: resolve('test/support', name),
    publicDir: resolve('public'),
    logLevel: 'warn',
    resolve: { alias: [llamaWasm()] },
    build: {
      outDir: folderOf(name),
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1024,
    },
    worker: { format: 'es' },
  });
}

/** The page served with the app's real headers. */
export async function openEnginePage(chromium: Chromium, name = 'enginePage'): Promise<OpenApp> {
  const app = await openApp(chromium, { folder: folderOf(name) });
  await app.page.goto(`${app.origin}/index.html`);
  await app.page.waitForFunction(() => 'trial' in window || 'gpuTrial' in window);
  return app;
}
