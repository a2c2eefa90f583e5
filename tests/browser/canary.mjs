// Words that stand nowhere else, typed wherever a person can type, and then looked for.
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { button, heading, traces } from './visitor.mjs';

const REPORT = new URL('../releases/2026.11.1/fined-report.json', import.meta.url);
/** Characters of which none is common. */
const RARE = { first: 0x9f00, last: 0x9fa0 };

/** A visit's own words: a find tells from which field it came. */
export function canary() {
  const token = `q${randomBytes(5).toString('hex').slice(0, 9)}`;
  const rare = String.fromCharCode(...[1, 2, 3].map(() => randomInt(RARE.first, RARE.last)));
  return {
    rare,
    token,
    /** Figures that no question accepts, so that they stay in their field. */
    figure: String(randomInt(10 ** 10, 10 ** 11)),
    day: '19380217',
    word: (field) => `${rare}${token}${field}`,
  };
}

/** A firm's file whose report holds the canary. */
export async function fileWith(bird, path) {
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  report.answers['profile.name'] = bird.word('file');
  report.firm.name = bird.word('firm');
  await writeFile(path, JSON.stringify(report));
  return path;
}

/** Resolves when the page has been loaded anew after `act`, which may be cut short by that. */
export async function clears(page, act) {
  await Promise.all([page.waitForEvent('load'), act().catch(() => null)]);
  await expect(button(page, '开始体检')).toBeVisible();
}

/** 结束并清除, confirmed. */
export async function end(page) {
  await button(page, '结束并清除').click();
  const dialog = page.getByRole('alertdialog');
  await clears(page, () => dialog.getByRole('button', { name: '结束并清除' }).click());
}

/** Opens a firm's file at the start. */
export async function openFile(page, path) {
  const chooser = page.waitForEvent('filechooser');
  await button(page, '打开以前存的文件').click();
  await (await chooser).setFiles(path);
  await expect(heading(page)).toHaveText('文件已经打开');
}

/** Types into every field of the screen that takes text; how many there were. */
async function typeEverywhere(page, bird, screen) {
  const fields = await page.locator('input[type=text]:visible, input[type=search]:visible, textarea:visible').all();
  for (const [at, field] of fields.entries()) await field.fill(bird.word(`${screen}${at}`));
  return fields.length;
}

/** Answers a question from 检查答案: first what it refuses, then, if need be, 不清楚 or nothing. */
async function change(page, question, texts) {
  await page.getByRole('button', { name: `更改：${question}` }).click();
  await expect(heading(page)).toHaveText(question);
  for (const text of texts) {
    await page.getByRole('textbox').fill(text);
    await button(page, '下一题').click();
  }
  const way = page.getByRole('button', { name: /^(不清楚|跳过)$/ });
  await expect(page.getByRole('heading', { name: '检查答案' }).or(way)).toBeVisible();
  if (await way.isVisible()) await way.click();
  await expect(heading(page)).toHaveText('检查答案');
}

/** The register of trade secrets: one entry of each kind, every field filled, all of it refused. */
async function typeRegister(page, bird) {
  await button(page, '商业秘密登记 ›').click();
  for (const [kind, add] of [['secret', '添加一项秘密'], ['post', '添加一个岗位']]) {
    await button(page, add).click();
    await expect(heading(page)).toHaveText(add);
    expect(await typeEverywhere(page, bird, kind)).toBeGreaterThan(2);
    await button(page, '记下').click();
    await button(page, '上一步').click();
    await expect(heading(page)).toHaveText('商业秘密登记');
  }
  await button(page, '上一步').click();
  await expect(heading(page)).toHaveText('文件已经打开');
}

/** A mark on a finding of the firm's file. */
async function typeMark(page, bird) {
  const mark = page.locator('details.mark').first();
  await mark.locator('summary').click();
  expect(await typeEverywhere(page, bird, 'mark')).toBe(3);
  const done = mark.getByRole('button', { name: '办好了', exact: true });
  await done.click();
  // What is no day is refused; the wheels, which come with the field, put one in its place.
  await mark.getByRole('textbox').first().focus();
  await mark.getByRole('button', { name: '今天', exact: true }).click();
  await done.click();
  await expect(mark).toContainText('已办好');
}

/**
 * A visit that types the canary wherever text is taken: a file that was opened, a mark in it, the
 * register, each kind of question. It ends on a question, with a name that was not sent.
 */
export async function typeEverything(page, bird, path) {
  await openFile(page, path);
  await typeMark(page, bird);
  await typeRegister(page, bird);
  await button(page, '看最近一份报告 ›').click();
  await expect(page.locator('.report')).toContainText(bird.word('file'));
  await button(page, '上一步').click();
  await expect(heading(page)).toHaveText('检查答案');
  await change(page, '现在一共有多少人在这里上班？', [bird.figure, '25']);
  await change(page, '统一社会信用代码是多少？', [bird.word('code')]);
  await change(page, '这份处罚决定书是哪天收到的？', [bird.day]);
  await change(page, '企业叫什么名字？', [bird.word('name').repeat(9), bird.word('name')]);
  await page.getByRole('button', { name: '更改：企业叫什么名字？' }).click();
  await page.getByRole('textbox').fill(bird.word('unsent'));
}

/** Everything that can be read of a page, as one text: what is shown, what is said, what is kept. */
export async function everything(page) {
  const kept = await page.evaluate(() => JSON.stringify({
    html: document.documentElement.outerHTML,
    typed: [...document.querySelectorAll('input, textarea')].map((field) => field.value),
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    state: history.state,
    name: window.name,
    url: decodeURIComponent(location.href),
    title: document.title,
  }));
  const said = await page.locator('html').ariaSnapshot();
  return `${kept} ${said} ${JSON.stringify(await traces(page))}`;
}
