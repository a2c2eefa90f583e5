// Things that go wrong around the page: its clock, its line, its files, its fingers.
import { expect } from '@playwright/test';
import { canary, fileWith, openFile } from './canary.mjs';
import { terminal, test } from './served.mjs';
import { PROFILE, TERMINAL, answer, button, fillProfile, heading } from './visitor.mjs';

test.use({ viewport: TERMINAL, hasTouch: true });
test.setTimeout(120_000);

const DAY = 86_400_000;

test('a clock that jumps during a visit neither clears it nor dates the report anew', async ({ page, serve }) => {
  const { url } = await serve(terminal());
  await page.clock.install({ time: new Date('2026-11-21T09:00:00+08:00') });
  await page.goto(url);
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  for (const days of [1, -1, 3650, -3650]) {
    await page.clock.setSystemTime(new Date(Date.parse('2026-11-21T09:00:00+08:00') + days * DAY));
    await button(page, '先看看已经答了什么').click();
    await button(page, '生成报告 ›').click();
    await expect(page.locator('.report'), `${days} days`).toContainText('2026 年 11 月 21 日');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await button(page, '上一步').click();
    await button(page, '上一步').click();
    await expect(heading(page)).toHaveText('要查的方面');
  }
});

test('a report says the same in every time zone', async ({ browser, serve }, info) => {
  const { url } = await serve();
  const file = await fileWith(canary(), info.outputPath('firm.json'));
  const said = [];
  for (const timezoneId of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    const context = await browser.newContext({ timezoneId, locale: 'zh-CN' });
    const page = await context.newPage();
    // On this moment it is the 23rd in the first, the 22nd in the second and the 23rd in the third.
    await page.clock.setFixedTime(new Date('2026-11-23T02:00:00Z'));
    await page.goto(url);
    await openFile(page, file);
    await button(page, '看最近一份报告 ›').click();
    said.push(await page.locator('.report').textContent());
    await context.close();
  }
  expect(said[0], 'a deadline is counted').toContain('2026 年 12 月 8 日');
  expect(said[1]).toBe(said[0]);
  expect(said[2]).toBe(said[0]);
});

test('a slow line shows that the page is being opened, and it opens', async ({ page, serve }) => {
  let arrives;
  const after = new Promise((resolve) => { arrives = resolve; });
  const { url } = await serve((path) => (/_bg\.wasm$/.test(path) ? { after } : undefined));
  await page.goto(url, { waitUntil: 'commit' });
  await expect(page.getByRole('status')).toHaveText('正在打开企业法治体检…');
  arrives();
  await expect(button(page, '开始体检')).toBeVisible();
});

const BROKEN = {
  'the program is missing': [/_bg\.wasm$/, { status: 404 }],
  'the program is cut off': [/_bg\.wasm$/, { cut: 100_000 }],
  'something else comes in its place': [/_bg\.wasm$/, { json: { not: 'a program' } }],
  'the program’s script is missing': [/tijian-app-[0-9a-f]+\.js$/, { status: 404 }],
  'the program’s script is cut off': [/tijian-app-[0-9a-f]+\.js$/, { cut: 5_000 }],
};
for (const [name, [file, fault]] of Object.entries(BROKEN)) {
  test(`${name}: the page says what to do, and opens when it is loaded again`, async ({ page, serve }) => {
    let broken = true;
    const { url } = await serve((path) => (broken && file.test(path) ? fault : undefined));
    await page.goto(url, { waitUntil: 'commit' });
    await expect(page.locator('#app')).toContainText('打不开');
    await expect(page.locator('#app')).toContainText('请刷新');
    broken = false;
    await page.reload();
    await expect(button(page, '开始体检')).toBeVisible();
  });
}

test('a slow machine shows the touch before the answer', async ({ page, serve }) => {
  const { url } = await serve(terminal());
  await page.goto(url);
  await button(page, '开始体检').click();
  const option = page.locator('.option').first();
  const look = () => option.evaluate((element) => JSON.stringify([
    'backgroundColor', 'borderColor', 'transform', 'boxShadow', 'filter', 'color', 'opacity',
  ].map((name) => getComputedStyle(element)[name])));
  await option.hover();
  const before = await look();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  await page.mouse.down();
  expect(await look(), 'pressed, and not yet let go').not.toBe(before);
  await expect(heading(page)).toHaveText('营业执照上的类型是哪一种？');
  await page.mouse.up();
  await expect(heading(page)).toHaveText('现在一共有多少人在这里上班？');
});

test('ten fingers at once answer one question at most', async ({ page, serve }) => {
  const { url } = await serve(terminal());
  await page.goto(url);
  await button(page, '开始体检').click();
  for (const value of PROFILE.slice(0, 4)) await answer(page, value);
  const session = await page.context().newCDPSession(page);
  const boxes = await page.locator('.option').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const touchPoints = Array.from({ length: 10 }, (_, id) => {
    const { x, y, width, height } = boxes[id % boxes.length];
    return { id, x: x + (width * (id + 1)) / 12, y: y + height / 2 };
  });
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(heading(page)).toHaveText(/^(企业现在处在哪个阶段|有没有常年法律顾问)？$/);
  await expect(page.locator('.option').first()).toBeEnabled();
});
