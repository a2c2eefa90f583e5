// The policy of the headers holds on every screen, and refuses what it is there to refuse.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { DESKTOP, button, fillProfile, heading } from './visitor.mjs';

test.use({ viewport: DESKTOP, serviceWorkers: 'allow' });

/** Takes note of everything that the policy refuses, in the page and over its reloads. */
async function watched(page) {
  const refused = [];
  await page.exposeFunction('noteRefused', (what) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.noteRefused(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  return refused;
}

async function download(page, name) {
  const waiting = page.waitForEvent('download');
  await button(page, name).click();
  return readFile(await (await waiting).path());
}

test('no screen asks for anything that the policy refuses', async ({ page }, info) => {
  test.setTimeout(120_000);
  const refused = await watched(page);
  await page.addInitScript(() => { window.print = () => {}; });
  const response = await page.goto('/');
  const policy = response.headers()['content-security-policy'];
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-inline');
  await expect(button(page, '开始体检')).toBeVisible();
  await button(page, 'English').click();
  await button(page, '中文').click();
  await fillProfile(page);
  await button(page, '快速体检', false).click();
  for (let steps = 0; steps < 80; steps += 1) {
    const title = await heading(page).textContent();
    if (title === '检查答案') break;
    if (title === '要查的方面') await page.locator('.actions .primary').click();
    else if (title === '公章现在由谁保管？') await page.locator('.option').filter({ hasText: '几个人都能' }).click();
    else await button(page, '不清楚').click();
    await expect(heading(page)).not.toHaveText(title);
  }
  await button(page, '生成报告 ›').click();
  await expect(page.locator('.report')).toBeVisible();
  await button(page, '打印报告').click();
  const word = await download(page, '存成 Word');
  expect(word.subarray(0, 2).toString()).toBe('PK');
  const file = info.outputPath('report.html');
  await writeFile(file, await download(page, '存成文件，以后能继续'));
  const sheets = page.locator('summary', { hasText: '整改清单、证据清单、转介单' });
  await sheets.click();
  for (const name of await page.locator('details.take button').allTextContents()) {
    await button(page, name).click();
    await expect(button(page, '上一步')).toBeVisible();
    await button(page, '上一步').click();
    await sheets.click();
  }
  await button(page, '结束并清除').click();
  const dialog = page.getByRole('alertdialog', { name: '结束并清除？' });
  await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: '结束并清除' }).click()]);
  await expect(button(page, '开始体检')).toBeVisible();
  const chosen = page.waitForEvent('filechooser');
  await button(page, '打开以前存的文件').click();
  await (await chosen).setFiles(file);
  await expect(heading(page)).toHaveText('文件已经打开');
  await button(page, '商业秘密登记 ›').click();
  await expect(heading(page)).not.toHaveText('文件已经打开');
  expect(refused).toEqual([]);
});

test('markup with anything but plain elements is refused, and so is any script', async ({ page }) => {
  await page.goto('/');
  await expect(button(page, '开始体检')).toBeVisible();
  const tried = (markup) => page.evaluate((text) => {
    try {
      document.createElement('template').innerHTML = text;
      return 'taken';
    } catch (error) {
      return error.name;
    }
  }, markup);
  for (const markup of [
    '<script>alert(1)</script>',
    '<img src="x" onerror="alert(1)">',
    '<p onclick="alert(1)">x</p>',
    '<p ONCLICK=alert(1)>x</p>',
    '<svg><a href="javascript:alert(1)">x</a></svg>',
    '<iframe srcdoc="x"></iframe>',
    '<p style="position: fixed">x</p>',
    '<p class="a"onclick="alert(1)">x</p>',
    '<p class="a" / onclick="alert(1)">x</p>',
    '<p\tonclick="alert(1)">x</p>',
    '<form action="https://example.com"></form>',
    '<!-- --><p>x</p>',
    '<math><mtext></mtext></math>',
  ]) {
    expect(await tried(markup), markup).toBe('TypeError');
  }
  for (const markup of [
    '',
    '<p class="lead">一句话 &lt;b&gt;</p>',
    '<ul><li><strong>要多久</strong></li></ul>',
    '<svg viewBox="0 0 8 8" aria-hidden="true"><path d="M0 0h8"></path></svg>',
    '<br>',
  ]) {
    expect(await tried(markup), markup).toBe('taken');
  }
  const others = await page.evaluate(() => {
    const name = (attempt) => { try { attempt(); return 'taken'; } catch (error) { return error.name; } };
    return {
      worker: name(() => new Worker('./other.js')),
      elsewhere: name(() => new Worker('https://example.com/docx-worker-0123456789abcdef.js')),
      script: name(() => { document.createElement('script').text = 'alert(1)'; }),
      address: name(() => { document.createElement('script').src = './sw.js?x'; }),
      policy: name(() => trustedTypes.createPolicy('default', { createHTML: (text) => text })),
      second: name(() => trustedTypes.createPolicy('other', { createHTML: (text) => text })),
    };
  });
  for (const [what, outcome] of Object.entries(others)) expect(outcome, what).toBe('TypeError');
});
