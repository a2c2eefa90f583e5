// Work that is kept on an office's machine: keeping it, and its code.
import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { button } from './visitor.mjs';

/** The signs of a code; the last one checks those before it. */
const SIGNS = '23456789ACDEFHJKMNPRTWX';

/** A code that is well formed and opens nothing. */
export function otherCode() {
  const values = [...randomBytes(15)].map((byte) => byte % SIGNS.length);
  values.push(values.reduce((sum, value, at) => sum + value * (at + 1), 0) % SIGNS.length);
  return values.map((value) => SIGNS[value]).join('');
}

export const line = (page) => page.locator('.kept');
export const start = (page) => page.locator('.kept-work');
export const step = async (page) => Number(await line(page).getAttribute('data-kept') ?? 0);

/** Has the visit kept; its code. */
export async function keep(page) {
  await button(page, '在本机保存进度').click();
  const code = await page.locator('.figure-code').textContent();
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await button(page, '抄好了').click();
  await expect(line(page)).toContainText(`已保存到本机 · 续填码 ${code}`);
  return code;
}

/** Types a code at the start. */
export async function type(page, code) {
  await start(page).getByLabel('续填码').fill(code);
  await start(page).getByRole('button', { name: '继续' }).click();
}

export async function opens(page, code) {
  await type(page, code);
  await expect(line(page)).toContainText('已保存到本机');
}
