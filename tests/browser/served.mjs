// The built page from a server of the test's own: with the deployment that the test wants, with
// faults on the way, and with a list of everything that was asked for. Nothing is intercepted in
// the browser, so its caches and its Back work as they do at a terminal.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { test as base } from '@playwright/test';
import config from './playwright.config.mjs';

/** Passes on what the tests' server answers; cut after `most` bytes, as on a broken line. */
function forward(incoming, answer, most = Infinity) {
  const headers = { ...incoming.headers, host: new URL(config.use.baseURL).host };
  // A plain body, so that a cut is a cut of the file and not of its compression.
  if (most < Infinity) delete headers['accept-encoding'];
  const asked = request(new URL(incoming.url, config.use.baseURL), { headers }, (given) => {
    answer.writeHead(given.statusCode, given.headers);
    let left = most;
    given.on('data', (chunk) => {
      answer.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) answer.destroy();
    });
    given.on('end', () => answer.end());
  });
  asked.on('error', () => answer.destroy());
  asked.end();
}

/**
 * Tests with servers of their own: `serve(instead)` starts one, which ends with the test.
 *
 * `instead(path)` may say what comes in place of a file: `{ json }`, `{ status }`, `{ cut: bytes }`,
 * or `{ after: promise }` for a file that keeps one waiting.
 */
export const test = base.extend({
  serve: async ({ }, use) => {
    const servers = [];
    await use(async (instead = () => undefined) => {
      const asked = [];
      const server = createServer((incoming, answer) => reply(incoming, answer, instead, asked));
      servers.push(server);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { url: `http://127.0.0.1:${server.address().port}/`, asked };
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

async function reply(incoming, answer, instead, asked) {
  const { pathname } = new URL(incoming.url, 'http://page');
  asked.push(pathname);
  const other = instead(pathname) ?? {};
  if (other.json) {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(other.json));
  } else if (other.status) {
    answer.writeHead(other.status).end();
  } else {
    await other.after;
    forward(incoming, answer, other.cut);
  }
}

/** The answers of a terminal that everybody shares; nothing can be taken away unless it is named. */
export function terminal(deployment = {}) {
  const json = { mode: 'terminal', outputs: [], ...deployment };
  return (path) => (path === '/tijian.json' ? { json } : undefined);
}
