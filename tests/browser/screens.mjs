// Every screen of the program, one after the other, for tests that look at all of them.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { answer, button, fillProfile, heading } from './visitor.mjs';

/** A firm of the test suite with many problems; its file holds an unfinished check. */
const FIRM = new URL('../releases/2026.11.1/crystal.json', import.meta.url);

/** The configuration of a place that offers everything. */
export async function configured(page, mode, address) {
  await page.route('**/tijian.json', (route) => route.fulfill({
    json: { mode, public_address: address, outputs: ['file', 'word', 'code'] },
  }));
}

async function chooseFile(page, name) {
  const waiting = page.waitForEvent('filechooser');
  await button(page, name).click();
  const buffer = await readFile(FIRM);
  await (await waiting).setFiles({ name: 'firm.json', mimeType: 'application/json', buffer });
}

/** The screens of a visit that begins with its first question; `each` looks at one. */
export async function screensOfAVisit(page, each) {
  await each('start');
  await page.locator('.why > summary').click();
  await each('start, unfolded');
  await button(page, '开始体检').click();
  await each('a choice');
  await page.locator('.why > summary').click();
  await each('a choice, why unfolded');
  await answer(page, '有限责任公司');
  await each('a number');
  await button(page, '下一题').click();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await each('a number, not accepted');
  await answer(page, 20);
  await each('fourteen choices');
  await answer(page, '商务和居民服务');
  await each('fourteen boxes');
  await answer(page, ['以上都没有']);
  for (const value of ['正常经营', '没有', '沈河区']) await answer(page, value);
  await each('a line of text');
  await button(page, '跳过').click();
  await expect(heading(page)).toHaveText('统一社会信用代码是多少？');
  await each('a code');
  await button(page, '跳过').click();
  await expect(heading(page)).toHaveText('这次查多大范围？');
  await each('the scope');
  await page.getByRole('checkbox', { name: '知识产权' }).click();
  await button(page, '查选中的方面 ›').click();
  await expect(heading(page)).toHaveText('要查的方面');
  await each('the tasks');
  await page.locator('.actions .primary').click();
  await page.locator('h1#question').waitFor();
  await toTheFirstDay(page);
  await each('a day');
}

/** Answers up to the first question for a day. */
async function toTheFirstDay(page) {
  for (let steps = 0; steps < 20; steps += 1) {
    if (await page.getByPlaceholder('例如 20241121').count()) return;
    const trademark = page.getByRole('checkbox', { name: '注册商标' });
    if (await trademark.count()) await answer(page, ['注册商标']);
    else await answer(page, '不清楚');
  }
  throw new Error('no question for a day');
}

/** The screens of a visit that begins with a file; `each` looks at one. */
export async function screensOfAFile(page, each) {
  await chooseFile(page, '打开以前存的文件');
  await expect(heading(page)).toHaveText('文件已经打开');
  await each('the file');
  await button(page, '商业秘密登记 ›').click();
  await each('the register');
  await button(page, '添加一项秘密').click();
  await each('an entry of the register');
  await button(page, '上一步').click();
  await button(page, '上一步').click();
  await expect(heading(page)).toHaveText('文件已经打开');
  await button(page, '接着做没做完的 ›').click();
  await expect(heading(page)).toHaveText('要查的方面');
  await each('all tasks');
  await button(page, '先看看已经答了什么').click();
  await expect(heading(page)).toHaveText('检查答案');
  await each('the review');
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report .verdict')).toBeVisible();
  await each('the report');
  await page.locator('.finding .detail > summary').first().click();
  await page.locator('.part').evaluateAll((parts) => parts.forEach((part) => { part.open = true; }));
  await each('the report, unfolded');
  await button(page, '整改清单').click();
  await each('a sheet');
  await button(page, '上一步').click();
  await button(page, '用手机扫码带走').click();
  await page.locator('svg.code').waitFor();
  await each('the code');
  await button(page, '上一步').click();
  await button(page, '上一步').click();
  await expect(heading(page)).toHaveText('检查答案');
}

/** What stands over a screen; `each` looks at one. */
export async function screensOver(page, each) {
  await button(page, '显示').click();
  await each('the panel');
  await button(page, '显示').click();
  await button(page, '结束并清除').click();
  await each('the end');
  await button(page, '继续体检').click();
}
