// Ten thousand things that anybody could do to a terminal: nobody gets out, nothing stops, nothing
// grows. Nine thousand are made in the page, a thousand are real touches and keys.
import { expect } from '@playwright/test';
import { commands, numbers, rampage } from './monkey.mjs';
import { terminal, test } from './served.mjs';
import { measure, visit, watchMemory } from './soak.mjs';
import { TERMINAL, button } from './visitor.mjs';

test.use({ viewport: TERMINAL, hasTouch: true, trace: 'off' });
test.setTimeout(240_000);

const IN_PAGE = 9_000;
const REAL = 1_000;
/** So many things in a row change something on the screen, whatever they are. */
const PATIENCE = 200;
/** The same each time, so that what is found can be found again; another one by hand. */
const SEED = Number(process.env.TIJIAN_SEED ?? 20261121);

/** A terminal at its start, with everything written down that could lead out of it. */
async function openTerminal(page, serve) {
  const server = await serve(terminal({ outputs: ['code'], public_address: 'https://example.test/' }));
  const out = [];
  const note = (kind) => (what) => out.push(`${kind} ${what.url?.() ?? what.message?.() ?? what}`);
  page.context().on('page', note('another page'));
  page.context().on('request', (request) => {
    if (!request.url().startsWith(server.url)) out.push(`request ${request.url()}`);
  });
  for (const kind of ['popup', 'download', 'filechooser', 'pageerror', 'crash']) page.on(kind, note(kind));
  page.on('dialog', (dialog) => {
    out.push(`dialog ${dialog.type()}`);
    dialog.accept();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') out.push(`console ${message.text()}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame.url().split('?')[0] !== server.url) out.push(`address ${frame.url()}`);
  });
  await page.goto(server.url);
  await expect(button(page, '开始体检')).toBeVisible();
  // A terminal opens the program at once: there is no empty tab before it to go back to.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  return { out, session };
}

test('nine thousand things done in the page', async ({ page, serve }) => {
  const { out } = await openTerminal(page, serve);
  const titles = new Set();
  let done = 0;
  let seed = SEED;
  await page.exposeFunction('tell', (seen) => {
    if (seen.quiet > PATIENCE) seen.wrong.push(`nothing has changed ${seen.quiet} times in a row`);
    out.push(...seen.wrong.map((wrong) => `seed ${seed}: ${wrong}`));
    seen.titles.forEach((title) => titles.add(title));
    done += seen.done;
  });
  for (; done < IN_PAGE && out.length === 0; seed += 1) {
    // Cut short when a visit ends, or when Back finds the page of one that has ended.
    await page.evaluate(rampage, { seed, count: Math.min(500, IN_PAGE - done) }).catch(() => null);
    await expect(page.locator('#app button:enabled').first(), `seed ${seed}`).toBeVisible();
  }
  expect(out, `seed ${seed}`).toEqual([]);
  // It went far: otherwise it would have proved little.
  expect(titles.size).toBeGreaterThan(60);
});

test('a thousand real touches and keys', async ({ page, serve }) => {
  const { out, session } = await openTerminal(page, serve);
  const random = numbers(SEED);
  const places = () => page.evaluate(() => [...document.querySelectorAll('button, summary')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }).filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight));
  for (let done = 0; done < REAL;) {
    const round = commands(random, 20, await places().catch(() => []), TERMINAL);
    // A page that is being loaded anew takes no touches.
    await Promise.all(round.map(([name, how]) => session.send(name, how).catch(() => null)));
    done += round.length;
    await expect(page.locator('#crash')).toBeHidden();
    await expect(page.locator('#app button:enabled').first(), `seed ${SEED}, after ${done}`).toBeVisible();
    expect(out, `seed ${SEED}, after ${done}`).toEqual([]);
  }
  expect(page.context().pages().length).toBe(1);
});

test('visits leave nothing in the memory of the page that they share', async ({ page, serve }) => {
  await page.addInitScript(watchMemory);
  const { out, session } = await openTerminal(page, serve);
  const visits = async (many) => {
    for (let done = 0; done < many; done += 1) await page.evaluate(visit);
    return measure(page, session);
  };
  // The first ones fill what is kept for good.
  const before = await visits(3);
  const MANY = 6;
  const after = await visits(MANY);
  expect(after.program, 'the program’s own memory').toBe(before.program);
  // A browser takes its time to throw things away, and a few of the last visit it may keep. What
  // each visit leaves stands there six times.
  const now = async (what) => (await measure(page, session))[what];
  await expect.poll(() => now('listeners')).toBeLessThan(before.listeners + MANY);
  await expect.poll(() => now('nodes')).toBeLessThan(before.nodes + MANY);
  expect((await measure(page, session)).heap - before.heap, 'bytes in six visits').toBeLessThan(200_000);
  expect(out).toEqual([]);
});
