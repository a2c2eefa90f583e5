// What a lawyer does in the page.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { button, heading } from './visitor.mjs';

/** A lawyer who reviews; the number is made up. */
export const LAWYER = { name: '沈某', firm: '某律师事务所', licence: '12101201510123456' };

/** Takes a download by a button's name; its name and text. */
export async function download(page, name) {
  const waiting = page.waitForEvent('download');
  await button(page, name).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Chooses files by a button's name. */
export async function choose(page, name, files) {
  const waiting = page.waitForEvent('filechooser');
  await button(page, name).click();
  const given = files.map(([name, text]) => ({ name, mimeType: 'text/html', buffer: Buffer.from(text) }));
  await (await waiting).setFiles(given);
}

/** Opens reports at the desk. */
export const openReports = (page, files) => choose(page, '打开报告文件（可多选）', files);

/** Goes from the start to the desk. */
export async function sitDown(page) {
  await button(page, '律师复核').click();
  await expect(heading(page)).toHaveText('律师复核');
}

/** The reports in the list. */
export const rows = (page) => page.locator('.queue tbody tr');

/** Says who reviews. */
export async function sayWho(page, { name, firm, licence } = LAWYER) {
  await button(page, '填写复核人').click();
  await page.getByLabel('律师姓名').fill(name);
  await page.getByLabel('律师事务所').fill(firm);
  await page.getByLabel('执业证号').fill(licence);
  await button(page, '保存复核人').click();
}
