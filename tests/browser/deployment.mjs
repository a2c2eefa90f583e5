// A server that a test deploys to, breaks and stops. It sends the headers of the page under test.
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const DIST = join(ROOT, 'dist');
const KINDS = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
/** What a server adds by itself, for each file anew. */
const OWN = new Set(['connection', 'content-encoding', 'content-length', 'content-type', 'date',
  'etag', 'keep-alive', 'last-modified', 'transfer-encoding', 'vary', 'accept-ranges']);

/** The built page: from each file's name to its content. */
export async function built() {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return [relative(DIST, path).replaceAll('\\', '/'), await readFile(path)];
  });
  return new Map(await Promise.all(read));
}

/** The only file whose name matches. */
export function named(files, pattern) {
  const names = [...files.keys()].filter((name) => pattern.test(name));
  if (names.length !== 1) throw new Error(`${pattern}: ${names}`);
  return names[0];
}

/** The same release with some files changed; whoever lists them is not told. */
export function altered(files, changes) {
  const copy = new Map(files);
  for (const [name, change] of Object.entries(changes)) {
    const content = change(copy.get(name));
    if (content === null) copy.delete(name);
    else copy.set(name, Buffer.from(content));
  }
  return copy;
}

/** Another release: some files changed, and its service worker written as the build writes it. */
export async function released(folder, files, changes) {
  const copy = altered(files, changes);
  for (const [name, content] of copy) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    // Copies, never links: the service worker is written over, and the build must stay what it is.
    await writeFile(path, content);
  }
  const run = promisify(execFile);
  const program = process.env.TIJIAN_XTASK;
  if (program) await run(program, ['release', folder], { cwd: ROOT });
  else await run('cargo', ['xtask', 'release', folder], { cwd: ROOT });
  return copy.set('sw.js', await readFile(join(folder, 'sw.js')));
}

/** A mark in the page, by which a test tells releases apart. */
export const marked = (mark) => ({
  'index.html': (page) => page.toString().replace('<title>', `<meta name="mark" content="${mark}"><title>`),
});

export class Server {
  #server = null;
  #headers;
  #files;
  #answers = new Map();
  port = 0;
  /** The paths that were asked for. */
  asked = [];

  /** A server with a release, on a port of its own. */
  static async with(files, model) {
    const server = new Server();
    const { headers } = await fetch(model, { method: 'HEAD' });
    server.#headers = [...headers].filter(([name]) => !OWN.has(name));
    server.#files = files;
    await server.up();
    return server;
  }

  get url() {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** All files at once, as after a complete upload. */
  deploy(files) {
    this.#files = files;
  }

  /**
   * What one path answers instead, whatever is deployed, and `after` which promise; nothing as a
   * second argument ends it.
   */
  answers(name, answer) {
    if (answer) this.#answers.set(name, answer);
    else this.#answers.delete(name);
  }

  async up() {
    this.#server = createServer((request, response) => this.#respond(request, response));
    await new Promise((resolve) => { this.#server.listen(this.port, '127.0.0.1', resolve); });
    this.port = this.#server.address().port;
  }

  /** Gone: connections that are open end too. */
  async down() {
    const closed = new Promise((resolve) => { this.#server.close(resolve); });
    this.#server.closeAllConnections();
    await closed;
  }

  async #respond(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.url).pathname).slice(1);
    const name = path === '' ? 'index.html' : path;
    this.asked.push(name);
    const other = this.#answers.get(name);
    await other?.after;
    const content = other?.content ?? this.#files.get(name);
    const kind = other?.kind ?? KINDS[extname(name)] ?? 'application/octet-stream';
    const status = other?.status ?? (content === undefined ? 404 : 200);
    const headers = Object.fromEntries(this.#headers);
    response.writeHead(status, { ...headers, 'content-type': kind, 'cache-control': 'no-cache' });
    response.end(content);
  }
}
