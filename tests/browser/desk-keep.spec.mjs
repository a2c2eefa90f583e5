// Reviews that are kept on the lawyer's machine: nothing that was acknowledged is lost with the
// browser, and nothing of it can be read on the disk.
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { canary, fileWith } from './canary.mjs';
import { keep, line, opens, start, step } from './kept.mjs';
import { openReports, rows, sayWho, sitDown } from './lawyer.mjs';
import { test } from './machine.mjs';
import { scan } from './scan.mjs';
import { button, heading } from './visitor.mjs';

test.use({ trace: 'off' });

/** Opens the only report, at its opinion. */
async function openWhole(page) {
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole('button').click();
  await page.getByRole('button', { name: '总体意见和补充' }).click();
}

/** Opinions that the history shows, in order. */
const opinions = (page) => page.locator('.history > li > p:nth-child(2)').allTextContents();

test('a browser that is killed at twenty points loses no step of a review that was acknowledged', async ({ machine, serve }, info) => {
  test.setTimeout(600_000);
  const { url } = await serve();
  const bird = canary();
  const report = readFileSync(await fileWith(bird, info.outputPath('firm.json')), 'utf8');
  let running = machine;
  let page = await running.tab();
  await page.goto(url);
  await sitDown(page);
  const code = await keep(page);
  await openReports(page, [['firm.json', report]]);
  await sayWho(page);
  await openWhole(page);
  const given = [];
  for (let kills = 0; kills < 20; kills += 1) {
    const before = await step(page);
    const opinion = `${bird.word('opinion')} ${kills}`;
    await button(page, '写总体意见').click();
    await page.getByRole('textbox', { name: '总体意见' }).fill(opinion);
    await button(page, '记下').click();
    // At each second point the browser dies while it may still be at work.
    if (kills % 2 === 0) await expect.poll(() => step(page)).toBeGreaterThan(before);
    if (await step(page) > before) given.push(opinion);
    await running.kill();
    running = await machine.again();
    page = await running.tab();
    await page.goto(url);
    await expect(start(page)).toContainText('上次没做完的体检或复核');
    await opens(page, code);
    await expect(heading(page)).toHaveText('律师复核');
    await openWhole(page);
    const shown = await opinions(page);
    expect(shown.filter((text) => given.includes(text)), `after ${kills + 1} kills`).toEqual(given);
  }
  expect(given.length).toBeGreaterThanOrEqual(10);
  await running.close();
  expect(scan(machine.root, [bird]), 'nothing of it can be read').toEqual([]);
});

test('a review that was handed over is kept no longer', async ({ machine, serve }, info) => {
  const { url } = await serve();
  const report = readFileSync(await fileWith(canary(), info.outputPath('firm.json')), 'utf8');
  const page = await machine.tab();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(url);
  await sitDown(page);
  const code = await keep(page);
  await openReports(page, [['firm.json', report]]);
  await sayWho(page);
  await openWhole(page);
  const before = await step(page);
  await button(page, '写总体意见').click();
  await page.getByRole('textbox', { name: '总体意见' }).fill('总体可控。');
  await button(page, '记下').click();
  await expect.poll(() => step(page)).toBeGreaterThan(before);
  const kept = await step(page);
  await button(page, '签署和交付').click();
  await button(page, '存给企业的文件').click();
  await expect.poll(() => step(page)).toBeGreaterThan(kept);
  await page.reload();
  await opens(page, code);
  await expect(rows(page)).toHaveCount(0);
  await expect(line(page)).toContainText('已保存到本机');
});
