// A visitor at the page: what the journeys share.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** Sizes that the page must be good at. */
export const TERMINAL = { width: 1080, height: 1920 };
export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** Answers of the profile up to the two optional questions: a company of twenty. */
export const PROFILE = ['有限责任公司', 20, '商务和居民服务', ['以上都没有'], '正常经营', '没有', '沈河区'];

/** Whether an address is the program's own: of its server, or inside the one file that it is. */
function isOwn(address) {
  const { baseURL } = test.info().project.use;
  if (!baseURL.startsWith('file:')) return new URL(address).hostname === '127.0.0.1';
  return address.startsWith('blob:') || address.replace('?cleared', '') === baseURL;
}

/** The policy that the page is under: a header, or in one file a part of it. */
async function policy(page, response) {
  const header = response.headers()['content-security-policy'];
  return header ?? page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
}

/** Opens the page and fails the test on any error, refused resource or request elsewhere. */
export async function open(page) {
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!isOwn(request.url())) faults.push(`request: ${request.url()}`);
  });
  const response = await page.goto('');
  expect(await policy(page, response)).toContain("default-src 'none'");
  await expect(button(page, '开始体检')).toBeVisible();
  return faults;
}

export function button(page, name, exact = true) {
  return page.getByRole('button', { name, exact });
}

export function heading(page) {
  return page.getByRole('heading', { level: 1 });
}

/** Answers the question on the screen by touch and waits for the next screen. */
export async function answer(page, value) {
  const before = await heading(page).textContent();
  if (typeof value === 'number') {
    for (const digit of String(value)) await button(page, digit).click();
    await button(page, '下一题').click();
  } else if (Array.isArray(value)) {
    for (const tick of value) await page.getByRole('checkbox', { name: tick }).click();
    await button(page, '下一题').click();
  } else {
    await page.locator('.option').filter({ hasText: value }).first().click();
  }
  await expect(heading(page)).not.toHaveText(before);
}

/** The profile without name and code, to the choice of the scope. */
export async function fillProfile(page) {
  await button(page, '开始体检').click();
  for (const value of PROFILE) await answer(page, value);
  await button(page, '跳过').click();
  await expect(heading(page)).toHaveText('统一社会信用代码是多少？');
  await button(page, '跳过').click();
  await expect(heading(page)).toHaveText('这次查多大范围？');
}

/** Chooses one domain alone and opens its first question. */
export async function chooseTopic(page, title) {
  await page.getByRole('checkbox', { name: title }).click();
  await button(page, '查选中的方面 ›').click();
  await expect(heading(page)).toHaveText('要查的方面');
  await button(page, `继续：${title} ›`).click();
}

/** No accessibility fault that axe knows, and nothing beyond the right edge. */
export async function isSound(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found, where).toEqual([]);
  const overflow = await page.evaluate(() => {
    const wider = (element) => element.scrollWidth - element.clientWidth;
    const middle = document.getElementById('main');
    return Math.max(wider(document.documentElement), middle ? wider(middle) : 0);
  });
  expect(overflow, `${where}: wider than the screen`).toBeLessThanOrEqual(0);
}

/** Sets something in the panel 显示 and closes it again. */
export async function set(page, name) {
  await button(page, '显示').click();
  await page.locator('.panel').getByRole('button', { name, exact: true }).click();
  await button(page, '显示').click();
  await expect(page.locator('.panel')).toHaveCount(0);
}

/** Everything that a page can leave behind in the browser. */
export async function traces(page) {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    // Of a file the browser lets nobody change the path.
    url: (location.protocol === 'file:' ? '/' : location.pathname) + location.search + location.hash,
    title: document.title,
  }));
}

/** What [`traces`] finds on a page that left nothing. */
export const NO_TRACES = {
  local: [],
  session: [],
  cookies: '',
  databases: [],
  caches: [],
  url: '/',
  title: '企业法治体检',
};
