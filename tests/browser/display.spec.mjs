// For everyone: sizes in millimetres, contrast, reach, magnification, the voice.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import {
  contrasts, controls, cutOff, gaps, inTheUpperHalf, obscured, unfinishedFocus,
} from './measures.mjs';
import { configured, screensOfAFile, screensOfAVisit, screensOver } from './screens.mjs';
import {
  DESKTOP, NO_TRACES, PROFILE, TERMINAL, answer, button, fillProfile, heading, isSound, open, set, traces,
} from './visitor.mjs';

/** Pixels in a millimetre of panels that are 1080 pixels wide. */
const PANELS = { '21.5 inches': 4.03, '32 inches': 2.71, '43 inches': 2.02 };

const SIZES = ['standard', 'large', 'largest'];

/** Each way to set text, contrast and reach at least once, and all of them at their utmost together. */
const MODES = [
  { text: 'standard', contrast: 'standard', reach: 'standard' },
  { text: 'large', contrast: 'high', reach: 'standard' },
  { text: 'largest', contrast: 'standard', reach: 'standard' },
  { text: 'largest', contrast: 'high', reach: 'low' },
];

/** Rules of axe that hang on what is seen. */
const LOOKS = ['color-contrast', 'color-contrast-enhanced', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

const enabled = (rules) => Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));

/** Shows the page in a mode, as the panel does; the panel itself has its own test. */
async function show(page, mode) {
  await page.evaluate((mode) => Object.assign(document.documentElement.dataset, mode), mode);
}

const named = (where, mode) => `${where} (${Object.values(mode).join(', ')})`;

/** Every screen of the program, in two rounds. */
const ROUNDS = [
  ['a visit', async (page, look) => {
    await screensOfAVisit(page, look);
    await screensOver(page, look);
  }],
  ['a file', screensOfAFile],
];

async function openAs(page, mode, baseURL) {
  // Looking closely takes longer than a terminal waits for a touch.
  await page.addInitScript(() => { performance.now = () => 0; });
  await configured(page, mode, baseURL);
  const faults = await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-place', mode);
  return faults;
}

test.describe('at a terminal', () => {
  test.use({ viewport: TERMINAL });

  for (const [round, everywhere] of ROUNDS) test(`every target of ${round} is 20 mm on each panel, apart from the next, in every size`, async ({ page, baseURL }) => {
    test.setTimeout(600_000);
    await openAs(page, 'terminal', baseURL);
    let smallest = Infinity;
    await everywhere(page, async (where) => {
      for (const text of SIZES) {
        await show(page, { text });
        const found = await controls(page);
        expect(found.length, where).toBeGreaterThan(0);
        for (const { name, width, height } of found) {
          for (const [panel, perMm] of Object.entries(PANELS)) {
            const mm = Math.min(width, height) / perMm;
            smallest = Math.min(smallest, mm);
            expect(mm, `${name} on ${panel}, ${where}, ${text}`).toBeGreaterThanOrEqual(20);
          }
          expect(Math.min(width, height), `${name}, ${where}, ${text}`).toBeGreaterThanOrEqual(88);
        }
        expect(await gaps(page, 16), `too close, ${where}, ${text}`).toEqual([]);
      }
      await show(page, { text: 'standard' });
    });
    test.info().annotations.push({ type: 'smallest target', description: `${smallest.toFixed(1)} mm` });
  });

  for (const [round, everywhere] of ROUNDS) test(`in 低位 no point of the upper half does anything, and everything of ${round} can be come at`, async ({ page, baseURL }) => {
    test.setTimeout(600_000);
    await openAs(page, 'terminal', baseURL);
    await everywhere(page, async (where) => {
      for (const text of SIZES) {
        await show(page, { text, reach: 'low' });
        expect(await inTheUpperHalf(page), named(where, { text })).toEqual([]);
        expect(await obscured(page), `cannot be come at: ${named(where, { text })}`).toEqual([]);
        expect(await cutOff(page), named(where, { text })).toEqual([]);
      }
      await show(page, { text: 'standard', reach: 'standard' });
    });
  });

  for (const [round, everywhere] of ROUNDS) test(`the text of ${round} is read at 7:1, and at 20:1 in 高对比`, async ({ page, baseURL }) => {
    test.setTimeout(600_000);
    await openAs(page, 'terminal', baseURL);
    await everywhere(page, async (where) => {
      for (const [contrast, least] of [['standard', 7], ['high', 20]]) {
        await show(page, { contrast });
        const poor = (await contrasts(page)).filter(({ ratio }) => ratio < least);
        expect(poor, named(where, { contrast })).toEqual([]);
      }
      await show(page, { contrast: 'standard' });
    });
  });

  test('eight choices fit the screen in the standard size', async ({ page, baseURL }) => {
    await openAs(page, 'terminal', baseURL);
    await button(page, '开始体检').click();
    for (const value of PROFILE.slice(0, 2)) await answer(page, value);
    // Fourteen, the most but one that any question has.
    const rest = await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
    expect(rest).toBeLessThanOrEqual(0);
    const sizes = await page.evaluate(() => Object.fromEntries(
      ['h1', '.option', '.hint'].map((part) => {
        const { fontSize, lineHeight } = getComputedStyle(document.querySelector(part));
        return [part, { size: parseFloat(fontSize), line: parseFloat(lineHeight) / parseFloat(fontSize) }];
      }),
    ));
    expect(sizes.h1.size).toBeGreaterThanOrEqual(44);
    expect(sizes['.option'].size).toBeGreaterThanOrEqual(32);
    expect(sizes['.hint'].size).toBeGreaterThanOrEqual(28);
    for (const { line } of [sizes['.option'], sizes['.hint']]) expect(line).toBeGreaterThan(1.499);
  });

  test('the panel: one tap opens, one sets, at once; the next visitor finds the standard', async ({ page, baseURL }) => {
    const faults = await openAs(page, 'terminal', baseURL);
    const root = page.locator('html');
    const size = () => root.evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
    const standard = await size();
    await button(page, '显示').click();
    const panel = page.locator('.panel');
    const choose = (row, name) => panel.locator(`.${row}`).getByRole('button', { name, exact: true }).click();
    await choose('text', '大字（长辈）');
    expect(await size()).toBeCloseTo(standard * 1.5);
    await choose('text', '特大');
    expect(await size()).toBeCloseTo(standard * 2);
    await expect(panel.getByRole('button', { name: '特大', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await choose('contrast', '高对比');
    await expect(root).toHaveAttribute('data-contrast', 'high');
    await choose('reach', '低位');
    await expect(root).toHaveAttribute('data-reach', 'low');
    // The visit keeps it; its start begins anew.
    await button(page, '开始体检').click();
    await expect(panel).toHaveCount(0);
    await answer(page, '有限责任公司');
    await expect(root).toHaveAttribute('data-text', 'largest');
    await button(page, '上一步').click();
    await button(page, '上一步').click();
    await expect(button(page, '开始体检')).toBeVisible();
    for (const part of ['text', 'contrast', 'reach']) await expect(root).toHaveAttribute(`data-${part}`, 'standard');
    expect(await size()).toBeCloseTo(standard);
    expect(await traces(page)).toEqual(NO_TRACES);
    expect(faults).toEqual([]);
  });
});

for (const [name, viewport, place, modes] of [
  ['a terminal', TERMINAL, 'terminal', MODES],
  ['a terminal on its side', { width: 1920, height: 1080 }, 'terminal', MODES.filter(({ reach }) => reach === 'standard')],
  ['a desk', DESKTOP, 'office', MODES.filter(({ reach }) => reach === 'standard')],
]) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    for (const [round, everywhere] of ROUNDS) test(`axe finds nothing on any screen of ${round} in any mode, and nothing is cut off`, async ({ page, baseURL }) => {
      test.setTimeout(900_000);
      await openAs(page, place, baseURL);
      await everywhere(page, async (where) => {
        for (const mode of modes) {
          await show(page, mode);
          // What hangs on names and roles is the same in every mode and looked at in the first.
          const axe = new AxeBuilder({ page });
          const { violations } = await (mode === modes[0] ? axe.options({ rules: enabled(LOOKS) }) : axe.withRules(LOOKS)).analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
          expect(found, named(where, mode)).toEqual([]);
          expect(await cutOff(page), named(where, mode)).toEqual([]);
        }
        await show(page, { text: 'standard', contrast: 'standard', reach: 'standard' });
      });
    });
  });
}

test.describe('within reach of somebody who sits', () => {
  test.use({ viewport: TERMINAL, hasTouch: true });

  test('a whole short visit by touch in 低位', async ({ page, baseURL }) => {
    test.setTimeout(180_000);
    const faults = await openAs(page, 'terminal', baseURL);
    let taps = 0;
    /** Taps what is called so; it lies in the lower half where it is tapped. */
    const tap = async (target) => {
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      expect(box.y + box.height / 2).toBeGreaterThanOrEqual(960);
      // Now left, now right: two taps at one place in a moment are a double one, which answers once.
      taps += 1;
      await target.tap({ position: { x: box.width * (taps % 2 ? 0.25 : 0.75), y: box.height / 2 } });
    };
    const choice = (text) => page.locator('.option').filter({ hasText: text }).first();
    const moves = async (...targets) => {
      const before = await heading(page).textContent();
      for (const target of targets) await tap(target);
      await expect(heading(page)).not.toHaveText(before);
      expect(await inTheUpperHalf(page)).toEqual([]);
    };
    await button(page, '显示').tap();
    await page.locator('.panel').getByRole('button', { name: '低位', exact: true }).tap();
    await tap(button(page, '显示'));
    await moves(button(page, '开始体检'));
    await moves(choice('有限责任公司'));
    await moves(button(page, '2'), button(page, '0'), button(page, '下一题'));
    await moves(choice('商务和居民服务'));
    await moves(page.getByRole('checkbox', { name: '以上都没有' }), button(page, '下一题'));
    for (const text of ['正常经营', '没有', '沈河区']) await moves(choice(text));
    await moves(button(page, '跳过'));
    await moves(button(page, '跳过'));
    await moves(choice('快速体检'));
    await tap(button(page, '先看看已经答了什么'));
    await expect(heading(page)).toHaveText('检查答案');
    await moves(button(page, '生成报告 ›'));
    await expect(page.locator('.verdict')).toBeVisible();
    await tap(button(page, '结束并清除'));
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toBeVisible();
    expect(await inTheUpperHalf(page)).toEqual([]);
    await Promise.all([
      page.waitForEvent('load'),
      tap(dialog.getByRole('button', { name: '结束并清除' })).catch(() => null),
    ]);
    await expect(page.locator('html')).toHaveAttribute('data-reach', 'standard');
    expect(faults).toEqual([]);
  });
});

test.describe('by keyboard alone', () => {
  test.use({ viewport: DESKTOP });

  test('from the start through the panel to the report and to the end', async ({ page, baseURL }) => {
    test.setTimeout(400_000);
    const faults = await openAs(page, 'office', baseURL);
    /** Tabs to what is called so; every stop on the way can be seen. */
    const tabTo = async (name) => {
      for (let tabs = 0; tabs < 90; tabs += 1) {
        await page.keyboard.press('Tab');
        expect(await unfinishedFocus(page), `on the way to ${name}`).toBe('');
        const found = await page.evaluate(() => {
          const element = document.activeElement;
          // The whole page is not what was looked for.
          if (!element || element === document.body) return '';
          return element.getAttribute('aria-label') ?? element.textContent;
        });
        if (found.includes(name)) return;
      }
      throw new Error(`Tab never reaches ${name}`);
    };
    const press = async (name, key = 'Enter') => {
      await tabTo(name);
      await page.keyboard.press(key);
    };
    const moves = async (act) => {
      const before = await heading(page).textContent();
      await act();
      await expect(heading(page)).not.toHaveText(before);
      await expect(heading(page)).toBeFocused();
    };
    await press('显示');
    await press('大字（长辈）', 'Space');
    await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
    await page.keyboard.press('Escape');
    await expect(button(page, '显示'), 'the focus goes back to where it came from').toBeFocused();
    await moves(() => press('开始体检'));
    await moves(() => press('有限责任公司', 'Space'));
    await moves(async () => {
      await page.getByRole('textbox').focus();
      await page.keyboard.type('20');
      await page.keyboard.press('Enter');
    });
    await moves(() => press('商务和居民服务'));
    await press('以上都没有', 'Space');
    await moves(() => press('下一题'));
    for (const choice of ['正常经营', '没有', '沈河区']) await moves(() => press(choice));
    await moves(() => press('跳过'));
    await moves(() => press('跳过'));
    await press('合同管理', 'Space');
    await moves(() => press('查选中的方面'));
    await moves(() => press('继续：合同管理'));
    await moves(() => press('不清楚'));
    await moves(() => press('上一步'));
    await moves(() => press('上一步'));
    await press('先看看已经答了什么');
    await moves(() => press('生成报告'));
    await expect(page.locator('.verdict')).toBeVisible();
    await press('结束并清除');
    await expect(button(page, '继续体检')).toBeFocused();
    await page.keyboard.press('Escape');
    await press('结束并清除');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await expect(button(page, '开始体检')).toBeVisible();
    expect(faults).toEqual([]);
  });
});

test.describe('what the system asks for', () => {
  test.use({ viewport: DESKTOP });

  test('more contrast is given from the start and can be put off', async ({ page, baseURL }) => {
    await page.emulateMedia({ contrast: 'more' });
    await openAs(page, 'office', baseURL);
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
    await button(page, '显示').click();
    await page.locator('.panel .contrast').getByRole('button', { name: '标准' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-contrast', 'standard');
  });

  test('in the system’s own colours what is chosen can still be seen', async ({ page, baseURL }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openAs(page, 'office', baseURL);
    await fillProfile(page);
    await isSound(page, 'the scope in forced colours');
    const box = page.getByRole('checkbox').first();
    const edge = () => box.evaluate((it) => getComputedStyle(it).borderTopWidth);
    const before = await edge();
    await box.click();
    expect(await edge()).not.toBe(before);
    await page.keyboard.press('Tab');
    expect(await unfinishedFocus(page)).toBe('');
  });

  test('nothing moves where less motion is asked for', async ({ page, baseURL }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openAs(page, 'office', baseURL);
    await button(page, '开始体检').click();
    await answer(page, '有限责任公司');
    const moving = await page.evaluate(() => document.getAnimations().length
      + [...document.querySelectorAll('*')].filter((it) => {
        const { transitionDuration, scrollBehavior } = getComputedStyle(it);
        return parseFloat(transitionDuration) > 0 || scrollBehavior === 'smooth';
      }).length);
    expect(moving).toBe(0);
  });
});
