import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { EngineOptions, ModelCard, RenderedTask } from '../src/engines/Engine';
import { embeddedWriter } from '../src/engines/models';
import { llamaWasm } from '../tools/llamaWasm.mjs';
import { launchChromium, openApp } from '../tools/openApp.mjs';
import type { Trial } from './modelPage/page';

const folder = resolve('out/model-page');

/** The card of a writer in training: prompts and limits are those of the embedded one. */
export const trialCard: ModelCard = {
  ...embeddedWriter,
  file: 'model.gguf',
};

/** Writes tasks with a GGUF in the engine that the app uses, in headless Chromium under the app's headers. */
export async function tryModel(
  gguf: string,
  tasks: readonly RenderedTask[],
  options: EngineOptions,
): Promise<Trial> {
  await build({
    configFile: false,
    root: resolve('training/modelPage'),
    logLevel: 'warn',
    resolve: { alias: [llamaWasm()] },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 1024 },
    worker: { format: 'es' },
  });
  await copyFile(gguf, join(folder, trialCard.file));
  const chromium = await launchChromium();
  const app = await openApp(chromium, { folder });
  try {
    await app.page.goto(`${app.origin}/index.html`);
    await app.page.waitForFunction(() => 'tryModel' in window);
    app.page.setDefaultTimeout(0);
    return await app.page.evaluate((asked) => window.tryModel(...asked), [
      trialCard,
      options,
      tasks,
    ] as const);
  } finally {
    await app.close();
    await chromium.close();
  }
}
