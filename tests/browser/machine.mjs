// A browser as it runs at a terminal: an ordinary profile, none of the switches that a test runner
// adds, its own home and temporary directory, so that all that it writes can be read afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { test as base } from './served.mjs';
import config from './playwright.config.mjs';

const SWITCHES = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'];
const PLACES = {
  HOME: 'home', TMPDIR: 'tmp', XDG_CONFIG_HOME: 'config', XDG_CACHE_HOME: 'cache',
  XDG_DATA_HOME: 'data', XDG_RUNTIME_DIR: 'run',
};

/** Tests with such a browser, which ends with the test. */
export const test = base.extend({
  machine: async ({ }, use) => {
    const machine = await start(mkdtempSync(join(tmpdir(), 'machine-')));
    try {
      await use(machine);
    } finally {
      machine.remove();
    }
  },
});

/** Starts a browser with the profile under `root`, where everything of it is. */
async function start(root) {
  const env = { ...process.env };
  for (const [name, place] of Object.entries(PLACES)) {
    env[name] = join(root, place);
    mkdirSync(env[name], { mode: 0o700, recursive: true });
  }
  const child = spawn(
    config.use.launchOptions.executablePath,
    [...SWITCHES, `--user-data-dir=${join(root, 'profile')}`, 'about:blank'],
    { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await endpoint(child));
  const context = browser.contexts()[0];
  return {
    root,
    context,
    /** A new tab. */
    tab: () => context.newPage(),
    /** Closes it as a person does. */
    async close() {
      const session = await browser.newBrowserCDPSession();
      await Promise.all([ended, session.send('Browser.close').catch(() => null)]);
    },
    /** As when the power goes, or a watchdog has enough. */
    async kill() {
      process.kill(child.pid, 'SIGKILL');
      await ended;
    },
    /** The browser again, with the same profile, after it ended. */
    again: () => start(root),
    /** Files that its processes hold open for writing. */
    written: () => writtenBy(processesOf(root)),
    /** Ends what is left, and its files. */
    remove() {
      for (const pid of processesOf(root)) {
        try { process.kill(pid, 'SIGKILL'); } catch { /* it ended by itself */ }
      }
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The address at which the browser listens; it says it on its error output. */
async function endpoint(child) {
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = line.match(/^DevTools listening on (ws:.*)$/) ?? [];
    if (address) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('the browser ended before it listened');
}

/** Processes that were started for a profile under `root`, by their command lines. */
function processesOf(root) {
  return processes().filter((pid) => read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.includes(root));
}

function processes() {
  return read(() => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)) ?? [];
}

function writtenBy(pids) {
  const files = new Set();
  for (const pid of pids) {
    for (const number of read(() => readdirSync(`/proc/${pid}/fd`)) ?? []) {
      const path = read(() => readlinkSync(`/proc/${pid}/fd/${number}`));
      const flags = read(() => readFileSync(`/proc/${pid}/fdinfo/${number}`, 'utf8'));
      const mode = Number.parseInt(flags?.match(/flags:\s*(\d+)/)?.[1] ?? '0', 8) & 3;
      if (path?.startsWith('/') && mode !== 0) files.add(path);
    }
  }
  return [...files];
}

/** What may be gone by the time one looks. */
function read(look) {
  try { return look(); } catch { return undefined; }
}
