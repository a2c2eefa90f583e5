// Every way in which a deployment can go wrong, and a machine without a network. The server is
// the test's own: what a service worker asks for cannot be stopped from the page.
import { pbkdf2Sync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test as base } from '@playwright/test';
import { Server, altered, built, marked, named, released } from './deployment.mjs';
import { TERMINAL, answer, button, fillProfile, heading } from './visitor.mjs';

const FAILED = '打不开';
const CLEARED = '已清除：本机没有留下刚才的内容';
const SETTINGS = { mode: 'terminal', outputs: ['file', 'word'] };

const test = base.extend({
  // One read for all tests of a worker.
  dist: [async ({}, use) => use(await built()), { scope: 'worker' }],
  server: async ({ dist, baseURL }, use) => {
    const settings = { 'tijian.json': () => JSON.stringify(SETTINGS) };
    const server = await Server.with(altered(dist, settings), baseURL);
    await use(server);
    await server.down().catch(() => null);
  },
  /** Makes a release of its own: `another('b', changes)`. */
  another: async ({ dist }, use, info) => {
    await use((name, changes = {}) => released(info.outputPath(name), dist, {
      'tijian.json': () => JSON.stringify(SETTINGS),
      ...marked(name),
      ...changes,
    }));
  },
});

test.use({ viewport: TERMINAL, serviceWorkers: 'allow' });

const starts = (page) => expect(button(page, '开始体检')).toBeVisible();
const mark = (page) => page.locator('meta[name=mark]');

/** Opens the page and waits until the machine keeps it. */
async function install(page, server) {
  await page.goto(server.url);
  await starts(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    });
  });
}

/** Looks for another release; what becomes of it. */
const looks = (page) => page.evaluate(async () => {
  const kept = await navigator.serviceWorker.getRegistration();
  const end = new Promise((done) => {
    kept.addEventListener('updatefound', () => {
      const coming = kept.installing;
      coming.addEventListener('statechange', () => {
        if (coming.state !== 'installing') done(coming.state);
      });
    }, { once: true });
  });
  await kept.update();
  return end;
});

/** The releases that the browser keeps. */
const releases = (page) => page.evaluate(async () => (
  (await caches.keys()).filter((name) => name !== 'tijian-settings').length
));

/** Every question of a quick check answered 不清楚, to the report. */
async function report(page) {
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  for (let steps = 0; steps < 80; steps += 1) {
    const title = await heading(page).textContent();
    if (title === '检查答案') break;
    if (title === '要查的方面') await page.locator('.actions .primary').click();
    else await button(page, '不清楚').click();
    await expect(heading(page)).not.toHaveText(title);
  }
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report')).toBeVisible();
}

async function download(page, name) {
  const waiting = page.waitForEvent('download');
  await button(page, name).click();
  return readFile(await (await waiting).path());
}

async function endVisit(page) {
  await button(page, '结束并清除').click();
  const dialog = page.getByRole('alertdialog', { name: '结束并清除？' });
  await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: '结束并清除' }).click()]);
  await starts(page);
}

test.describe('without a network', () => {
  test('a machine starts cold and goes through a whole visit', async ({ page, context, server }) => {
    test.setTimeout(180_000);
    await install(page, server);
    await expect.poll(() => page.evaluate(async () => (await caches.match('tijian.json'))?.status)).toBe(200);
    await page.close();
    await server.down();
    const cold = await context.newPage();
    const faults = [];
    cold.on('pageerror', (error) => faults.push(error.message));
    await cold.goto(server.url);
    await starts(cold);
    await report(cold);
    const word = await download(cold, '存成 Word');
    expect(word.subarray(0, 2).toString()).toBe('PK');
    await endVisit(cold);
    await expect(cold.locator('.receipt')).toContainText(CLEARED);
    await cold.reload();
    await starts(cold);
    expect(faults).toEqual([]);
  });

  test('the settings are those of the last answer', async ({ page, server }) => {
    const delays = (seconds) => ({ content: JSON.stringify({ ...SETTINGS, outputs: seconds }) });
    const offersFiles = (shown) => expect(button(page, '打开以前存的文件')).toHaveCount(shown ? 1 : 0);
    await install(page, server);
    await page.reload();
    await starts(page);
    await offersFiles(true);
    // Changed without a release: the next start knows.
    server.answers('tijian.json', delays([]));
    await page.reload();
    await starts(page);
    await offersFiles(false);
    server.answers('tijian.json', delays(['file']));
    await page.reload();
    await starts(page);
    await offersFiles(true);
    // What is no settings does not take their place.
    for (const wrong of [
      { status: 503, kind: 'text/html', content: 'down' },
      { status: 404, kind: 'text/html', content: 'gone' },
      { kind: 'text/html', content: '<p>sign in to this network</p>' },
    ]) {
      server.answers('tijian.json', wrong);
      await page.reload();
      await starts(page);
      await offersFiles(true);
    }
    await server.down();
    await page.reload();
    await starts(page);
    await offersFiles(true);
  });
});

test.describe('a terminal with a file of its own', () => {
  const own = (office) => ({ content: JSON.stringify({ terminal: 't-1', justice_office: office }) });
  const place = (page) => expect(page.locator('.place'));
  const KEPT = '上次存下';

  /** Opens terminal t-1 and waits until the machine keeps it and its settings. */
  async function installTerminal(page, server) {
    await install(page, { url: `${server.url}?terminal=t-1` });
    await expect.poll(() => page.evaluate(async () => {
      const settings = await caches.open('tijian-settings');
      return (await settings.keys()).map(({ url }) => new URL(url).pathname).sort();
    })).toEqual(['/running', '/terminals/t-1.json', '/tijian.json']);
  }

  /** What the staff's menu says of the settings. */
  async function faults(page) {
    await page.getByRole('button', { name: '工作人员菜单' }).focus();
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('工作人员菜单');
    return page.locator('.staff section').first().innerText();
  }

  test('is that terminal without a network from its first start on', async ({ page, server }) => {
    server.answers('terminals/t-1.json', own('一所'));
    await installTerminal(page, server);
    await place(page).toHaveText('一所');
    expect(await faults(page)).not.toContain(KEPT);
    await server.down();
    await page.reload();
    await starts(page);
    await place(page).toHaveText('一所');
    const said = await faults(page);
    expect(said).toContain(`tijian.json：`);
    expect(said).toContain(`terminals/t-1.json：`);
    expect(said).toContain(KEPT);
    // The network is back, with other settings.
    await server.up();
    server.answers('terminals/t-1.json', own('二所'));
    await page.reload();
    await starts(page);
    await place(page).toHaveText('二所');
    expect(await faults(page)).not.toContain(KEPT);
  });

  test('becomes the newest release when its staff asks for it', async ({ page, server, another }) => {
    const salt = 'a salt of a test';
    const hash = pbkdf2Sync('246810', salt, 1, 32, 'sm3').toString('hex');
    const staff_pin = `pbkdf2-sm3$1$${Buffer.from(salt).toString('hex')}$${hash}`;
    server.answers('tijian.json', { content: JSON.stringify({ ...SETTINGS, staff_pin }) });
    await install(page, server);
    await page.getByRole('button', { name: '工作人员菜单' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('6 位数字密码').fill('246810');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('工作人员菜单');
    await button(page, '更新程序').click();
    await expect(page.getByRole('status').filter({ hasText: '已经是最新的版本' })).toBeVisible();
    server.deploy(await another('b'));
    await button(page, '更新程序').click();
    await expect(mark(page)).toHaveAttribute('content', 'b');
    await starts(page);
  });

  test('has the settings that came too late for a start at the next one', async ({ page, server }) => {
    server.answers('terminals/t-1.json', own('一所'));
    await installTerminal(page, server);
    let come;
    const after = new Promise((resolve) => { come = resolve; });
    server.answers('terminals/t-1.json', { ...own('二所'), after });
    await page.reload();
    await starts(page);
    await place(page).toHaveText('一所');
    expect(await faults(page)).toContain(KEPT);
    come();
    await expect.poll(() => page.evaluate(async () => {
      const settings = await caches.open('tijian-settings');
      return (await (await settings.match('terminals/t-1.json')).json()).justice_office;
    })).toBe('二所');
    await server.down();
    await page.reload();
    await starts(page);
    await place(page).toHaveText('二所');
  });
});

test.describe('a faulty deployment', () => {
  const stylesheet = /^base-[0-9a-f]+\.css$/;
  const program = /^tijian-app-[0-9a-f]+_bg\.wasm$/;
  const flipped = (bytes) => {
    const copy = Buffer.from(bytes);
    copy[copy.length >> 1] ^= 1;
    return copy;
  };
  const faults = {
    'a file is missing': [stylesheet, () => null],
    'one byte is another': [stylesheet, flipped],
    'the program ends in the middle': [program, (bytes) => bytes.subarray(0, bytes.length >> 1)],
    'the program is a page': [program, () => '<!doctype html><title>Not found</title>'],
    'a pack keeps its name and says something else': [/^q\/labour\.[0-9a-f]+\.json$/, flipped],
  };
  for (const [fault, [pattern, change]] of Object.entries(faults)) {
    test(`${fault}: the release before stays until a whole one is there`, async ({ page, server, another }) => {
      await install(page, server);
      const good = await another('b');
      server.deploy(altered(good, { [named(good, pattern)]: change }));
      expect(await looks(page)).toBe('redundant');
      expect(await releases(page)).toBe(1);
      await page.reload();
      await starts(page);
      await expect(mark(page)).toHaveCount(0);
      server.deploy(good);
      await page.reload();
      await expect(mark(page)).toHaveAttribute('content', 'b');
      await starts(page);
    });
  }

  const first = {
    'is not there': { status: 404, kind: 'text/html', content: '' },
    'is a page': { kind: 'text/html', content: '<!doctype html><title>Not found</title>' },
    'ends in the middle': (bytes) => ({ content: bytes.subarray(0, bytes.length >> 1) }),
    'has one byte changed': (bytes) => ({ content: flipped(bytes) }),
  };
  test('a first release that does not come whole is fetched again by the start screen', async ({ page, server, dist }) => {
    // The page itself asks for this file only when somebody takes a Word file away.
    server.answers(named(dist, /^docx-worker-[0-9a-f]+_bg\.wasm$/), { status: 404, kind: 'text/html', content: '' });
    await page.clock.install();
    await page.goto(server.url);
    await starts(page);
    const registered = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(() => server.asked.includes('sw.js')).toBe(true);
    await expect.poll(registered).toBe(0);
    server.answers(named(dist, /^docx-worker-[0-9a-f]+_bg\.wasm$/));
    await page.clock.runFor(3_700_000);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await server.down();
    await page.reload();
    await starts(page);
  });

  for (const [fault, broken] of Object.entries(first)) {
    test(`a first visit whose program ${fault} says so and tries again`, async ({ page, server, dist }) => {
      const name = named(dist, program);
      server.answers(name, typeof broken === 'function' ? broken(dist.get(name)) : broken);
      await page.clock.install();
      await page.goto(server.url);
      await expect(page.locator('.opening')).toContainText(FAILED);
      server.answers(name);
      await page.clock.runFor(61_000);
      await starts(page);
    });
  }

  test('a release that does not start is mended by the next one', async ({ page, server, another }) => {
    await install(page, server);
    const good = await another('good');
    const code = named(good, /^tijian-app-[0-9a-f]+\.js$/);
    server.deploy(await another('broken', { [code]: () => 'throw new Error("broken");' }));
    await page.reload();
    await expect(mark(page)).toHaveAttribute('content', 'broken');
    await expect(page.locator('.opening')).toContainText(FAILED);
    server.deploy(good);
    await page.reload();
    await expect(mark(page)).toHaveAttribute('content', 'good');
    await starts(page);
  });
});

test.describe('another release', () => {
  test('waits for the end of the visit, then takes over', async ({ page, server, another }) => {
    await install(page, server);
    await button(page, '开始体检').click();
    await answer(page, '有限责任公司');
    const question = await heading(page).textContent();
    server.deploy(await another('b'));
    expect(await looks(page)).toBe('installed');
    await expect(heading(page)).toHaveText(question);
    await expect(mark(page)).toHaveCount(0);
    await answer(page, 20);
    await button(page, '上一步').click();
    await expect(heading(page), 'the visit is whole').toHaveText(question);
    await endVisit(page);
    await expect(mark(page)).toHaveAttribute('content', 'b');
    await expect(page.locator('.receipt'), 'the receipt outlives the update').toContainText(CLEARED);
  });

  test('is found by a start screen that nobody touches', async ({ page, server, another }) => {
    await page.clock.install();
    await install(page, server);
    server.deploy(await another('b'));
    await page.clock.runFor(3_700_000);
    await expect(mark(page)).toHaveAttribute('content', 'b');
    await starts(page);
  });

  test('a window in the middle of a visit keeps its own files', async ({ page, context, server, another, dist }) => {
    await install(page, server);
    await report(page);
    // The worker of the new release has another name, and the old one is gone from the server.
    const worker = named(dist, /^docx-worker-[0-9a-f]+\.js$/);
    const renamed = 'docx-worker-0123456789abcdef.js';
    server.deploy(await another('b', {
      [worker]: () => null,
      [renamed]: () => dist.get(worker),
      'index.html': (html) => marked('b')['index.html'](html).replace(worker.slice(0, -3), renamed.slice(0, -3)),
    }));
    const other = await context.newPage();
    await other.goto(server.url);
    await expect(mark(other)).toHaveAttribute('content', 'b');
    await expect(page.locator('.report'), 'the visit goes on').toBeVisible();
    const word = await download(page, '存成 Word');
    expect(word.subarray(0, 2).toString()).toBe('PK');
    await endVisit(page);
    await expect(mark(page)).toHaveAttribute('content', 'b');
  });

  test('the one before comes back in one deployment', async ({ page, server, another }) => {
    const first = await another('first');
    server.deploy(first);
    await install(page, server);
    server.deploy(await another('second'));
    await page.reload();
    await expect(mark(page)).toHaveAttribute('content', 'second');
    server.deploy(first);
    await page.reload();
    await expect(mark(page)).toHaveAttribute('content', 'first');
    await starts(page);
    expect(await releases(page)).toBe(2);
    server.deploy(await another('third'));
    await page.reload();
    await expect(mark(page)).toHaveAttribute('content', 'third');
    await starts(page);
    expect(await releases(page), 'one release before is kept').toBe(2);
  });
});

test.describe('what the machine keeps', () => {
  /** Changes or deletes what is kept of a file. */
  const spoil = (page, pattern, words) => page.evaluate(async ([source, content]) => {
    const [own] = (await caches.keys()).filter((name) => name !== 'tijian-settings');
    const cache = await caches.open(own);
    for (const request of await cache.keys()) {
      if (!new RegExp(source).test(request.url)) continue;
      if (content === null) await cache.delete(request);
      else await cache.put(request, new Response(content, { headers: { 'content-type': 'text/css' } }));
    }
  }, [pattern.source, words]);

  for (const [damage, content] of [['lost', null], ['changed', 'body { display: none }']]) {
    test(`a file that was ${damage} is fetched again`, async ({ page, server }) => {
      await install(page, server);
      await spoil(page, /base-.*css/, content);
      await page.reload();
      await starts(page);
      await server.down();
      await page.reload();
      await starts(page);
      await expect(page.locator('body')).toHaveCSS('display', 'block');
    });
  }

  test('without a server a damaged program says so, and mends itself when it is back', async ({ page, server }) => {
    await install(page, server);
    await spoil(page, /_bg\.wasm/, 'not a program');
    await server.down();
    await page.reload();
    await expect(page.locator('.opening')).toContainText(FAILED);
    await server.up();
    await page.reload();
    await starts(page);
  });

  test('a damaged page whose release the server no longer has is mended by the next one', async ({ page, server, another }) => {
    await install(page, server);
    const [was] = (await page.evaluate(() => caches.keys())).filter((name) => name !== 'tijian-settings');
    await page.evaluate(async ([own, url]) => {
      await (await caches.open(own)).put(url, new Response('damaged', { headers: { 'content-type': 'text/html' } }));
    }, [was, server.url]);
    server.deploy(await another('next'));
    await page.reload();
    await expect(mark(page)).toHaveAttribute('content', 'next');
    await starts(page);
  });

  test('the receipt knows the program’s own caches from others', async ({ page, server }) => {
    await install(page, server);
    const receipt = page.locator('.receipt');
    const visit = async () => {
      await button(page, '开始体检').click();
      await answer(page, '有限责任公司');
      await endVisit(page);
    };
    await visit();
    await expect(receipt).toContainText(CLEARED);
    await page.evaluate(async () => {
      const [own] = (await caches.keys()).filter((name) => name !== 'tijian-settings');
      await (await caches.open(own)).put('/answers', new Response('left behind'));
    });
    await visit();
    await expect(receipt).toContainText('缓存：1 项');
    await page.evaluate(async () => (await caches.open('tijian-0123')).put('/answers', new Response('')));
    await visit();
    await expect(receipt).toContainText('缓存：2 项');
  });
});

test('the kill switch takes away what the machine keeps, and the network serves it again', async ({ page, server, dist }) => {
  await install(page, server);
  const off = await readFile(new URL('../../deploy/kill-switch/sw.js', import.meta.url));
  server.deploy(altered(dist, {
    ...marked('network'),
    'sw.js': () => off,
    'tijian.json': () => JSON.stringify(SETTINGS),
  }));
  await page.reload();
  await expect(mark(page), 'the page comes from the network').toHaveAttribute('content', 'network');
  await starts(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
});
