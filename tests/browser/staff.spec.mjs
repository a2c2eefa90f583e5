// The staff's menu and the configuration of a terminal. Time is the test's own.
import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from '@playwright/test';
import {
  DESKTOP, NO_TRACES, PHONE, TERMINAL, answer, button, fillProfile, heading, isSound, open, traces,
} from './visitor.mjs';

test.use({ viewport: TERMINAL });

const PIN = '246810';
const SALT = '0123456789abcdef';
const HASH = pbkdf2Sync(PIN, SALT, 10_000, 32, 'sm3').toString('hex');
const STAFF_PIN = `pbkdf2-sm3$10000$${Buffer.from(SALT).toString('hex')}$${HASH}`;
const CANARY = '金丝雀试探商贸有限公司';

/** `tijian.json` as an installation has it: open to phones, closed on terminals. */
const SHARED = {
  mode: 'office', public_address: 'https://tijian.example/', outputs: ['file', 'code'], staff_pin: STAFF_PIN,
};

/** The file of terminal t-1. */
const OWN = {
  terminal: 't-1', outputs: ['code'], district: 'heping', justice_office: '样例司法所',
  printer: { fitted: true, name: '样例打印机' },
};

/** Opens terminal t-1 with these files; one that is null is not there, a text is sent as it is. */
async function openTerminal(page, { shared = SHARED, own = OWN, address = '/?terminal=t-1' } = {}) {
  const answerWith = (file) => (route) => {
    if (file === null) return route.fulfill({ status: 404, body: '' });
    return route.fulfill(typeof file === 'string' ? { body: file } : { json: file });
  };
  await page.route('**/tijian.json', answerWith(shared));
  await page.route('**/terminals/*.json', answerWith(own));
  await page.clock.install();
  await page.goto(address);
  await expect(button(page, '开始体检')).toBeVisible();
}

const passes = (page, seconds) => page.clock.runFor(seconds * 1000);

/** Holds the corner with a finger that does not move. */
async function holdCorner(page, seconds) {
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await passes(page, seconds);
  await page.mouse.up();
}

async function enter(page, pin) {
  for (const digit of pin) await button(page, digit).click();
  await button(page, '进入').click();
}

async function openMenu(page) {
  await holdCorner(page, 6);
  await expect(heading(page)).toHaveText('工作人员密码');
  await enter(page, PIN);
  await expect(heading(page)).toHaveText('工作人员菜单');
  await passes(page, 2);
  await expect(page.locator('.staff')).toContainText('本地存储');
}

test('a corner held for five seconds and a code lead to the menu, which shows nothing of a visit', async ({ page }) => {
  await openTerminal(page);
  await button(page, '开始体检').click();
  await answer(page, '有限责任公司');
  await answer(page, 20);
  for (const value of ['商务和居民服务', ['以上都没有'], '正常经营', '没有', '沈河区']) await answer(page, value);
  await page.getByRole('textbox').fill(CANARY);
  await button(page, '下一题').click();
  await holdCorner(page, 8);
  await expect(heading(page), 'not during a visit').toHaveText('统一社会信用代码是多少？');
  const loaded = page.waitForEvent('load');
  await button(page, '结束并清除').click();
  await page.getByRole('alertdialog').getByRole('button', { name: '结束并清除' }).click();
  await passes(page, 2);
  await loaded;
  await expect(button(page, '开始体检')).toBeVisible();
  expect(new URL(page.url()).search, 'the terminal is found again').toBe('?terminal=t-1');

  await holdCorner(page, 3);
  await passes(page, 5);
  await expect(button(page, '开始体检'), 'held too briefly').toBeVisible();
  await openMenu(page);
  const menu = page.locator('.staff');
  for (const wanted of [
    't-1', '和平区', '样例司法所', '样例打印机', '公用终端', '手机扫码', '0.1.0', 'tijian-app-', '_bg.wasm', '1080 × 1920',
  ]) {
    await expect(menu).toContainText(wanted);
  }
  await expect(menu.locator('details')).toContainText(/问卷 \d+ 份/);
  await expect(menu.locator('dl div').filter({ hasText: '中文字体' })).toContainText('正常');
  await expect(menu.locator('dl div').filter({ hasText: '记住密码输错的次数' })).toContainText('能写能读');
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(CANARY);
  await isSound(page, 'the menu');
});

test('wrong codes cost a wait that a reload does not shorten', async ({ page }) => {
  await openTerminal(page);
  await holdCorner(page, 6);
  await isSound(page, 'the question for the code');
  for (let times = 1; times <= 4; times += 1) {
    await enter(page, '000000');
    await expect(page.getByRole('alert')).toContainText('密码不对');
  }
  await enter(page, '000000');
  await expect(page.getByRole('alert')).toContainText('请等 15 秒');
  await passes(page, 6);
  await expect(page.getByRole('alert')).toContainText(/请等 [89] 秒/);
  for (const digit of PIN) await button(page, digit).click();
  await expect(button(page, '进入')).toBeDisabled();

  await page.reload();
  await expect(button(page, '开始体检')).toBeVisible();
  const left = await page.evaluate(() => ({ ...localStorage }));
  expect(left, 'a number and nothing else').toEqual({ 'tijian-wrong-pins': '5' });
  await holdCorner(page, 6);
  await expect(page.getByRole('alert'), 'the wait began anew').toContainText(/请等 ([89]|1\d) 秒/);
  await passes(page, 16);
  await enter(page, '000000');
  await expect(page.getByRole('alert')).toContainText('请等 30 秒');
  for (let touched = 0; touched < 2; touched += 1) {
    await passes(page, 16);
    await page.mouse.click(900, 300);
  }
  await enter(page, PIN);
  await expect(heading(page)).toHaveText('工作人员菜单');
  expect(await traces(page), 'a right code takes the count away').toEqual({ ...NO_TRACES, url: '/?terminal=t-1' });
});

test('the receipt names the count of wrong codes and is clean', async ({ page }) => {
  await openTerminal(page);
  await page.evaluate(() => localStorage.setItem('tijian-wrong-pins', '2'));
  await button(page, '开始体检').click();
  const loaded = page.waitForEvent('load');
  await passes(page, 215).catch(() => null);
  await loaded;
  const receipt = page.locator('.receipt');
  await expect(receipt).toContainText('已清除：本机没有留下刚才的内容');
  await expect(receipt).toContainText('本地存储（只有密码输错的次数）');
  await expect(receipt).not.toHaveClass(/unclean/);

  // Anything else under that name is something else.
  await page.evaluate(() => localStorage.setItem('tijian-wrong-pins', 'my secret'));
  await button(page, '开始体检').click();
  const again = page.waitForEvent('load');
  await passes(page, 215).catch(() => null);
  await again;
  await expect(page.locator('.receipt.unclean')).toContainText('本地存储：1 项');
});

test('a test page is printed, without the buttons', async ({ page }) => {
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => { window.printed += 1; };
  });
  await openTerminal(page);
  await openMenu(page);
  await expect(page.locator('.paper-only')).toBeHidden();
  await button(page, '打印测试页').click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-only')).toBeVisible();
  await expect(page.locator('.staff')).toContainText('t-1');
  await expect(page.locator('button:visible')).toHaveCount(0);
});

test('touch is tested field by field', async ({ page }) => {
  await openTerminal(page);
  await openMenu(page);
  const fields = page.getByRole('button', { name: /^第 \d+ 格$/ });
  await expect(fields).toHaveCount(12);
  await fields.first().click();
  await fields.first().click();
  await expect(page.locator('.touch')).toContainText('点到 1 格，共 12 格');
  for (let at = 1; at < 12; at += 1) await fields.nth(at).click();
  await expect(page.locator('.touch')).toContainText('12 格都点到了，触摸正常');
});

test('it closes by its button and when nobody is there', async ({ page }) => {
  await openTerminal(page);
  await openMenu(page);
  await button(page, '返回开始页').click();
  await expect(button(page, '开始体检')).toBeVisible();
  await openMenu(page);
  await passes(page, 110);
  await expect(heading(page)).toHaveText('工作人员菜单');
  await passes(page, 12);
  await expect(button(page, '开始体检')).toBeVisible();
  await holdCorner(page, 6);
  await expect(heading(page)).toHaveText('工作人员密码');
  await passes(page, 31);
  await expect(button(page, '开始体检')).toBeVisible();
});

test('a keyboard is enough, also in an office', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await openTerminal(page, { address: '/' });
  await page.getByRole('button', { name: '工作人员菜单' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('工作人员密码');
  await page.getByLabel('6 位数字密码').focus();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('工作人员菜单');
  await expect(page.locator('.staff')).toContainText('网址里没有 ?terminal=');
  await expect(page.locator('.staff')).toContainText('单位自己的电脑');
  await isSound(page, 'the menu on a desktop');
  await passes(page, 125);
  await expect(button(page, '开始体检')).toBeVisible();
});

test('the menu speaks English', async ({ page }) => {
  await openTerminal(page);
  await button(page, 'English').click();
  await holdCorner(page, 6);
  await expect(heading(page)).toHaveText('Staff code');
  for (const digit of PIN) await button(page, digit).click();
  await button(page, 'Enter').click();
  await expect(heading(page)).toHaveText('Staff menu');
  await expect(page.locator('.staff')).toContainText('Public terminal, clears itself');
});

for (const [what, own] of [['missing', null], ['broken', '{"terminal": "t-1",'], ['another one’s', { ...OWN, terminal: 't-2' }]]) {
  test(`a terminal whose file is ${what} runs as the strictest and says so to the staff alone`, async ({ page }) => {
    await openTerminal(page, { own });
    await expect(page.locator('body')).not.toContainText('读不懂');
    await expect(button(page, '打开以前存的文件')).toHaveCount(0);
    await openMenu(page);
    await expect(page.locator('.faults')).toContainText('terminals/t-1.json');
    await expect(page.locator('.staff')).toContainText('公用终端');
    await expect(page.locator('.staff')).toContainText('都没有开放');
    await button(page, '返回开始页').click();
    await button(page, '开始体检').click();
    await passes(page, 185);
    await expect(page.getByRole('alertdialog', { name: '还在吗？' })).toBeVisible();
  });
}

test('a broken tijian.json is the strictest for a named terminal too, and can be read about without a code', async ({ page }) => {
  await openTerminal(page, { shared: '<html>', own: { ...OWN, mode: 'desk' } });
  await holdCorner(page, 6);
  await expect(heading(page)).toHaveText('工作人员菜单');
  await expect(page.locator('.faults')).toContainText('tijian.json');
  await expect(page.locator('.staff')).toContainText('没有能用的工作人员密码');
  await expect(button(page, '打印测试页')).toHaveCount(0);
  await expect(page.locator('.staff')).toContainText('公用终端');
});

test('a phone that opens the same deployment has what tijian.json says', async ({ page }) => {
  await page.setViewportSize(PHONE);
  let asked = 0;
  await page.route('**/terminals/**', (route) => { asked += 1; return route.fulfill({ status: 404 }); });
  await openTerminal(page, { address: '/' });
  await expect(button(page, '打开以前存的文件')).toBeVisible();
  await button(page, '开始体检').click();
  await passes(page, 600);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect(asked).toBe(0);
});

test('where it stands is said quietly at the start', async ({ page }) => {
  await openTerminal(page);
  await expect(page.locator('.place')).toHaveText('和平区 · 样例司法所');
  await isSound(page, 'the start of a terminal');
});

test('without a printer no print button is offered, but what else there is', async ({ page }) => {
  await openTerminal(page, { own: { ...OWN, printer: { fitted: false } } });
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  await button(page, '先看看已经答了什么').click();
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report')).toBeVisible();
  await expect(page.getByRole('button', { name: /打印/ })).toHaveCount(0);
  await expect(page.locator('.take').first()).toContainText('这台机器没有打印机');
  await expect(button(page, '用手机扫码带走')).toBeVisible();
  await isSound(page, 'a report without a printer');
});

test('at a lawyer’s desk nothing is cleared', async ({ page }) => {
  await openTerminal(page, { own: { ...OWN, mode: 'desk' } });
  await button(page, '开始体检').click();
  await passes(page, 600);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('where nothing is kept on the machine the staff is told that a reload is enough', async ({ page }) => {
  await openTerminal(page);
  await openMenu(page);
  await button(page, '更新程序').click();
  await expect(page.getByRole('status').filter({ hasText: '本机没有存程序' })).toBeVisible();
});

test('the shipped start is unchanged for whoever does not know the corner', async ({ page }) => {
  const faults = await open(page);
  await expect(page.locator('.place')).toHaveCount(0);
  await page.mouse.click(20, 20);
  await expect(button(page, '开始体检')).toBeVisible();
  expect(faults).toEqual([]);
});
