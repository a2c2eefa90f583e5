import { pathToFileURL } from 'node:url';
import { defineConfig } from '@playwright/test';

// `cargo xtask test` sets all variables. By hand:
//   cargo xtask serve, then in this directory: npx playwright test
// TIJIAN_SINGLE is the program as one file (`cargo xtask single`). Without it only the site is tried.
const url = process.env.TIJIAN_URL ?? 'http://127.0.0.1:8080';
const single = process.env.TIJIAN_SINGLE;
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only when it is repeated is a failed one.
  retries: 0,
  // Half of the time a browser waits; by default half of the cores would too.
  workers: 2,
  timeout: 60_000,
  projects: [
    { name: 'site', use: { baseURL: url }, testIgnore: 'single.spec.mjs' },
    ...(single ? [{ name: 'single', use: { baseURL: pathToFileURL(single).href, offline: true }, grep: /@single/ }] : []),
  ],
  // A busy machine is slow, not wrong; what never comes fails all the same.
  expect: { timeout: 20_000 },
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    // What a worker asks for passes by the routes of a test; offline.spec.mjs lets it work.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
});
