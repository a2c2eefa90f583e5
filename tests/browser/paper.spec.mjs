// The report as a file of its own, opened from the disk with no network. `cargo xtask test` writes
// the pages of all firms that the tests know and names their directory in TIJIAN_PAPER; by hand see
// docs/pictures/README.md.
import AxeBuilder from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

const directory = process.env.TIJIAN_PAPER;
const pages = directory ? readdirSync(directory).filter((name) => name.endsWith('.html')).sort() : [];

test('there are pages to look at', () => {
  test.skip(!directory, 'TIJIAN_PAPER names no directory');
  expect(pages.length).toBeGreaterThanOrEqual(12);
});

for (const name of pages) {
  test(`${name} needs nothing but itself`, async ({ browser }) => {
    // By hand and not by the fixture, whose address of the served page does not belong here.
    const context = await browser.newContext({ offline: true, locale: 'zh-CN' });
    const page = await context.newPage();
    const asked = [];
    const said = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    const address = pathToFileURL(resolve(directory, name)).href;
    await page.goto(address);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(asked).toEqual([address]);
    expect(said).toEqual([]);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, `at ${width} pixels nothing is beside the page`).toBeLessThanOrEqual(client);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    await context.close();
  });
}
