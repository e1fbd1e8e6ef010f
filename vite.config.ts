import { existsSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { developmentHeadersFor, headersFile } from './tools/headers.mjs';
import { llamaWasm } from './tools/llamaWasm.mjs';

// Dates must not depend on where the tests run: a zone far from UTC, with a half hour.
if (process.env['VITEST']) process.env['TZ'] = 'Australia/Adelaide';

const megabyte = 1024 * 1024;
const quiet = { checks: { pluginTimings: false } };

/** The light value of a design token, for the manifest. */
function tokenColour(name: string, otherwise: string): string {
  const tokens = 'src/app/styles/tokens.css';
  if (!existsSync(tokens)) return otherwise;
  return new RegExp(`--${name}:[^#;]*(#[0-9a-fA-F]{6})`).exec(readFileSync(tokens, 'utf8'))?.[1] ?? otherwise;
}

const staticHostHeaders: Plugin = {
  name: 'cloister:headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
  },
};

/** The headers of `npm run dev`, page by page. */
const developmentHeaders: Plugin = {
  name: 'cloister:development-headers',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      for (const [name, value] of Object.entries(developmentHeadersFor(request.url ?? '/')))
        response.setHeader(name, value);
      next();
    });
  },
};

/** The engines' libraries know model hubs and CDNs; they never need them here, so they do not get to know them. */
const forgetOutsideHosts: Plugin = {
  name: 'cloister:forget-outside-hosts',
  transform: {
    filter: { id: /node_modules\/(?:@wllama\/wllama|@mlc-ai\/web-llm)\/.*\.[jt]s$/ },
    handler: (code) =>
      code.replace(
        /https:\/\/(?:huggingface\.co|cdn\.jsdelivr\.net|raw\.githubusercontent\.com|webgpureport\.org)[^"'`\s]*/g,
        '/absent',
      ),
  },
};

const offline = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'workers',
  filename: 'offline.ts',
  injectRegister: false,
  registerType: 'prompt',
  manifest: {
    id: '/',
    name: 'Cloister',
    short_name: 'Cloister',
    description: 'Private synthetic data, made on your own machine.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: tokenColour('paper', '#faf8f4'),
    theme_color: tokenColour('paper', '#faf8f4'),
    icons: [
      { src: '/icons/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  },
  injectManifest: {
    swDest: 'dist/sw.js',
    rollupFormat: 'iife',
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', '_headers', 'manifest.webmanifest'],
    maximumFileSizeToCacheInBytes: 32 * megabyte,
  },
  integration: {
    // The page asks for /sw.js; the source keeps the name of what it does.
    configureCustomSWViteBuild(config) {
      config.logLevel = 'warn';
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output)) output.entryFileNames = 'sw.js';
    },
  },
});

export default defineConfig({
  plugins: [
    svelte({ configFile: false }),
    forgetOutsideHosts,
    developmentHeaders,
    staticHostHeaders,
    offline,
  ],
  resolve: { alias: [llamaWasm()] },
  build: {
    target: 'es2023',
    // Fonts and images as data: addresses would need a wider policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1024,
    rolldownOptions: { ...quiet, input: { workspace: 'index.html', models: 'models.html' } },
  },
  worker: { format: 'es', rolldownOptions: quiet, plugins: () => [forgetOutsideHosts] },
  server: { host: '127.0.0.1' },
  test: {
    projects: [
      {
        extends: true,
        // Property tests take their time on a machine that is busy.
        test: {
          name: 'unit',
          include: ['test/{unit,contracts}/**/*.test.ts'],
          // Dexie looks for a database once, when it is first read.
          setupFiles: ['fake-indexeddb/auto'],
          // A fresh process for each file would take longer than its tests do.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/buildForBrowser.ts'],
          // More of them would starve each other of the processor.
          maxWorkers: 2,
          // On a busy machine a page may miss a keystroke; what fails twice is wrong.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'training',
          include: ['test/training/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
        },
      },
    ],
  },
});
