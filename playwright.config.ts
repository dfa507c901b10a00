import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/globalSetup.ts',
  // Each worker has a devnet of its own. Two of them leave two cores idle for a third of the time, waiting for blocks.
  workers: 3,
  fullyParallel: true,
  timeout: 90_000,
  expect: {
    timeout: 15_000,
    toHaveScreenshot: {
      animations: 'disabled',
      stylePath: './e2e/visual/still.css',
      threshold: 0.02,
      maxDiffPixels: 10,
    },
  },
  snapshotPathTemplate: '{testDir}/visual/baselines/{arg}{ext}',
  // Only ever written by the command that is there for it.
  updateSnapshots: 'none',
  reporter: [['list']],
  forbidOnly: true,
  // What fails once has a cause: another try would hide it.
  retries: 0,
  use: {
    launchOptions: {
      // Set by e2e/run.ts; empty means Playwright's own.
      executablePath: process.env.CHROMIUM_PATH ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    // Recording every test in order to keep a few takes 40% of the suite's time; --trace on records what is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
