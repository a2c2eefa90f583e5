// A double tap as a person makes it: the next question is there before the second tap. It answers one.
import { expect } from '@playwright/test';
import { terminal, test } from './served.mjs';
import { PROFILE, TERMINAL, answer, button, heading } from './visitor.mjs';

test.use({ viewport: TERMINAL, hasTouch: true });

/** The middles of the choices of the screen, from above. */
const heights = (page) => page.locator('.option').evaluateAll((all) => all.map((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return [top + 6, bottom - 6];
}));

test('a double tap answers one question', async ({ page, serve }) => {
  const { url } = await serve(terminal());
  await page.goto(url);
  await button(page, '开始体检').click();
  for (const value of PROFILE.slice(0, 4)) await answer(page, value);
  const first = await heights(page);
  await answer(page, '正常经营');
  const second = await heights(page);
  await button(page, '上一步').click();
  await expect(heading(page)).toHaveText('企业现在处在哪个阶段？');
  // A place on which both questions have a choice.
  const within = (all, y) => all.some(([top, bottom]) => top < y && y < bottom);
  const y = Array.from({ length: TERMINAL.height }, (_, at) => at).find((at) => within(first, at) && within(second, at));
  const session = await page.context().newCDPSession(page);
  const tap = async () => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 300, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await tap();
  await expect(heading(page)).toHaveText('有没有常年法律顾问？');
  await tap();
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  await expect(heading(page)).toHaveText('有没有常年法律顾问？');
});
