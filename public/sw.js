// The service worker: keeps one whole release of the program on this machine and serves it,
// with or without a network. docs/offline.md says what it promises.
//
// `cargo xtask` writes two constants above this line (xtask/src/release.rs):
//   ID       the digest of RELEASE, the name of the release
//   RELEASE  { version, headers, files: { name: "sha384-…" } }, the page itself being "./"

/** Caches of the program begin with this; src/browser/release_caches.rs knows it too. */
const PREFIX = 'tijian-';
const OWN = PREFIX + ID;
/** What may change without a release, as the server said it last, and which release ran last. */
const SETTINGS = `${PREFIX}settings`;
/** The list of a release, kept beside its files; its digest is in the cache's name. */
const LIST = 'release.json';
const RUNNING = 'running';
/** Milliseconds for a server to send the settings before the ones of last time are used. */
const PATIENCE = 3000;

const address = (name) => new URL(name, registration.scope).href;
const isSetting = (name) => name === 'tijian.json' || /^terminals\/[^/]+\.json$/.test(name);

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (name === null) return;
  if (isSetting(name)) event.respondWith(setting(event, name));
  else if (Object.hasOwn(RELEASE.files, name)) event.respondWith(own(event.request, name));
  else event.respondWith(other(event.request));
});
addEventListener('message', (event) => {
  if (event.data === 'name') event.ports[0]?.postMessage({ id: ID, version: RELEASE.version });
  if (event.data === 'take') event.waitUntil(skipWaiting());
});

/** A file's name below the scope; null when it is none of ours. */
function nameOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const scope = new URL(registration.scope);
  if (method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const name = pathname.slice(scope.pathname.length);
  return name === '' || name === 'index.html' ? './' : name;
}

/** One file from the server, with exactly the bytes of this release. */
async function fetched(name) {
  const answer = await fetch(address(name), { cache: 'reload', integrity: RELEASE.files[name] });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

/** All files or none: nothing is written before every one has arrived and is right. */
async function install() {
  const names = Object.keys(RELEASE.files);
  const answers = await Promise.all(names.map(fetched));
  const cache = await caches.open(OWN);
  try {
    await cache.put(address(LIST), new Response(JSON.stringify(RELEASE)));
    await Promise.all(names.map((name, at) => cache.put(address(name), answers[at])));
  } catch (full) {
    await caches.delete(OWN);
    throw full;
  }
}

/** The release that ran before stays, for pages of it that are still open. */
async function activate() {
  const settings = await caches.open(SETTINGS);
  const before = await (await settings.match(address(RUNNING)))?.text();
  const keep = [OWN, SETTINGS, before];
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && !keep.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await settings.put(address(RUNNING), new Response(OWN));
  await clients.claim();
}

/** A file of this release, from this machine. */
async function own(request, name) {
  try {
    return await kept(name);
  } catch {
    return request.mode === 'navigate' ? damaged() : Response.error();
  }
}

async function kept(name) {
  const cache = await caches.open(OWN);
  const answer = await cache.match(address(name));
  if (answer && (await digest(answer.clone())) === RELEASE.files[name]) return answer;
  // Lost or changed on the disk: the server may still have it.
  const again = await fetched(name);
  await cache.put(address(name), again.clone());
  return again;
}

async function digest(answer) {
  const bytes = await crypto.subtle.digest('SHA-384', await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
}

/** What is of no release, or of one before: a page that is still open may ask for its own files. */
async function other(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/**
 * As the server says now; as it said last, marked as that, when it does not answer in time or not
 * with what can be read. An answer that comes too late is what holds next time.
 */
async function setting(event, name) {
  const cache = await caches.open(SETTINGS);
  const asked = ask(cache, name);
  event.waitUntil(asked);
  const patience = new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); });
  const answer = await Promise.race([asked, patience]);
  if (answer?.ok && isJson(answer)) return answer;
  const last = await cache.match(address(name));
  if (!last) return answer ?? Response.error();
  const headers = new Headers(last.headers);
  headers.set('tijian-kept', '1');
  return new Response(last.body, { headers });
}

/** What the server says, all of it; null when it does not. */
async function ask(cache, name) {
  try {
    const given = await fetch(address(name), { cache: 'no-store' });
    const answer = new Response(await given.blob(), given);
    if (answer.ok && isJson(answer)) await cache.put(address(name), answer.clone());
    return answer;
  } catch {
    return null;
  }
}

const isJson = (answer) => /json/.test(answer.headers.get('content-type') ?? '');

/** The page itself is lost and the server does not have this release any more. */
function damaged() {
  follow().catch(() => {});
  const words = '程序保存在这台机器上的文件不完整，现在又连不上服务器。连上网络以后会自动恢复；请告诉工作人员。';
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>企业法治体检</title><p role="alert">${words}</p></html>`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" };
  return new Response(page, { status: 503, headers });
}

/** Lets the release that the server has now take over as soon as it is there whole. */
async function follow() {
  const { installing, waiting } = await registration.update();
  waiting?.postMessage('take');
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'installed') installing.postMessage('take');
  });
}
