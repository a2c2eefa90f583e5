// What is taken away and brought back: files, codes, slips.
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import { DESKTOP, PHONE, TERMINAL, button, fillProfile, heading, isSound, open } from './visitor.mjs';

test.use({ viewport: DESKTOP });

/** Answers that bring findings; every other question is answered 不清楚. */
const PICKS = {
  '公章现在由谁保管？': '几个人都能随手拿到',
};

/** A quick check up to its task list with everything answered. */
async function quickCheck(page, picks = PICKS) {
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  for (let steps = 0; steps < 60; steps += 1) {
    const title = await heading(page).textContent();
    if (title === '检查答案') return;
    if (title === '要查的方面') {
      await page.locator('.actions .primary').click();
    } else if (picks[title]) {
      await page.locator('.option').filter({ hasText: picks[title] }).first().click();
    } else {
      await button(page, '不清楚').click();
    }
    await expect(heading(page)).not.toHaveText(title);
  }
  throw new Error('the questions never end');
}

async function report(page) {
  await quickCheck(page);
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report')).toBeVisible();
}

/** Takes a download by a button's name; its name and content. */
async function download(page, name) {
  const waiting = page.waitForEvent('download');
  await button(page, name).click();
  const file = await waiting;
  const path = await file.path();
  await expect(page.locator('.saved')).toContainText('已交给浏览器保存');
  return { name: file.suggestedFilename(), path, bytes: await readFile(path) };
}

/** Chooses a file in the page. */
async function choose(page, name, file) {
  const waiting = page.waitForEvent('filechooser');
  await button(page, name).click();
  await (await waiting).setFiles(file);
}

/** The deployment as it must be for codes. */
async function withAddress(page, address) {
  await page.route('**/tijian.json', (route) => route.fulfill({
    json: { mode: 'office', public_address: address, outputs: ['file', 'code'] },
  }));
}

test('the report file: saved, read with no network, opened, checked again', { tag: '@single' }, async ({ page, browser }, info) => {
  test.setTimeout(120_000);
  const faults = await open(page);
  await report(page);
  await isSound(page, 'report');
  const file = await download(page, '存成文件，以后能继续');
  expect(file.name).toMatch(/^法治体检-\d{8}-[0-9A-F]{4}-[0-9A-F]{4}\.html$/);
  const saved = info.outputPath('report.html');
  await writeFile(saved, file.bytes);

  // From the disk, without a network and without the program.
  const context = await browser.newContext({ offline: true, viewport: PHONE });
  const alone = await context.newPage();
  const asked = [];
  alone.on('request', (request) => asked.push(request.url()));
  alone.on('console', (message) => faults.push(`console: ${message.text()}`));
  await alone.goto(pathToFileURL(saved).href);
  await expect(alone.locator('h1')).toContainText('资料不足');
  await expect(alone.locator('#findings')).toContainText('怎么改');
  expect(asked.length).toBe(1);
  await isSound(alone, 'the file by itself');
  await context.close();

  // In the program, by somebody else.
  await page.reload();
  await choose(page, '打开以前存的文件', saved);
  await expect(heading(page)).toHaveText('文件已经打开');
  await expect(page.locator('.report')).toContainText('文件没有发现改动');
  await isSound(page, 'the firm’s file');
  await button(page, '看最近一份报告 ›').click();
  await expect(heading(page)).toContainText('资料不足');
  await isSound(page, 'a report with the file open');
  await button(page, '回到文件').click();
  await expect(heading(page)).toHaveText('文件已经打开');
  expect(faults).toEqual([]);
});

test('a file that was changed says so, and its findings are not believed', async ({ page }, info) => {
  await open(page);
  await report(page);
  const { bytes } = await download(page, '存成文件，以后能继续');
  const forged = info.outputPath('forged.html');
  await writeFile(forged, bytes.toString('utf8').replace('"level":"orange"', '"level":"blue"'));
  await page.reload();
  await choose(page, '打开以前存的文件', forged);
  await expect(page.locator('.report')).toContainText('改过');
  await expect(page.locator('.report')).toContainText('按答案重算的为准');
  for (const [name, content] of [['empty.html', ''], ['other.html', '<p>别的网页</p>'], ['cut.html', bytes.subarray(0, bytes.length - 400)]]) {
    const path = info.outputPath(name);
    await writeFile(path, content);
    await page.reload();
    await choose(page, '打开以前存的文件', path);
    await expect(page.getByRole('alert')).not.toBeEmpty();
    await expect(button(page, '开始体检')).toBeVisible();
  }
  // A gigabyte is refused before any of it is read.
  const huge = info.outputPath('huge.html');
  await writeFile(huge, '');
  await truncate(huge, 1 << 30);
  const waiting = page.waitForEvent('filechooser');
  await button(page, '打开以前存的文件').click();
  await (await waiting).setFiles(huge);
  await expect(page.getByRole('alert')).toContainText('超过 8 MB', { timeout: 1000 });
});

test('an unfinished check is saved, gone on with, and a colleague’s part joins it', async ({ page }, info) => {
  test.setTimeout(120_000);
  await open(page);
  await quickCheck(page);
  await button(page, '上一步').click();
  const draft = await download(page, '存下来，以后接着做');
  const path = info.outputPath('draft.html');
  await writeFile(path, draft.bytes);
  await page.reload();
  await quickCheck(page, { '公章现在由谁保管？': '老板本人' });
  await button(page, '上一步').click();
  await choose(page, '并入同事答的部分', path);
  await expect(heading(page)).toHaveText('两份回答有不同，请逐题选一个');
  await isSound(page, 'conflicts');
  await button(page, '几个人都能随手拿到', false).click();
  await expect(heading(page)).toHaveText('要查的方面');
  await page.reload();
  await choose(page, '打开以前存的文件', path);
  await button(page, '接着做没做完的 ›').click();
  await expect(heading(page)).toHaveText('要查的方面');
});

test('Word, calendar, text and data come from the same report', { tag: '@single' }, async ({ page }) => {
  test.setTimeout(120_000);
  const faults = await open(page);
  await report(page);
  const seal = (await page.locator('.report .meta').first().locator('..').textContent()).match(/[0-9A-F]{4}-[0-9A-F]{4}/)[0];
  const word = await download(page, '存成 Word');
  expect(word.name).toBe(`法治体检-${word.name.match(/\d{8}/)[0]}-${seal}.docx`);
  expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(word.bytes.length).toBeGreaterThan(10_000);
  const text = await download(page, '存成文字');
  expect(text.bytes.toString('utf8')).toContain(`封印：${seal}`);
  const data = JSON.parse((await download(page, '存成数据（JSON）')).bytes.toString('utf8'));
  expect(data.schema).toBe(1);
  expect(data.answers['contract.seal_keeper']).toBe('shared');
  expect(faults).toEqual([]);
});

test('a phone reads the code from the terminal’s screen and makes the report again', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(TERMINAL);
  await withAddress(page, baseURL);
  await open(page);
  await report(page);
  const seal = (await page.locator('.report').textContent()).match(/[0-9A-F]{4}-[0-9A-F]{4}/)[0];
  await button(page, '用手机扫码带走').click();
  await expect(page.locator('svg.code')).toBeVisible();
  await isSound(page, 'the code');
  // Drawn by the browser, read by a decoder that knows nothing of this program.
  const picture = await page.locator('svg.code').screenshot();
  const { data, width, height } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    // A phone's camera sees it smaller than the screen shows it.
    const side = 400;
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, side, side);
    return { data: [...context.getImageData(0, 0, side, side).data], width: side, height: side };
  }, picture.toString('base64'));
  const link = jsQR(Uint8ClampedArray.from(data), width, height).data;
  expect(link).toContain('/#r=');

  const context = await browser.newContext({ viewport: PHONE });
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.locator('.report')).toContainText(seal);
  expect(phone.url(), 'the link is gone from the address').not.toContain('#');
  await isSound(phone, 'the report on a phone');
  await context.close();
});

test('without a public address there is no code, and without a file no way back to one', async ({ page }) => {
  await open(page);
  await report(page);
  await expect(button(page, '回到文件')).toHaveCount(0);
  await expect(button(page, '用手机扫码带走')).toHaveCount(0);
});

test('slips and sheets open, are sound and go back to the report', async ({ page }) => {
  await open(page);
  await report(page);
  await page.locator('summary', { hasText: '整改清单、证据清单、转介单' }).click();
  for (const name of await page.locator('details.take button').allTextContents()) {
    await button(page, name).click();
    await isSound(page, name);
    await button(page, '上一步').click();
    await page.locator('summary', { hasText: '整改清单、证据清单、转介单' }).click();
  }
});

test('what is done is marked and kept', async ({ page }, info) => {
  await open(page);
  await report(page);
  const { bytes } = await download(page, '存成文件，以后能继续');
  const path = info.outputPath('firm.html');
  await writeFile(path, bytes);
  await page.reload();
  await choose(page, '打开以前存的文件', path);
  const mark = page.locator('.mark').first();
  await mark.locator('summary').click();
  await mark.getByLabel('经办人（可不填）').fill('张某');
  await mark.getByRole('button', { name: '办好了', exact: true }).click();
  await expect(mark).toContainText('已办好');
  const again = await download(page, '存一份新文件');
  await writeFile(path, again.bytes);
  await page.reload();
  await choose(page, '打开以前存的文件', path);
  await expect(page.locator('.report')).toContainText('张某');
  await expect(page.locator('.report')).toContainText('企业自报');
});
