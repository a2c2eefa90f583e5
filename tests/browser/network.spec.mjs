// Nothing leaves the machine: what is asked for over a whole visit, counted by the server and by the
// browser, and every way by which a page could lead somewhere else.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { end } from './canary.mjs';
import { terminal, test } from './served.mjs';
import { DESKTOP, answer, button, chooseTopic, fillProfile, heading } from './visitor.mjs';

test.use({ viewport: DESKTOP });
test.setTimeout(120_000);

/** Opens a served page and writes down everything that could lead away from it. */
async function watched(page, server) {
  const said = { requests: [], faults: [], pages: [] };
  page.context().on('request', (request) => said.requests.push(request.url()));
  page.context().on('page', (other) => said.pages.push(other.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') said.faults.push(message.text());
  });
  page.on('pageerror', (error) => said.faults.push(String(error)));
  page.on('worker', (worker) => said.requests.push(worker.url()));
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.refused.push(`${violatedDirective} ${blockedURI}`);
    });
    window.open = (...how) => { window.refused.push(`open ${how}`); return null; };
    window.print = () => {};
  });
  await page.goto(server.url);
  await expect(button(page, '开始体检')).toBeVisible();
  await page.waitForLoadState('networkidle');
  // A worker that keeps the program for times without a network fetches it once more.
  await page.evaluate(async () => {
    const workers = await navigator.serviceWorker?.getRegistrations() ?? [];
    if (workers.length > 0) await navigator.serviceWorker.ready;
  });
  return said;
}

/** Links and forms of the screen that lead out of the program; a link of ours stays in the page. */
function waysOut(page) {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll('a, area, form, [target], iframe, object, embed, link')];
    const where = (element) => element.href ?? element.getAttribute('action') ?? element.src ?? element.data ?? '';
    return links
      .filter((element) => {
        const address = where(element);
        const away = address !== '' && new URL(address, location.href).origin !== location.origin;
        return away || element.hasAttribute('target') || element.hasAttribute('ping');
      })
      .map((element) => element.outerHTML);
  });
}

/** A quick visit to the report; `each` looks at every screen on the way. */
async function toTheReport(page, each) {
  await each('start');
  await button(page, '开始体检').click();
  await each('the first question');
  await button(page, '上一步').click();
  await fillProfile(page);
  await each('the choice of the scope');
  await chooseTopic(page, '劳动用工');
  await each('a question');
  await answer(page, 3);
  await button(page, '上一步').click();
  await button(page, '上一步').click();
  await each('the domains');
  await button(page, '先看看已经答了什么').click();
  await each('the answers');
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report')).toBeVisible();
  await each('the report');
  await button(page, '打印报告').click();
}

/** Every slip and sheet that the report offers. */
async function throughSheets(page, each) {
  const fold = page.locator('summary', { hasText: '整改清单、证据清单、转介单' });
  await fold.click();
  const names = await page.locator('details.take button').allTextContents();
  expect(names.length).toBeGreaterThan(2);
  for (const name of names.filter((name) => name !== '商业秘密登记')) {
    await button(page, name).click();
    await expect(page.locator('details.take')).toHaveCount(0);
    await each(name);
    await button(page, '上一步').click();
    await fold.click();
  }
}

test('a terminal asks for nothing once it is loaded, and no screen leads away', async ({ page, serve }) => {
  const server = await serve(terminal({ outputs: ['code'], public_address: 'https://example.test/' }));
  const said = await watched(page, server);
  const downloads = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  const loaded = [said.requests.length, server.asked.length];
  const each = async (screen) => expect(await waysOut(page), screen).toEqual([]);
  await toTheReport(page, each);
  await button(page, '用手机扫码带走').click();
  await expect(page.locator('svg.code')).toBeVisible();
  await each('the code');
  await button(page, '上一步').click();
  await throughSheets(page, each);
  await expect(button(page, /存/, false)).toHaveCount(0);
  expect(said.requests.slice(loaded[0])).toEqual([]);
  expect(server.asked.slice(loaded[1]), 'by the server’s own count').toEqual([]);
  expect(await page.evaluate(() => window.refused)).toEqual([]);

  // The end loads the page anew, from here and nowhere else.
  await end(page);
  const { origin } = new URL(server.url);
  expect(said.requests.filter((address) => new URL(address).origin !== origin)).toEqual([]);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  expect(said.pages).toEqual([]);
  expect(said.faults).toEqual([]);
  expect(downloads).toEqual([]);
});

test('an office asks for the writer of Word files when it is wanted, and for nothing else', async ({ page, browser, serve }, info) => {
  const server = await serve();
  const said = await watched(page, server);
  const loaded = server.asked.length;
  await toTheReport(page, async () => {});
  expect(server.asked.slice(loaded)).toEqual([]);
  const save = async (name) => {
    const download = page.waitForEvent('download');
    await button(page, name).click();
    return (await download).path();
  };
  const file = info.outputPath('report.html');
  await writeFile(file, await readFile(await save('存成文件，以后能继续')));
  for (const name of ['存成文字', '存成数据（JSON）']) await save(name);
  expect(server.asked.slice(loaded)).toEqual([]);
  await save('存成 Word');
  const writer = server.asked.slice(loaded);
  expect(writer.filter((path) => !/^\/docx-worker-[0-9a-f]{16}(_bg)?\.(js|wasm)$/.test(path))).toEqual([]);
  const { origin } = new URL(server.url);
  const outside = said.requests.filter((address) => !address.startsWith('blob:') && new URL(address).origin !== origin);
  expect(outside).toEqual([]);
  expect(await page.evaluate(() => window.refused)).toEqual([]);
  expect(said.pages).toEqual([]);
  expect(said.faults).toEqual([]);

  // The file that was saved leads nowhere either.
  const context = await browser.newContext();
  const alone = await context.newPage();
  const asked = [];
  alone.on('request', (request) => asked.push(request.url()));
  await alone.goto(pathToFileURL(file).href);
  await expect(heading(alone)).toBeVisible();
  expect(asked).toEqual([pathToFileURL(file).href]);
  const links = await alone.evaluate(() => [...document.querySelectorAll('[href], [src], [action], [target]')]
    .filter((element) => !element.getAttribute('href')?.startsWith('#'))
    .map((element) => element.outerHTML));
  expect(links).toEqual([]);
  await context.close();
});
