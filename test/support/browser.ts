import { test as base } from 'vitest';
import { launchChromium, openApp } from '../../tools/openApp.mjs';
import type { Chromium, OpenApp } from '../../tools/openApp.mjs';

export interface BrowserFixtures {
  readonly chromium: Chromium;
  /** The app's Start screen, in a profile of its own. */
  readonly app: OpenApp;
}

/** Vitest's `test` with a real Chromium (one a file) and a fresh profile (one a test). */
export const test = base.extend<BrowserFixtures>({
  chromium: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
    async ({}, use) => {
      const chromium = await launchChromium();
      await use(chromium);
      await chromium.close();
    },
    { scope: 'file' },
  ],
  app: async ({ chromium }, use) => {
    const app = await openApp(chromium);
    await app.page.goto(app.origin);
    await use(app);
    await app.close();
  },
});
