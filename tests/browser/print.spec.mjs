// The report on paper, with its text read back from the PDF.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from '@playwright/test';
import { DESKTOP, answer, button, chooseTopic, fillProfile, heading, open } from './visitor.mjs';

test.use({ viewport: DESKTOP });

/** A font's own map may give a character back as the radical of the same shape. */
const RADICALS = {
  '⻚': '页', '⻅': '见', '⻓': '长', '⻔': '门', '⻛': '风', '⻋': '车', '⺠': '民', '⻄': '西',
  '⻘': '青', '⻝': '食', '⻬': '齐', '⻩': '黄', '⻢': '马',
};

async function textOf(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    const text = content.items.map((item) => item.str).join('').normalize('NFKC').replace(/\s+/g, '');
    pages.push(text.replace(/[\u2E80-\u2EFF]/g, (radical) => RADICALS[radical] ?? radical));
  }
  return pages;
}

test('A4 pages with page numbers, versions, date and every finding in full', { tag: '@single' }, async ({ page }) => {
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => { window.printed += 1; };
  });
  await open(page);
  await fillProfile(page);
  await chooseTopic(page, '劳动用工');
  await answer(page, 3);
  await button(page, '上一步').click();
  await button(page, '上一步').click();
  await button(page, '先看看已经答了什么').click();
  await button(page, '生成报告 ›').click();
  await expect(heading(page)).toContainText('资料不足');
  await button(page, '打印报告').click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
  const pages = await textOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((text, at) => {
    expect(text, `page ${at + 1}`).toContain(`第${at + 1}页,共${pages.length}页`);
    expect(text, `page ${at + 1}`).toContain('劳动用工2026.');
    expect(text, `page ${at + 1}`).toMatch(/封印[0-9A-F]{4}-[0-9A-F]{4}/);
    expect(text, `page ${at + 1}`).toMatch(/\d{4}-\d\d-\d\d/);
  });
  const all = pages.join('');
  for (const words of ['事实', '依据', '怎么改', '留好这些', '找谁', '劳动合同法》第82条', '不是法律意见', '还要查清']) {
    expect(all).toContain(words.normalize('NFKC'));
  }
  for (const words of ['打印报告', '结束并清除？', '上一步', '更改']) {
    expect(all).not.toContain(words);
  }
});
