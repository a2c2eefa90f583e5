// The interface in English: every screen of a visit, and the switch there and back.
import { expect, test } from '@playwright/test';
import { DESKTOP, PHONE, TERMINAL, button, heading, isSound, open, traces, NO_TRACES } from './visitor.mjs';

/** Chinese that is seen and does not say that it is Chinese, in texts and in names. */
async function unmarked(page) {
  return page.evaluate(() => {
    const chinese = /[⺀-〿㐀-鿿＀-￯]/u;
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const hidden = parent.closest('[hidden], noscript, script, style');
      if (!hidden && chinese.test(node.data) && !parent.closest('[lang="zh-CN"]')) found.push(node.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const value = element.getAttribute(name) ?? '';
        // A name can hold one language only: an English verb may stand before a Chinese title.
        if (chinese.test(value) && !/^[A-Z]/.test(value) && !element.closest('[lang="zh-CN"]')) {
          found.push(`${name}: ${value}`);
        }
      }
    }
    return found;
  });
}

/** What a visitor would lose: what is written, chosen and filled in. */
async function standing(page) {
  return page.evaluate(() => ({
    content: [...document.querySelectorAll('main [lang="zh-CN"]')].map((one) => one.textContent),
    pressed: [...document.querySelectorAll('main [aria-pressed], main [aria-checked]')].map(
      (one) => one.getAttribute('aria-pressed') ?? one.getAttribute('aria-checked'),
    ),
  }));
}

/** Looks at a screen in English, goes to Chinese and back, and finds the same. */
async function isEnglish(page, where) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await unmarked(page), where).toEqual([]);
  await isSound(page, where);
  const before = await standing(page);
  const title = await heading(page).textContent();
  await button(page, '中文').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(button(page, 'English'), 'the focus stays on the button').toBeFocused();
  await button(page, 'English').click();
  await expect(heading(page)).toHaveText(title);
  expect(await standing(page), where).toEqual(before);
}

async function choose(page, value) {
  const before = await heading(page).textContent();
  await page.locator('.option').filter({ hasText: value }).first().click();
  await expect(heading(page)).not.toHaveText(before);
}

for (const [name, viewport] of [['a terminal', TERMINAL], ['a desk', DESKTOP], ['a phone', PHONE]]) {
  test(`a visit in English on ${name}, every screen there and back`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(viewport);
    const faults = await open(page);
    await button(page, 'English').click();
    await isEnglish(page, 'start');
    await expect(page).toHaveTitle('Enterprise Legal Health Check');
    await button(page, 'Start the check').click();
    await isEnglish(page, 'a choice');
    await choose(page, '有限责任公司');
    await button(page, 'Next').click();
    await expect(page.locator('#error')).toContainText('Nothing is entered yet');
    await isEnglish(page, 'a number with an error');
    await button(page, 'On-screen keyboard').click();
    for (const digit of '20') await button(page, digit).click();
    await isEnglish(page, 'a number with keys');
    await button(page, 'Next').click();
    await choose(page, '商务和居民服务');
    await page.getByRole('checkbox', { name: '以上都没有' }).click();
    await button(page, 'Next').click();
    for (const value of ['正常经营', '没有', '沈河区']) await choose(page, value);
    await isEnglish(page, 'a text');
    await button(page, 'Skip').click();
    await button(page, 'Skip').click();
    await expect(heading(page)).toHaveText('How much shall be checked?');
    await isEnglish(page, 'scope');
    await page.getByRole('checkbox', { name: '合同管理' }).click();
    await button(page, 'Check the chosen areas ›').click();
    await isEnglish(page, 'tasks');
    await page.locator('.actions .primary').click();
    for (let steps = 0; steps < 60; steps += 1) {
      const title = await heading(page).textContent();
      if (title === 'Areas to check') break;
      const unknown = button(page, 'Not sure');
      await ((await unknown.count()) > 0 ? unknown : page.locator('.option').last()).click();
      await expect(heading(page)).not.toHaveText(title);
    }
    await button(page, 'Check the answers ›').click();
    await isEnglish(page, 'review');
    await button(page, 'Make the report ›').click();
    await expect(heading(page)).toContainText('Not enough answers for a grade');
    await isEnglish(page, 'report');
    await button(page, 'Finish and erase').click();
    await expect(page.getByRole('alertdialog', { name: 'Finish and erase?' })).toBeVisible();
    expect(await unmarked(page), 'dialog').toEqual([]);
    await button(page, 'Go on with the check').click();
    expect(await traces(page)).toEqual({ ...NO_TRACES, title: 'Enterprise Legal Health Check' });
    expect(faults).toEqual([]);
  });
}
