import { defineConfig, devices } from '@playwright/test';

/**
 * Journeys tagged `@smoke` run with every build (`npm run smoke`), all of them, on a desk and on a phone, by `npm run journeys`.
 * Against a shop that runs: STOREFRONT_URL says where. ECOM_CHROMIUM is the browser that the launcher found or brought.
 */
export default defineConfig({
  testDir: 'journeys',
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['junit', { outputFile: 'target/failsafe-reports/TEST-journeys.xml' }]],
  projects: [
    { name: 'desktop', use: devices['Desktop Chrome'] },
    // Those that say their own size, or are about the server, are the same there.
    { name: 'phone', use: devices['Pixel 7'], testIgnore: /away|accessible/, grepInvert: /search engines|keyboard alone|320 px|200 %/ },
  ],
  use: {
    baseURL: process.env.STOREFRONT_URL ?? 'http://127.0.0.1:3000',
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.ECOM_CHROMIUM ?? '/usr/bin/chromium',
      env: { ...process.env, LD_LIBRARY_PATH: process.env.ECOM_CHROMIUM_LIBRARIES ?? '' } as Record<string, string>,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
});
