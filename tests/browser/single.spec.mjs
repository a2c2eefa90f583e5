// The whole program as one file, opened from the disk. What every way of opening it has in common
// is in the other files, under the tag @single.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { DESKTOP, NO_TRACES, TERMINAL, answer, button, chooseTopic, fillProfile, heading, open, traces } from './visitor.mjs';

/** The same program with the configuration of terminal.json. */
const terminal = process.env.TIJIAN_SINGLE_TERMINAL;

test.use({ viewport: DESKTOP });

test.describe('one file', { tag: '@single' }, () => {
  test('reaches nothing outside, whatever is tried', async ({ page }) => {
    await open(page);
    const worker = await page.evaluate(async () => {
      window.refused = new Set();
      document.addEventListener('securitypolicyviolation', (refusal) => window.refused.add(refusal.effectiveDirective));
      const put = (name, fields) => document.body.append(Object.assign(document.createElement(name), fields));
      await fetch('https://example.org/').catch(() => null);
      put('img', { src: 'https://example.org/a.png' });
      put('iframe', { src: 'https://example.org/' });
      put('link', { rel: 'stylesheet', href: 'https://example.org/a.css' });
      // Code of one's own is refused when it is to run, or before.
      try { put('script', { textContent: 'window.ran = true' }); } catch { /* Before. */ }
      return new Promise((done) => {
        try {
          const started = new Worker('data:text/javascript,postMessage(1)');
          started.onmessage = () => done('ran');
          started.onerror = () => done('refused');
        } catch {
          done('refused');
        }
      });
    });
    expect(worker).toBe('refused');
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
    const refused = () => page.evaluate(() => [...window.refused]);
    const outside = ['connect-src', 'frame-src', 'img-src', 'style-src-elem'];
    await expect.poll(refused).toEqual(expect.arrayContaining(outside));
    // The folder that it lies in is outside too.
    expect(await page.evaluate(() => fetch(location.href).then(() => 'read', () => 'refused'))).toBe('refused');
  });

  test('Back goes back in the visit, and its end leaves nothing', async ({ page }) => {
    const faults = await open(page);
    await fillProfile(page);
    await page.goBack();
    await expect(heading(page)).toHaveText('统一社会信用代码是多少？');
    await page.goForward();
    await button(page, '结束并清除').click();
    const dialog = page.getByRole('alertdialog', { name: '结束并清除？' });
    await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: '结束并清除' }).click()]);
    await expect(page.locator('.receipt')).toContainText('已清除');
    expect(await traces(page)).toEqual(NO_TRACES);
    // Nothing of the program is kept by the browser either: the file is all there is.
    const kept = () => navigator.serviceWorker.getRegistrations().then((all) => all.length, () => 0);
    expect(await page.evaluate(kept)).toBe(0);
    expect(faults).toEqual([]);
  });

  test('says so when it was cut off or changed', async ({ page, baseURL }, info) => {
    const html = await readFile(new URL(baseURL), 'utf8');
    const middle = html.length / 2;
    const other = html[middle] === 'A' ? 'B' : 'A';
    for (const [name, content] of [
      ['cut off', html.slice(0, -1000)],
      ['cut in the middle', html.slice(0, middle)],
      ['changed', html.slice(0, middle) + other + html.slice(middle + 1)],
    ]) {
      const file = info.outputPath(`${name}.html`);
      await writeFile(file, content);
      await page.goto(pathToFileURL(file).href);
      await expect(page.locator('.opening'), name).toContainText('不完整，或被改动过');
    }
  });

  test('is a terminal with a code for phones when it is made as one', async ({ page }) => {
    await page.setViewportSize(TERMINAL);
    await page.clock.install();
    await page.goto(pathToFileURL(terminal).href);
    await fillProfile(page);
    await chooseTopic(page, '劳动用工');
    await answer(page, 3);
    await button(page, '上一步').click();
    await button(page, '上一步').click();
    await button(page, '先看看已经答了什么').click();
    await button(page, '生成报告 ›').click();
    await expect(button(page, '存成 Word')).toHaveCount(0);
    await button(page, '用手机扫码带走').click();
    await expect(page.locator('svg.code')).toBeVisible();
    await page.clock.runFor(95_000);
    await expect(page.getByRole('alertdialog', { name: '还在吗？' })).toBeVisible();
  });
});
