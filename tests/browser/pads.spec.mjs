// The screen's own keys on a terminal: no system keyboard, no typing of Chinese anywhere.
import { expect, test } from '@playwright/test';
import {
  DESKTOP, PHONE, PROFILE, TERMINAL, answer, button, chooseTopic, heading, isSound, open, set,
} from './visitor.mjs';

const GOOD = '91330100799655058B';
const CODE = '统一社会信用代码是多少？';
/** What a scanner's code may say; nothing of it may be opened. */
const LICENCE = `http://www.example.org/licence?uniscid=${GOOD}&from=QR`;

const key = (page, name) => page.locator('.pad').getByRole('button', { name, exact: true });
const said = (page) => page.locator('#code-said');
const wheel = (page, name) => page.getByRole('spinbutton', { name, exact: true });

async function configured(page, mode) {
  await page.route('**/tijian.json', (route) => route.fulfill({ json: { mode, outputs: ['file'] } }));
}

/** A terminal whose clock the test can hold. */
async function openTerminal(page) {
  await configured(page, 'terminal');
  await page.clock.install();
  return open(page);
}

async function taps(page, signs) {
  for (const sign of signs) await key(page, sign).tap();
}

/** Up to the firm's name, by touch. */
async function toTheName(page) {
  await button(page, '开始体检').tap();
  for (const value of PROFILE) {
    if (typeof value !== 'number') {
      await answer(page, value);
      continue;
    }
    const before = await heading(page).textContent();
    await taps(page, String(value));
    await button(page, '下一题').tap();
    await expect(heading(page)).not.toHaveText(before);
  }
}

async function toTheCode(page) {
  await toTheName(page);
  await button(page, '跳过').tap();
  await expect(heading(page)).toHaveText(CODE);
}

/** A key each so many milliseconds by the page's own clock, then Enter. */
async function types(page, text, pause) {
  // Time stands still but for what the test lets pass.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 500));
  for (const sign of text) {
    await page.keyboard.press(sign);
    await page.clock.runFor(pause);
  }
  await page.keyboard.press('Enter');
  // Whoever waits for a timer, as axe does, would wait for good.
  await page.clock.resume();
}

test.describe('on a terminal', () => {
  test.use({ viewport: TERMINAL, hasTouch: true });

  test('a firm is entered by touch alone, its name by pinyin', async ({ page }) => {
    test.setTimeout(120_000);
    const faults = await openTerminal(page);
    await toTheName(page);
    await expect(page.getByRole('textbox')).toHaveAttribute('inputmode', 'none');
    const chooses = (word) => page.locator('.candidates').getByRole('button', { name: word, exact: true }).tap();
    await taps(page, 'shenyang');
    await isSound(page, 'pinyin');
    await chooses('沈阳');
    await taps(page, 'xinghekeji');
    for (const word of ['星河', '科技', '有限公司']) await chooses(word);
    await expect(page.getByRole('textbox')).toHaveValue('沈阳星河科技有限公司');
    // One character too many, taken back; then another language keeps what was typed.
    await taps(page, 'de');
    await chooses('的');
    await key(page, '删除').tap();
    await page.getByRole('button', { name: 'English' }).tap();
    await expect(page.getByRole('textbox')).toHaveValue('沈阳星河科技有限公司');
    await page.getByRole('button', { name: '中文' }).tap();
    await button(page, '下一题').tap();
    await expect(heading(page)).toHaveText(CODE);

    await taps(page, GOOD.slice(0, 17));
    await expect(said(page)).toHaveText('已输入 17 位，共 18 位');
    await key(page, 'C').tap();
    await expect(said(page)).toContainText('应是“B”');
    await isSound(page, 'the code');
    await key(page, '删除').tap();
    await key(page, 'B').tap();
    await expect(said(page)).toHaveText('18 位齐了，校验码对得上。');
    await button(page, '下一题').tap();
    await expect(heading(page)).toHaveText('这次查多大范围？');
    expect(faults).toEqual([]);
  });

  test('every key is 88 px and 16 px from the next', async ({ page }) => {
    await openTerminal(page);
    await toTheName(page);
    await expect(key(page, 'q')).toBeVisible();
    const measure = async (where) => {
      const boxes = await page.locator('.pad button').evaluateAll((keys) => keys.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return { x, y, width, height };
      }));
      expect(boxes.length, where).toBeGreaterThan(10);
      for (const [at, box] of boxes.entries()) {
        expect(Math.min(box.width, box.height), `${where} ${at}`).toBeGreaterThanOrEqual(88);
        const next = boxes[at + 1];
        if (next && Math.abs(next.y - box.y) < 1) {
          expect(next.x - box.x - box.width, `${where} ${at}`).toBeGreaterThanOrEqual(15.9);
        }
      }
    };
    await measure('pinyin');
    await page.getByRole('button', { name: '字母', exact: true }).tap();
    await measure('letters');
    await page.getByRole('button', { name: '数字', exact: true }).tap();
    await measure('signs');
    await button(page, '跳过').tap();
    await expect(heading(page)).toHaveText(CODE);
    await measure('code');
  });

  test('in 低位 all keys stand in the lower half, and none has to be scrolled to', async ({ page }) => {
    await openTerminal(page);
    await set(page, '低位');
    await toTheName(page);
    const astray = () => page.locator('.pad button, .text-keys button').evaluateAll((keys) => {
      const floor = document.querySelector('.actions').getBoundingClientRect().top;
      const within = ({ top, bottom }) => top >= 0.52 * innerHeight && bottom <= floor;
      return keys.filter((one) => !within(one.getBoundingClientRect())).map((one) => one.textContent);
    });
    await expect(key(page, 'q')).toBeVisible();
    expect(await astray(), 'pinyin').toEqual([]);
    await button(page, '跳过').tap();
    await expect(heading(page)).toHaveText(CODE);
    await expect(key(page, 'Y')).toBeVisible();
    expect(await astray(), 'the code').toEqual([]);
  });

  test('a scanner fills the code in, whatever has the focus, and opens nothing', async ({ page }) => {
    const faults = await openTerminal(page);
    await toTheCode(page);
    await types(page, LICENCE, 10);
    await expect(page.getByRole('textbox')).toHaveValue(GOOD);
    await expect(said(page)).toContainText(`扫到代码 ${GOOD}`);
    // Now with the focus on 跳过: Enter at the end of the burst must not press it.
    await page.getByRole('textbox').fill('9133');
    await button(page, '跳过').focus();
    await types(page, GOOD, 30);
    await expect(heading(page)).toHaveText(CODE);
    await expect(page.getByRole('textbox')).toHaveValue(GOOD);
    // And in the field, where two codes leave what was there.
    await page.getByRole('textbox').fill('9133');
    await page.getByRole('textbox').focus();
    await types(page, `${GOOD},91350100M000100Y43`, 5);
    await expect(said(page)).toContainText('2 个信用代码');
    await expect(page.getByRole('textbox')).toHaveValue('9133');
    await isSound(page, 'a refused scan');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(faults).toEqual([]);
  });

  test('elsewhere a scan goes nowhere, and a slow person is no scanner', async ({ page }) => {
    await openTerminal(page);
    await button(page, '开始体检').tap();
    await answer(page, '有限责任公司');
    const asked = await heading(page).textContent();
    await page.getByRole('textbox').fill('7');
    await page.getByRole('textbox').focus();
    await types(page, GOOD, 10);
    await expect(page.getByRole('status').filter({ hasText: '不收扫码内容' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveValue('7');
    await expect(heading(page)).toHaveText(asked);
    await page.getByRole('textbox').fill('');
    await types(page, '20', 300);
    await expect(heading(page)).not.toHaveText(asked);
  });

  test('letters that no code has are refused with a word, small ones are raised', async ({ page }) => {
    await openTerminal(page);
    await toTheCode(page);
    const field = page.getByRole('textbox');
    await field.focus();
    for (const sign of ['9', '1', 'i']) {
      await page.keyboard.press(sign);
      await page.clock.runFor(300);
    }
    await expect(said(page)).toContainText('“I”不会出现在代码里');
    await expect(field).toHaveValue('91');
    await field.fill('９１330100799655058b');
    await expect(field).toHaveValue(GOOD);
    await expect(said(page)).toContainText('校验码对得上');
    await field.fill('91A5');
    await expect(page.locator('.code-parts .wrong')).toContainText('行政区划');
  });

  test('arrows go from key to key, and the group is one stop of Tab', async ({ page }) => {
    await openTerminal(page);
    await toTheCode(page);
    await key(page, '0').focus();
    await page.keyboard.press('ArrowRight');
    await expect(key(page, '1')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await expect(key(page, '删除')).toBeFocused();
    await expect(page.getByRole('textbox')).toHaveValue('1');
    await page.keyboard.press('Tab');
    await expect(page.locator('.pad :focus')).toHaveCount(0);
  });

  test('without its table the name can be skipped or fetched again', async ({ page }) => {
    let there = false;
    await page.route('**/q/pinyin.*', (route) => (there ? route.continue() : route.abort()));
    await configured(page, 'terminal');
    await page.goto('/');
    await toTheName(page);
    await expect(page.getByRole('alert').filter({ hasText: '拼音字库没有取到' })).toBeVisible();
    there = true;
    await button(page, '再试一次').tap();
    await expect(key(page, 'q')).toBeVisible();
    await page.getByRole('button', { name: '字母', exact: true }).tap();
    await button(page, '大写').tap();
    await taps(page, 'AB');
    await page.getByRole('button', { name: '数字', exact: true }).tap();
    await taps(page, '12');
    await expect(page.getByRole('textbox')).toHaveValue('AB12');
  });
});

/** Up to a question for a day that is over. */
async function toADay(page) {
  await toTheCode(page);
  await button(page, '跳过').click();
  await expect(heading(page)).toHaveText('这次查多大范围？');
  await chooseTopic(page, '行政处罚与涉企执法');
  for (let steps = 0; steps < 40; steps += 1) {
    if (await page.locator('.wheels').count()) return;
    const before = await heading(page).textContent();
    const notice = page.getByRole('checkbox', { name: '收到过准备处罚的告知书' });
    const undecided = page.locator('.option').filter({ hasText: '处罚决定也没下来' });
    if (await notice.count()) await answer(page, ['收到过准备处罚的告知书']);
    else if (await undecided.count()) await answer(page, '处罚决定也没下来');
    else if (await page.getByRole('checkbox').count()) await answer(page, ['以上都没有']);
    else await answer(page, await page.locator('.option span').first().textContent());
    await expect(heading(page)).not.toHaveText(before);
  }
  throw new Error('no question for a day');
}

test.describe('the wheels of a date', () => {
  test.use({ viewport: TERMINAL, hasTouch: true });

  test('turn by keyboard, by touch and by typing, within the bounds', async ({ page }) => {
    const faults = await openTerminal(page);
    await page.clock.setFixedTime('2026-11-21T10:00:00+08:00');
    await toADay(page);
    await expect(wheel(page, '年')).toHaveAttribute('aria-valuetext', '还没有选');
    await isSound(page, 'empty wheels');
    const today = new Date(await page.evaluate(() => Date.now()));
    await button(page, '今天').tap();
    const [year, month] = [today.getFullYear(), today.getMonth() + 1];
    await expect(wheel(page, '年')).toHaveAttribute('aria-valuenow', String(year));
    await expect(wheel(page, '月')).toHaveAttribute('aria-valuenow', String(month));
    await wheel(page, '年').focus();
    await page.keyboard.press('ArrowUp');
    await expect(wheel(page, '年'), 'not in the future').toHaveAttribute('aria-valuenow', String(year));
    await page.keyboard.press('ArrowDown');
    await expect(wheel(page, '年')).toHaveAttribute('aria-valuenow', String(year - 1));
    // The last day of February in a leap year, and the year after it.
    await page.getByRole('textbox').fill('20240131');
    await page.getByRole('button', { name: '月加一' }).tap();
    await expect(wheel(page, '日')).toHaveAttribute('aria-valuenow', '29');
    await expect(wheel(page, '日')).toHaveAttribute('aria-valuemax', '29');
    await wheel(page, '年').focus();
    await page.keyboard.press('ArrowUp');
    await expect(wheel(page, '日')).toHaveAttribute('aria-valuetext', '28 日');
    await expect(page.getByRole('textbox')).toHaveValue('20250228');
    await page.keyboard.press('Home');
    await isSound(page, 'wheels');
    // Dragged by one row.
    await page.getByRole('textbox').fill('20240615');
    const drum = await page.locator('.drum').nth(2).boundingBox();
    const [x, y] = [drum.x + drum.width / 2, drum.y + drum.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + drum.height / 3 + 2, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByRole('textbox')).toHaveValue('20240616');
    await taps(page, ['清空', '2', '0', '2', '4', '0', '2', '2', '9']);
    await expect(page.getByRole('status').filter({ hasText: '2024 年 02 月 29 日' })).toBeVisible();
    const before = await heading(page).textContent();
    await button(page, '下一题').tap();
    await expect(heading(page)).not.toHaveText(before);
    expect(faults).toEqual([]);
  });
});

for (const [name, viewport] of [['a desk', DESKTOP], ['a phone', PHONE]]) {
  test(`on ${name} the keys come when they are asked for`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await configured(page, 'office');
    await open(page);
    await button(page, '开始体检').click();
    for (const value of PROFILE) await answer(page, value);
    await expect(page.locator('.pad')).toHaveCount(0);
    await expect(page.getByRole('textbox')).toHaveAttribute('inputmode', 'text');
    await button(page, '屏幕键盘').click();
    await key(page, 's').click();
    await page.locator('.candidates button').first().click();
    await isSound(page, `the keys on ${name}`);
    await button(page, '跳过').click();
    await expect(key(page, 'X'), 'they stay').toBeVisible();
    await isSound(page, `the code on ${name}`);
    await button(page, '屏幕键盘').click();
    await expect(page.locator('.pad')).toHaveCount(0);
  });
}
