import { resolve } from 'node:path';
import { build } from 'vite';
import { openApp, type Chromium, type OpenApp } from '../../tools/openApp.mjs';

const folder = resolve('out/engine-page');

/** Builds the page that puts the engine on trial, with the app's own public folder. */
export async function buildEnginePage(): Promise<void> {
  await build({
    configFile: false,
    root: resolve('test/support/enginePage'),
    publicDir: resolve('public'),
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1024,
    },
    worker: { format: 'es' },
  });
}

/** The page served with the app's real headers. */
export async function openEnginePage(chromium: Chromium): Promise<OpenApp> {
  const app = await openApp(chromium, { folder });
  await app.page.goto(`${app.origin}/index.html`);
  await app.page.waitForFunction(() => 'trial' in window);
  return app;
}
