import { defineConfig } from '@playwright/test';

// `cargo xtask test` sets both variables. By hand:
//   cargo xtask serve, then in this directory: npx playwright test
const url = process.env.TIJIAN_URL ?? 'http://127.0.0.1:8080';
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only when it is repeated is a failed one.
  retries: 0,
  timeout: 60_000,
  // How long a screen may take on a machine that builds at the same time; a good one needs no wait.
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
