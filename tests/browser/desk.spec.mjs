// The lawyer's desk: files of several firms, three of them forged; a review, a key, a signature,
// the firm's copy, and what everybody sees when it is forged again.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { choose, download, openReports, rows, sayWho, sitDown } from './lawyer.mjs';
import { DESKTOP, PHONE, button, heading, isSound, open } from './visitor.mjs';

test.use({ viewport: DESKTOP });

const WORD = '一句只有我自己知道的话才行';

/** Saves the report of a quick check as its file holds it. */
async function report(page) {
  const answers = new URL('../releases/2026.11.1/crystal.json', import.meta.url);
  const waiting = page.waitForEvent('filechooser');
  await button(page, '打开以前存的文件').click();
  await (await waiting).setFiles({ name: 'draft.json', mimeType: 'application/json', buffer: await readFile(answers) });
  await button(page, '接着做没做完的 ›').click();
  await button(page, '先看看已经答了什么').click();
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report .verdict')).toBeVisible();
  const saved = await download(page, '存成文件，以后能继续');
  await page.reload();
  return saved;
}

/** Twenty files: copies of one report with names of their own, three of them forged. */
function twenty(text) {
  const forge = [
    (text) => text.replace('"level":"red"', '"level":"blue"'),
    (text) => text.replace('"seal":"', '"seal":"0'),
    (text) => text.replace('"digest":"', '"digest":"0'),
  ];
  const good = Array.from({ length: 17 }, (_, at) => [`good-${at}.html`, text]);
  return [...good, ...forge.map((change, at) => [`forged-${at}.html`, change(text)])];
}

test('twenty files, three of them forged; reviewed, signed, opened by the firm, forged again', async ({ page }) => {
  test.setTimeout(300_000);
  const faults = await open(page);
  const { text } = await report(page);
  await sitDown(page);
  await isSound(page, 'an empty desk');
  await openReports(page, twenty(text));
  // Seventeen copies of one report are one row.
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator('.queue .doubtful')).toHaveCount(2);
  await expect(page.locator('.queue')).toContainText('同一份报告打开了 17 份');
  await expect(page.locator('.queue small.problem').first()).toContainText('注意');
  await isSound(page, 'the list');

  await button(page, '填写复核人').click();
  await page.getByLabel('律师姓名').fill('沈某');
  await page.getByLabel('律师事务所').fill('某律师事务所');
  await page.getByLabel('执业证号').fill('1210');
  await button(page, '保存复核人').click();
  await expect(page.getByRole('alert')).toContainText('17 位');
  await isSound(page, 'who reviews');
  await page.getByLabel('执业证号').fill('12101201510123456');
  await button(page, '保存复核人').click();

  // By keyboard: the first report, its findings, a confirmation.
  const good = rows(page).filter({ hasText: '17 份' }).getByRole('button');
  await good.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#spot h2')).toBeVisible();
  await page.locator('.spots li button').nth(1).focus();
  await page.keyboard.press('c');
  await expect(page.locator('.verdict-name')).toHaveText('已确认');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.verdict-name')).toHaveText('未看');
  await isSound(page, 'a finding');
  await button(page, '更正').click();
  await page.getByLabel('等级').selectOption('blue');
  await button(page, '记下').click();
  await expect(page.getByRole('alert').first()).toContainText('理由');
  await page.getByLabel('理由（必填）').fill('看过原件');
  await isSound(page, 'a form');
  await button(page, '记下').click();
  await expect(page.locator('.verdict-name')).toHaveText('已更正');
  await expect(page.locator('.spots [role=status]')).toContainText('已看 2 项');

  await button(page, '签署和交付').click();
  await expect(button(page, '签名')).toBeDisabled();
  await button(page, '复核人和密钥').click();
  await page.getByText('还没有密钥：做一把').click();
  await page.getByLabel('口令', { exact: true }).fill(WORD);
  await page.getByLabel('再输一遍口令').fill(WORD);
  const key = await download(page, '做密钥并保存文件');
  expect(key.name).toBe('律师密钥-12101201510123456.json');
  expect(key.text).not.toContain(WORD);
  await expect(page.locator('.public-key')).toHaveText(/^04[0-9a-f]{128}$/);
  await isSound(page, 'a key');

  // The key is put away and opened again from its file.
  await button(page, '收起密钥').click();
  await choose(page, '打开密钥文件', [[key.name, key.text]]);
  const unlock = page.locator('form').filter({ hasText: '密钥文件：沈某' });
  await unlock.getByLabel('口令').fill('不是这一句话，换一句试试');
  await button(page, '用口令打开').click();
  await expect(page.getByRole('alert')).toContainText('口令不对');
  await unlock.getByLabel('口令').fill(WORD);
  await button(page, '用口令打开').click();
  await expect(page.locator('.public-key')).toBeVisible();
  await button(page, '上一步').click();
  await button(page, '签署和交付').click();
  await button(page, '签名').click();
  await expect(page.locator('.signatures')).toContainText('签名有效');
  await isSound(page, 'signed');
  const firms = await download(page, '存给企业的文件');
  const letter = await download(page, '存法律意见书（Word）');
  expect(letter.name).toMatch(/^法律意见书-\d{8}-.*\.docx$/);
  await button(page, '看法律意见书 ›').click();
  await expect(heading(page)).toHaveText('法律意见书');
  await isSound(page, 'the letter');

  // The firm opens its file, then a forged one.
  const forged = firms.text.replaceAll('看过原件', '没看原件');
  for (const [file, told] of [[firms.text, '签名有效'], [forged, '签名无效']]) {
    await page.reload();
    await choose(page, '打开以前存的文件', [['firm.html', file]]);
    await expect(page.locator('.report')).toContainText(told);
    await isSound(page, told);
  }
  expect(faults).toEqual([]);
});

test('the desk on a telephone', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  const { text } = await report(page);
  await page.setViewportSize(PHONE);
  await sitDown(page);
  await openReports(page, [['one.html', text]]);
  await isSound(page, 'the list on a telephone');
  await rows(page).getByRole('button').click();
  await isSound(page, 'a finding on a telephone');
});

test('a terminal has no desk', async ({ page }) => {
  await page.route('**/tijian.json', (route) => route.fulfill({ json: { mode: 'terminal', outputs: ['file'] } }));
  await open(page);
  await expect(button(page, '律师复核')).toHaveCount(0);
});
