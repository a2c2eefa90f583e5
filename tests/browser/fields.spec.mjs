// What can be put into fields, and what must not be lost from them.
import { expect } from '@playwright/test';
import { fileWith, canary, openFile } from './canary.mjs';
import { terminal, test } from './served.mjs';
import { DESKTOP, PROFILE, TERMINAL, answer, button, heading } from './visitor.mjs';

test.use({ viewport: TERMINAL });
test.setTimeout(120_000);

const JUNK = {
  'a million characters': '字'.repeat(1_000_000),
  emoji: '😀👨‍👩‍👧',
  NUL: 'a\u0000b',
  'a turn of direction': 'a\u202Eb',
  'half a character': 'a\uD800',
};

/** From 检查答案 to a question. */
async function question(page, text) {
  await page.getByRole('button', { name: `更改：${text}` }).click();
  await expect(heading(page)).toHaveText(text);
}

const QUESTIONS = [
  '企业叫什么名字？', '统一社会信用代码是多少？', '现在一共有多少人在这里上班？', '这份处罚决定书是哪天收到的？',
];
for (const text of QUESTIONS) {
  test(`anything can be pasted at “${text}”, and is taken or refused in words`, async ({ page, serve }, info) => {
    const { url } = await serve(terminal({ outputs: ['file'] }));
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(url);
    await openFile(page, await fileWith(canary(), info.outputPath('firm.json')));
    await button(page, '看最近一份报告 ›').click();
    await button(page, '上一步').click();
    for (const [name, junk] of Object.entries(JUNK)) {
      await question(page, text);
      const field = page.getByRole('textbox');
      await field.fill('');
      await field.focus();
      // As from the clipboard: no key is pressed.
      await page.keyboard.insertText(junk);
      await button(page, '下一题').click();
      const refused = page.locator('#error');
      await expect(refused.filter({ hasText: /./ }).or(page.getByRole('heading', { name: '检查答案' })), name).toBeVisible();
      if (await heading(page).textContent() === text) {
        await expect(refused).not.toBeEmpty();
        await page.getByRole('button', { name: /^(不清楚|跳过)$/ }).or(button(page, '没有员工')).click();
      }
      await expect(heading(page)).toHaveText('检查答案');
    }
    await expect(page.locator('#crash')).toBeHidden();
    expect(errors).toEqual([]);
  });
}

test('what an input method composes is what stands in the field', async ({ page, serve }) => {
  const { url } = await serve(terminal());
  await page.goto(url);
  await button(page, '开始体检').click();
  for (const value of PROFILE) await answer(page, value);
  const field = page.getByRole('textbox');
  await field.focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ['q', 'qi', 'qi y', '企业']) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field).toHaveValue(text);
  }
  await session.send('Input.insertText', { text: '企业' });
  await expect(field).toHaveValue('企业');
  await button(page, '下一题').click();
  await button(page, '上一步').click();
  await expect(field).toHaveValue('企业');
});

test('turning, zooming and strong colours lose nothing', async ({ page, serve }) => {
  const { url } = await serve(terminal());
  await page.goto(url);
  await button(page, '开始体检').click();
  for (const value of PROFILE) await answer(page, value);
  const field = page.getByRole('textbox');
  await field.fill('没有交的名字');
  const { width, height } = TERMINAL;
  const changes = {
    turned: () => page.setViewportSize({ width: height, height: width }),
    'turned back': () => page.setViewportSize(TERMINAL),
    // A zoom of 200 % leaves half the pixels.
    'zoomed, upright': () => page.setViewportSize({ width: width / 2, height: height / 2 }),
    'zoomed, at a desk': () => page.setViewportSize({ width: DESKTOP.width / 2, height: DESKTOP.height / 2 }),
    'strong colours': () => page.emulateMedia({ forcedColors: 'active' }),
    'more contrast': () => page.emulateMedia({ forcedColors: 'none', contrast: 'more' }),
  };
  for (const [name, change] of Object.entries(changes)) {
    await change();
    await expect(field, name).toHaveValue('没有交的名字');
    await expect(heading(page), name).toHaveText('企业叫什么名字？');
    await button(page, '下一题').scrollIntoViewIfNeeded();
    await expect(button(page, '下一题'), name).toBeInViewport({ ratio: 1 });
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(beside, `${name}: nothing is beside the screen`).toBeLessThanOrEqual(0);
  }
  await button(page, '下一题').click();
  await expect(heading(page)).toHaveText('统一社会信用代码是多少？');
});

test('a browser that saves no files: the page says so and offers paper', async ({ page, serve }, info) => {
  await page.addInitScript(() => { URL.createObjectURL = () => { throw new Error('not allowed here'); }; });
  const { url } = await serve();
  await page.goto(url);
  await openFile(page, await fileWith(canary(), info.outputPath('firm.json')));
  await button(page, '看最近一份报告 ›').click();
  await button(page, '存成文字').click();
  await expect(page.locator('.report')).toContainText('浏览器不允许保存文件。请改用打印');
  await expect(button(page, '打印报告')).toBeEnabled();
});
