// Whole visits: by touch at a terminal, by keyboard at a desk, on a phone.
import { expect, test } from '@playwright/test';
import {
  DESKTOP, NO_TRACES, PHONE, TERMINAL, answer, button, chooseTopic, fillProfile, heading, isSound, open, set, traces,
} from './visitor.mjs';

/** What is done on a question that the test has no answer for: 不清楚, or the first choice. */
async function goOn(page) {
  const before = await heading(page).textContent();
  const unknown = button(page, '不清楚');
  const way = (await unknown.count()) > 0 ? unknown : page.locator('.option').first();
  await way.click();
  await expect(heading(page)).not.toHaveText(before);
}

async function throughAllQuestions(page, each = async () => {}) {
  for (let steps = 0; steps < 500; steps += 1) {
    const title = await heading(page).textContent();
    if (title === '检查答案') return;
    if (title === '要查的方面') {
      await page.locator('.actions .primary').click();
      await expect(heading(page)).not.toHaveText(title);
    } else {
      await each(title);
      await goOn(page);
    }
  }
  throw new Error('the questions never end');
}

test.describe('by touch at a terminal', () => {
  test.use({ viewport: TERMINAL, hasTouch: true });

  test('a full check from start to report, every screen sound', { tag: '@single' }, async ({ page }) => {
    test.setTimeout(180_000);
    const faults = await open(page);
    await isSound(page, 'start');
    await fillProfile(page);
    await isSound(page, 'scope');
    await button(page, '全面体检', false).click();
    await expect(heading(page)).toHaveText('要查的方面');
    await isSound(page, 'tasks');
    const looks = new Set();
    await throughAllQuestions(page, async (title) => {
      // One of each kind of question is looked at closely.
      const look = await page.locator('.question .options > *').first().getAttribute('class');
      if (!looks.has(look)) {
        looks.add(look);
        await page.locator('.why > summary').click();
        await isSound(page, title);
      }
    });
    await isSound(page, 'review');
    await button(page, '生成报告 ›').click();
    await expect(heading(page)).toContainText('资料不足，暂不评级');
    await isSound(page, 'report');
    expect(await traces(page)).toEqual(NO_TRACES);
    expect(faults).toEqual([]);
  });

  test('what is touched is large enough', async ({ page }) => {
    await open(page);
    await button(page, '开始体检').click();
    for (const target of await page.locator('main button:visible, .foot button').all()) {
      const box = await target.boundingBox();
      expect(box.height, await target.textContent()).toBeGreaterThanOrEqual(88);
    }
  });
});

test.describe('by keyboard at a desk', () => {
  test.use({ viewport: DESKTOP });

  /** Tabs to a button by its name and presses Enter, as somebody without a mouse does. */
  async function press(page, name) {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (focused.includes(name)) {
        await page.keyboard.press('Enter');
        return;
      }
    }
    throw new Error(`Tab never reaches ${name}`);
  }

  async function moves(page, act) {
    const before = await heading(page).textContent();
    await act();
    await expect(heading(page)).not.toHaveText(before);
    await expect(heading(page), 'a new screen begins at its heading').toBeFocused();
  }

  test('a check of one domain, without a mouse', { tag: '@single' }, async ({ page }) => {
    test.setTimeout(120_000);
    const faults = await open(page);
    await moves(page, () => press(page, '开始体检'));
    await moves(page, () => press(page, '有限责任公司'));
    await moves(page, async () => {
      await page.getByRole('textbox').focus();
      await page.keyboard.type('20');
      await page.keyboard.press('Enter');
    });
    await moves(page, () => press(page, '商务和居民服务'));
    await press(page, '以上都没有');
    await moves(page, () => press(page, '下一题'));
    for (const choice of ['正常经营', '没有', '沈河区']) {
      await moves(page, () => press(page, choice));
    }
    await moves(page, () => press(page, '跳过'));
    await moves(page, () => press(page, '跳过'));
    await press(page, '合同管理');
    await moves(page, () => press(page, '查选中的方面'));
    await moves(page, () => press(page, '继续：合同管理'));
    for (let steps = 0; steps < 60; steps += 1) {
      const title = await heading(page).textContent();
      if (title === '要查的方面') break;
      await moves(page, () => press(page, '不清楚'));
    }
    await moves(page, () => press(page, '检查答案'));
    await moves(page, () => press(page, '生成报告'));
    await isSound(page, 'report at a desk');
    expect(faults).toEqual([]);
  });

  test('the dialog keeps the focus and Escape closes it', async ({ page }) => {
    await open(page);
    await button(page, '开始体检').click();
    await button(page, '结束并清除').click();
    const dialog = page.getByRole('alertdialog', { name: '结束并清除？' });
    await expect(dialog.getByRole('button', { name: '继续体检' })).toBeFocused();
    await isSound(page, 'dialog');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: '结束并清除' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: '继续体检' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});

for (const [name, viewport] of [['a phone', PHONE], ['a desk at 200 %', { width: 683, height: 384 }]]) {
  test(`nothing is cut off on ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    await isSound(page, 'start');
    await fillProfile(page);
    await isSound(page, 'scope');
    await chooseTopic(page, '劳动用工');
    await isSound(page, 'a number');
    await answer(page, 3);
    await set(page, '大字（长辈）');
    await isSound(page, 'a question in large text');
  });
}
