// Reading aloud, with voices that the test gives and sentences that it hears.
import { expect, test } from '@playwright/test';
import { configured, screensOfAFile } from './screens.mjs';
import { TERMINAL, answer, button, heading, open, set } from './visitor.mjs';

test.use({ viewport: TERMINAL });

const LOCAL = { name: 'here', lang: 'zh-CN', localService: true };
const REMOTE = { name: 'elsewhere', lang: 'zh-CN', localService: false };
const ENGLISH = { name: 'English', lang: 'en-US', localService: true };

/** Puts a voice box into the page that tells what it was asked to say. */
async function withVoices(page, voices) {
  await page.addInitScript((voices) => {
    class Utterance extends EventTarget {
      constructor(text) {
        super();
        Object.assign(this, { text, voice: null, lang: '' });
      }
    }
    class Synthesis extends EventTarget {
      voices = voices;
      waiting = [];
      said = [];
      cancelled = 0;
      getVoices() { return this.voices; }
      speak(utterance) {
        this.said.push({ text: utterance.text, voice: utterance.voice?.name ?? 'whichever' });
        this.waiting.push(utterance);
      }
      cancel() {
        this.cancelled += 1;
        // As browsers do: what was cut off ends too, and tells so.
        for (const utterance of this.waiting.splice(0)) utterance.dispatchEvent(new Event('error'));
      }
      finish() {
        for (const utterance of this.waiting.splice(0)) utterance.dispatchEvent(new Event('end'));
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: new Synthesis() });
    window.SpeechSynthesisUtterance = Utterance;
  }, voices);
}

const said = (page) => page.evaluate(() => speechSynthesis.said.splice(0));
const waiting = (page) => page.evaluate(() => speechSynthesis.waiting.length);
const texts = async (page) => (await said(page)).map(({ text }) => text);

test('a question is read by the local voice, with why when that is unfolded', async ({ page }) => {
  await withVoices(page, [ENGLISH, REMOTE, LOCAL]);
  const faults = await open(page);
  await expect(button(page, '朗读本题')).toHaveCount(0);
  await button(page, '开始体检').click();
  await expect(button(page, '朗读本题')).toBeVisible();
  expect(await said(page), 'nothing by itself').toEqual([]);
  await button(page, '朗读本题').click();
  const first = await said(page);
  expect(first[0].text).toBe(await heading(page).textContent());
  for (const option of await page.locator('.option > span').allTextContents()) {
    expect(first.some(({ text }) => text.includes(option)), option).toBe(true);
  }
  expect(new Set(first.map(({ voice }) => voice))).toEqual(new Set(['here']));

  await expect(button(page, '停止朗读')).toBeVisible();
  await page.evaluate(() => speechSynthesis.finish());
  await expect(button(page, '朗读本题')).toBeVisible();
  await page.locator('.why > summary').click();
  await button(page, '朗读本题').click();
  expect((await texts(page)).join('')).toContain('为什么问：');

  await button(page, '停止朗读').click();
  expect(await waiting(page)).toBe(0);
  await expect(button(page, '朗读本题')).toBeVisible();
  // In English the question is still Chinese, and so is the voice.
  await button(page, 'English').click();
  await button(page, 'Read aloud').click();
  const english = await said(page);
  expect(english[0]).toEqual({ text: first[0].text, voice: 'here' });
  expect(faults).toEqual([]);
});

test('without a local Chinese voice nothing is offered and nothing is ever said', async ({ page }) => {
  await withVoices(page, [REMOTE, ENGLISH]);
  await open(page);
  await button(page, '开始体检').click();
  await expect(button(page, '朗读本题')).toHaveCount(0);
  await button(page, '显示').click();
  await expect(page.locator('.panel')).toBeVisible();
  await expect(page.locator('.panel .aloud')).toHaveCount(0);
  await answer(page, '有限责任公司');
  expect(await said(page)).toEqual([]);
});

test('a voice that comes late is found, one that goes is missed', async ({ page }) => {
  await withVoices(page, []);
  await open(page);
  await button(page, '开始体检').click();
  await expect(button(page, '朗读本题')).toHaveCount(0);
  const now = (voices) => page.evaluate((voices) => {
    speechSynthesis.voices = voices;
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  }, voices);
  await now([LOCAL]);
  await button(page, '朗读本题').click();
  await now([REMOTE]);
  expect(await waiting(page)).toBe(0);
  await expect(button(page, '停止朗读')).toHaveCount(0);
  await expect(button(page, '朗读本题')).toHaveCount(0);
});

test('a browser that cannot speak says nothing of it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'speechSynthesis', { value: undefined });
  });
  const faults = await open(page);
  await button(page, '开始体检').click();
  await expect(button(page, '朗读本题')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('it stops with the screen, under the warning, out of sight and at the end', async ({ page }) => {
  await withVoices(page, [LOCAL]);
  await configured(page, 'terminal');
  await page.clock.install();
  await open(page);
  await button(page, '开始体检').click();
  const begins = async () => {
    await button(page, '朗读本题').click();
    expect(await waiting(page)).toBeGreaterThan(0);
  };
  await begins();
  await answer(page, '有限责任公司');
  expect(await waiting(page), 'the next screen').toBe(0);
  await begins();
  await page.clock.runFor(185_000);
  await expect(page.getByRole('alertdialog', { name: '还在吗？' })).toBeVisible();
  expect(await waiting(page), 'the warning').toBe(0);
  await button(page, '继续').click();
  await begins();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await waiting(page), 'out of sight').toBe(0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await begins();
  await button(page, '结束并清除').click();
  await page.evaluate(() => {
    window.addEventListener('pagehide', () => sessionStorage.setItem('waiting', speechSynthesis.waiting.length));
  });
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('alertdialog').getByRole('button', { name: '结束并清除' }).click(),
  ]);
  expect(await page.evaluate(() => sessionStorage.getItem('waiting')), 'the end').toBe('0');
});

test('自动朗读 reads each new question, until it is put off', async ({ page }) => {
  await withVoices(page, [LOCAL]);
  await open(page);
  await set(page, '自动朗读');
  expect(await said(page), 'the start is no question').toEqual([]);
  await button(page, '开始体检').click();
  expect((await texts(page))[0]).toBe(await heading(page).textContent());
  await answer(page, '有限责任公司');
  expect((await texts(page))[0]).toBe(await heading(page).textContent());
  await set(page, '按一下才读');
  expect(await waiting(page)).toBe(0);
  await answer(page, 20);
  expect(await said(page)).toEqual([]);
});

test('the report is read in short, a finding in full', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await withVoices(page, [LOCAL]);
  await configured(page, 'office', baseURL);
  await open(page);
  await screensOfAFile(page, async (where) => {
    if (where !== 'the report, unfolded') return;
    await button(page, '朗读总评').click();
    const verdict = await heading(page).textContent();
    const short = (await texts(page)).join('\n');
    expect(short.startsWith(verdict)).toBe(true);
    expect(short).not.toContain('新民市晶莹工艺品有限公司');
    await button(page, '朗读这一项').first().click();
    expect(await waiting(page)).toBeGreaterThan(0);
    const full = (await texts(page)).join('\n');
    const title = await page.locator('.finding .detail[open]').first().locator('xpath=..').locator('h3').textContent();
    expect(full).toContain(title.replace(/^\d+\. /, ''));
    expect(full).toContain('第 1 步：');
    await expect(button(page, '朗读总评'), 'one at a time').toBeVisible();
    await button(page, '停止朗读').click();
    expect(await waiting(page)).toBe(0);
  });
});
