import { defineConfig } from '@playwright/test';

/** The browser of the machine: Playwright's own where the variable names none. */
const executablePath = process.env['ROLLSCOPE_CHROMIUM'];

// Chromium refuses its sandbox to root, as which containers run.
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

// None of its own errands may be mistaken for a request of the page.
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  // A busy machine may be slow to draw; what is measured has limits of its own.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // The report holds the pictures that tests/look.spec.ts takes of every view.
  reporter: [['list'], ['html', { open: 'never', outputFolder: 'playwright-report' }]],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: [...sandbox, ...quiet], ...(executablePath ? { executablePath } : {}) },
  },
});
