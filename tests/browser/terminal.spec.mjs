// A terminal that everybody shares: idle, warning, clearing, receipt. Time is the test's own.
import { expect, test } from '@playwright/test';
import {
  NO_TRACES, PROFILE, TERMINAL, answer, button, fillProfile, heading, isSound, open, set, traces,
} from './visitor.mjs';

test.use({ viewport: TERMINAL });

/** What is typed as the firm's name; it must be nowhere afterwards. */
const CANARY = '金丝雀试探商贸有限公司';
const CLEARED = '已清除：本机没有留下刚才的内容';

/** The configuration of a terminal; it is never the shipped one, which is an office's. */
async function configured(page, deployment = {}) {
  await page.route('**/tijian.json', (route) => route.fulfill({
    json: { mode: 'terminal', outputs: ['code'], ...deployment },
  }));
}

/** Opens a terminal whose clock stands still until the test moves it. */
async function openTerminal(page, deployment = {}) {
  await configured(page, deployment);
  await page.clock.install();
  const faults = await open(page);
  return faults;
}

/** Time with a tick each second, as on a terminal that is awake. */
const passes = (page, seconds) => page.clock.runFor(seconds * 1000);

/** Time in which nothing ran: each timer fires once at its end, as after a sleep. */
const sleeps = (page, seconds) => page.clock.fastForward(seconds * 1000);

const warning = (page) => page.getByRole('alertdialog', { name: '还在吗？' });

/** A visit up to the firm's name, which is typed and accepted. */
async function typeCanary(page) {
  await button(page, '开始体检').click();
  for (const value of PROFILE) await answer(page, value);
  await page.getByRole('textbox').fill(CANARY);
  await button(page, '下一题').click();
  await expect(heading(page)).toHaveText('统一社会信用代码是多少？');
  await button(page, '上一步').click();
  await expect(page.getByRole('textbox')).toHaveValue(CANARY);
}

/** Resolves when the page has been loaded anew after `act`, which may be cut short by that. */
async function clears(page, act) {
  await Promise.all([page.waitForEvent('load'), act().catch(() => null)]);
  await expect(button(page, '开始体检')).toBeVisible();
}

/** Everything that can be read of a page, as one text. */
async function everything(page) {
  const kept = await page.evaluate(() => JSON.stringify({
    html: document.documentElement.outerHTML,
    typed: [...document.querySelectorAll('input, textarea')].map((field) => field.value),
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    state: history.state,
    name: window.name,
    url: decodeURIComponent(location.href),
    title: document.title,
  }));
  return `${kept} ${JSON.stringify(await traces(page))}`;
}

test('nobody touches it: a warning, then nothing is left, and the receipt says so', async ({ page }) => {
  const faults = await openTerminal(page);
  await typeCanary(page);
  await set(page, '大字（长辈）');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  await passes(page, 160);
  await expect(warning(page)).toHaveCount(0);
  await passes(page, 23);
  await expect(warning(page)).toBeVisible();
  await expect(warning(page).getByRole('button', { name: '继续', exact: true })).toBeFocused();
  await expect(page.locator('main')).toHaveAttribute('inert', '');
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main).filter)).toContain('blur');
  const left = Number((await page.locator('.countdown').textContent()).match(/\d+/)[0]);
  expect(left).toBeLessThanOrEqual(30);
  await passes(page, 5);
  const later = Number((await page.locator('.countdown').textContent()).match(/\d+/)[0]);
  expect(later).toBeLessThan(left);
  await expect(warning(page).getByRole('status')).toContainText(/还有 \d+ 秒清除/);
  await clears(page, () => passes(page, 40));

  const receipt = page.locator('.receipt');
  await expect(receipt).toContainText(CLEARED);
  for (const store of ['本地存储', '会话存储', '浏览器数据库', '缓存', 'Cookie', '浏览器私有文件']) {
    await expect(receipt).toContainText(store);
  }
  await expect(page.locator('html'), 'the next visitor finds the standard size').toHaveAttribute('data-text', 'standard');
  expect(await traces(page)).toEqual(NO_TRACES);
  expect(await everything(page)).not.toContain(CANARY);
  await passes(page, 6);
  await expect(receipt).toHaveCount(0);
  await button(page, '开始体检').click();
  await expect(page.locator('[aria-pressed="true"]')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('the warning is sound and 继续 extends as often as one likes', async ({ page }) => {
  const faults = await openTerminal(page);
  await typeCanary(page);
  await passes(page, 185);
  await expect(warning(page)).toBeVisible();
  await isSound(page, 'the warning');
  for (let times = 0; times < 12; times += 1) {
    await button(page, '继续').click();
    await expect(warning(page)).toHaveCount(0);
    await expect(page.getByRole('textbox'), 'nothing was lost').toHaveValue(CANARY);
    await passes(page, 185);
    await expect(warning(page)).toBeVisible();
  }
  // A touch beside the dialog does not open what is behind.
  await page.mouse.click(540, 60);
  await expect(warning(page)).toBeVisible();
  expect(faults).toEqual([]);
});

test('touches keep the visit', async ({ page }) => {
  await openTerminal(page);
  await button(page, '开始体检').click();
  for (let times = 0; times < 4; times += 1) {
    await passes(page, 160);
    await page.mouse.click(540, 300);
    await expect(warning(page)).toHaveCount(0);
  }
  await passes(page, 185);
  await expect(warning(page)).toBeVisible();
});

test('ending from the warning clears at once', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  await passes(page, 185);
  await clears(page, () => warning(page).getByRole('button', { name: '结束并清除' }).click());
  await expect(page.locator('.receipt')).toContainText(CLEARED);
  expect(await everything(page)).not.toContain(CANARY);
});

test('the report waits 90 s and a printed one 60 s', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => {}; });
  await openTerminal(page);
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  await button(page, '先看看已经答了什么').click();
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report')).toBeVisible();
  await passes(page, 70);
  await expect(warning(page)).toHaveCount(0);
  await passes(page, 22);
  await expect(warning(page)).toBeVisible();
  await button(page, '继续').click();
  await button(page, '打印报告').click();
  await passes(page, 40);
  await expect(warning(page)).toHaveCount(0);
  await passes(page, 22);
  await expect(warning(page)).toBeVisible();
});

test('after a sleep nothing of the visit is seen', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  await clears(page, () => sleeps(page, 8 * 3600));
  await expect(page.locator('.receipt')).toContainText(CLEARED);
  expect(await everything(page)).not.toContain(CANARY);
});

test('out of sight the page is covered, and uncovered only when the time is known', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  const seen = (hidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true, get: () => (value ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
    // What could be painted next, read in the same task as the event.
    const app = document.getElementById('app');
    return app ? getComputedStyle(app).visibility : 'gone';
  }, hidden);
  expect(await seen(true)).toBe('hidden');
  expect(await seen(false)).toBe('visible');
  await page.evaluate(() => document.dispatchEvent(new Event('freeze')));
  expect(await page.locator('#app').evaluate((app) => getComputedStyle(app).visibility)).toBe('hidden');
  await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  expect(await page.locator('#app').evaluate((app) => getComputedStyle(app).visibility)).toBe('visible');

  // Back in sight after an hour in which no timer ran.
  expect(await seen(true)).toBe('hidden');
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 3_600_000;
  });
  const loaded = page.waitForEvent('load');
  expect(await seen(false), 'cleared before anything can be painted').toBe('gone');
  await loaded;
  await expect(page.locator('.receipt')).toContainText(CLEARED);
});

test('a wrong clock changes nothing', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  for (const years of [10, -20]) {
    await page.evaluate((shift) => {
      const now = Date.now;
      Date.now = () => now() + shift * 365 * 86_400_000;
    }, years);
    await passes(page, 5);
    await expect(page.getByRole('textbox')).toHaveValue(CANARY);
    await expect(warning(page)).toHaveCount(0);
  }
});

test('twenty times Forward after clearing shows nothing of the visit', async ({ page }) => {
  test.setTimeout(120_000);
  await openTerminal(page);
  await typeCanary(page);
  await clears(page, () => passes(page, 215));
  // The page stands where the visit began: its steps lie ahead, each a page of its own.
  let went = 0;
  for (; went < 20 && await page.goForward(); went += 1) {
    await expect(button(page, '开始体检')).toBeVisible();
    expect(await everything(page)).not.toContain(CANARY);
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
  }
  expect(went).toBeGreaterThan(0);
});

test('a page that is left is empty before the browser can keep it, and loads anew when it is shown again', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  const kept = await page.evaluate(async () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await Promise.resolve();
    return { html: document.documentElement.outerHTML, app: document.getElementById('app') };
  });
  expect(kept.app).toBeNull();
  expect(kept.html).not.toContain(CANARY);
  await clears(page, () => page.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }));
  expect(await everything(page)).not.toContain(CANARY);
});

test('Back from another page finds the start', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/tijian.json');
  await page.goBack();
  await expect(button(page, '开始体检')).toBeVisible();
  expect(await everything(page)).not.toContain(CANARY);
});

test('what another program left is shown in red and stays until somebody begins', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  await page.evaluate(() => localStorage.setItem('left', 'by something else'));
  await clears(page, () => passes(page, 215));
  const receipt = page.locator('.receipt.unclean');
  await expect(receipt).toContainText('本地存储：1 项');
  await expect(receipt).not.toContainText(CLEARED);
  await isSound(page, 'the receipt');
  await passes(page, 30);
  await expect(receipt).toBeVisible();
  await button(page, '开始体检').click();
  await expect(receipt).toHaveCount(0);
});

test('the clipboard holds nothing of the visit', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(baseURL).origin });
  await openTerminal(page);
  await typeCanary(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), CANARY);
  await clears(page, () => passes(page, 215));
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe('');
});

test('a visit puts nothing into address, title or stores', async ({ page }) => {
  await openTerminal(page);
  await typeCanary(page);
  expect(await traces(page)).toEqual(NO_TRACES);
  const state = await page.evaluate(() => history.state);
  expect(typeof state, 'an entry holds a depth').toBe('number');
});

test('an office is never warned or cleared', async ({ page }) => {
  await openTerminal(page, { mode: 'office' });
  await typeCanary(page);
  await passes(page, 600);
  await sleeps(page, 8 * 3600);
  await expect(warning(page)).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveValue(CANARY);
});

test('a faulty configuration starts as a terminal', async ({ page }) => {
  await page.route('**/tijian.json', (route) => route.fulfill({ body: '{"mode": "office",' }));
  await page.clock.install();
  await open(page);
  await button(page, '开始体检').click();
  await passes(page, 185);
  await expect(warning(page)).toBeVisible();
});
