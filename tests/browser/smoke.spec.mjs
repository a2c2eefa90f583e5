import { expect, test } from '@playwright/test';

test('the page starts under the deployed headers', async ({ page }) => {
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const started = page.goto('/');
  expect((await started).headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page.locator('body')).not.toBeEmpty();
  await page.waitForLoadState('networkidle');
  expect(problems).toEqual([]);
});
