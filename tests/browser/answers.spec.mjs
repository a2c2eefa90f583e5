// What happens to answers: wrong ones, changed ones, those that are gone after the visit.
import { expect, test } from '@playwright/test';
import {
  DESKTOP, NO_TRACES, PROFILE, answer, button, chooseTopic, fillProfile, heading, open, traces,
} from './visitor.mjs';

test.use({ viewport: DESKTOP });

test('a wrong 信用代码 stays in the field and names the position', async ({ page }) => {
  await open(page);
  await button(page, '开始体检').click();
  for (const value of PROFILE) await answer(page, value);
  await button(page, '跳过').click();
  const field = page.getByRole('textbox');
  const alert = page.getByRole('alert');
  await field.fill('91350100M000100Y4');
  await button(page, '下一题').click();
  await expect(alert).toContainText('现在是 17 位');
  await expect(field).toHaveValue('91350100M000100Y4');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('91350100M000100Y44');
  await button(page, '下一题').click();
  await expect(alert).toContainText('应是“3”');
  await button(page, '屏幕键盘').click();
  // The last sign is mended on the screen's own keys.
  await page.locator('.pad .delete').click();
  await page.locator('.pad').getByRole('button', { name: '3', exact: true }).click();
  await button(page, '下一题').click();
  await expect(heading(page)).toHaveText('这次查多大范围？');
});

test('a wrong number stays in the field and says what to do', async ({ page }) => {
  await open(page);
  await button(page, '开始体检').click();
  await answer(page, '有限责任公司');
  const field = page.getByRole('textbox');
  for (const [text, words] of [['十二', '不是数'], ['1.5', '整数'], ['99999999', '200,000']]) {
    await field.fill(text);
    await button(page, '下一题').click();
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(field).toHaveValue(text);
  }
});

test('changing a gate drops what hangs on it, says so, and can be undone', async ({ page }) => {
  await open(page);
  await fillProfile(page);
  await chooseTopic(page, '劳动用工');
  await answer(page, 3);
  await answer(page, 0);
  await button(page, '上一步').click();
  await button(page, '上一步').click();
  await expect(page.getByRole('textbox')).toHaveValue('3');
  await button(page, '上一步').click();
  await button(page, '先看看已经答了什么').click();
  await page.getByRole('button', { name: '更改：现在一共有多少人在这里上班？' }).click();
  await button(page, '没有员工').click();
  const notice = page.getByRole('status').filter({ hasText: '有 2 题不用再答' });
  await expect(notice).toBeVisible();
  await notice.getByText('看看是哪几题').click();
  await expect(notice).toContainText('书面合同');
  await button(page, '撤销，恢复原来的回答').click();
  await expect(page.getByRole('textbox')).toHaveValue('20');
});

test("the browser's own Back goes one step back each time", async ({ page }) => {
  await open(page);
  await button(page, '开始体检').click();
  await answer(page, '有限责任公司');
  await answer(page, 20);
  await expect(heading(page)).toHaveText('主要做哪一行？');
  await page.goBack();
  await expect(page.getByRole('textbox')).toHaveValue('20');
  await page.goBack();
  await expect(button(page, '有限责任公司', false).first()).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(button(page, '开始体检')).toBeVisible();
});

test('a reload asks first and leaves nothing', async ({ page }) => {
  await open(page);
  await button(page, '开始体检').click();
  await answer(page, '有限责任公司');
  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloaded;
  await expect(button(page, '开始体检')).toBeVisible();
  await button(page, '开始体检').click();
  await expect(page.locator('[aria-pressed="true"]')).toHaveCount(0);
  expect(await traces(page)).toEqual(NO_TRACES);
});

test('结束并清除 leaves nothing for the next visitor, also behind Forward', async ({ page }) => {
  await open(page);
  await button(page, '开始体检').click();
  await answer(page, '有限责任公司');
  await answer(page, 4321);
  await button(page, '结束并清除').click();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('alertdialog').getByRole('button', { name: '结束并清除' }).click(),
  ]);
  await expect(button(page, '开始体检')).toBeVisible();
  expect(await traces(page)).toEqual(NO_TRACES);
  // The page stands where the visit began: its steps lie ahead.
  await page.goForward();
  await expect(button(page, '开始体检')).toBeVisible();
  expect(await page.content()).not.toContain('4321');
});

test('no request is made after the page is loaded', async ({ page }) => {
  await open(page);
  await page.waitForLoadState('networkidle');
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  await expect(heading(page)).toHaveText('要查的方面');
  expect(requests).toEqual([]);
});

test('a pack that was tampered with is refused by name, and loading can be tried again', async ({ page }) => {
  let tampered = true;
  await page.route('**/q/labour.*.json', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: tampered ? body.replace('劳动', '劳働') : body });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('问卷文件与发布时不一致（labour.');
  tampered = false;
  await button(page, '再试一次').click();
  await expect(button(page, '开始体检')).toBeVisible();
});

test('a pack that cannot be fetched is named', async ({ page }) => {
  await page.route('**/q/laws.*.json', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('没有下载完整（laws.');
});
