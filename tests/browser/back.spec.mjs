// Back and Forward after a visit, in a browser that keeps pages that were left: nothing of the
// visit comes back, whichever screen it was ended on and whoever ended it.
import { expect } from '@playwright/test';
import { canary, clears, end, everything, fileWith, openFile } from './canary.mjs';
import { test } from './machine.mjs';
import { terminal } from './served.mjs';
import { button, heading } from './visitor.mjs';

test.use({ trace: 'off' });
test.setTimeout(120_000);

/** What a terminal offers here. */
const DEPLOYMENT = { outputs: ['file', 'code'], public_address: 'https://example.test/' };

const review = async (tab) => {
  await button(tab, '看最近一份报告 ›').click();
  await button(tab, '上一步').click();
  await expect(heading(tab)).toHaveText('检查答案');
};

/** Screens on which a visit can be ended, from the firm's file on; each shows or holds the canary. */
const SCREENS = {
  async 'the file'(tab, bird) {
    await tab.locator('details.mark summary').first().click();
    await tab.locator('details.mark input[type=text]').first().fill(bird.word('mark'));
  },
  async 'an entry of the register'(tab, bird) {
    await button(tab, '商业秘密登记 ›').click();
    await button(tab, '添加一项秘密').click();
    await tab.getByRole('textbox').first().fill(bird.word('secret'));
  },
  async 'the report'(tab, bird) {
    await button(tab, '看最近一份报告 ›').click();
    await expect(tab.locator('.report')).toContainText(bird.word('file'));
  },
  async 'the code'(tab) {
    await button(tab, '看最近一份报告 ›').click();
    await button(tab, '用手机扫码带走').click();
    await expect(tab.locator('svg.code')).toBeVisible();
  },
  async 'a sheet'(tab) {
    await button(tab, '看最近一份报告 ›').click();
    await tab.locator('summary', { hasText: '转介单' }).click();
    await tab.locator('details.take button').first().click();
    await expect(tab.locator('details.take')).toHaveCount(0);
  },
  review,
  async 'a question'(tab, bird) {
    await review(tab);
    await tab.getByRole('button', { name: '更改：企业叫什么名字？' }).click();
    await tab.getByRole('textbox').fill(bird.word('unsent'));
  },
  async 'the choice of the scope'(tab) {
    await review(tab);
    await button(tab, '上一步').click();
    await button(tab, '上一步').click();
    await expect(heading(tab)).toHaveText('这次查多大范围？');
  },
};

/**
 * A tab that says, on each arrival at an entry, what stood there before the program did anything.
 * A page that the browser kept says again what it said before; that is no arrival.
 */
async function watchedTab(machine) {
  const tab = await machine.tab();
  tab.on('dialog', (dialog) => dialog.accept());
  await tab.addInitScript(() => {
    const tell = ({ type, persisted }) => console.info('arrived', JSON.stringify({
      id: crypto.randomUUID(),
      type,
      persisted: persisted === true,
      html: document.documentElement?.outerHTML,
      typed: [...document.querySelectorAll('input, textarea')].map((field) => field.value),
      title: document.title,
      url: decodeURIComponent(location.href),
      state: history.state,
    }));
    for (const type of ['pageshow', 'popstate']) addEventListener(type, tell);
  });
  const heard = new Set();
  let arrived = () => {};
  tab.on('console', (message) => {
    const [, said] = message.text().match(/^arrived (.*)$/) ?? [];
    if (!said || heard.has(said)) return;
    heard.add(said);
    arrived(said);
  });
  return {
    tab,
    arrival: () => new Promise((resolve) => { arrived = resolve; }),
    session: await machine.context.newCDPSession(tab),
  };
}

/** Goes one entry back or forward; what was found there, or nothing where there is no entry. */
async function go({ arrival, session }, by) {
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  const entry = entries[currentIndex + by];
  // The first entry is that of the empty tab.
  if (!entry || currentIndex + by < 1) return null;
  const found = arrival();
  await session.send('Page.navigateToHistoryEntry', { entryId: entry.id });
  return found;
}

/** Twenty times back and twenty times forward; how many entries there were. */
async function goThrough(watched, bird, where) {
  const { tab } = watched;
  let there = 0;
  for (const by of [-1, 1]) {
    for (let times = 0; times < 20; times += 1) {
      const found = await go(watched, by);
      if (found === null) break;
      expect(found, where).not.toContain(bird.rare);
      await expect(button(tab, '开始体检')).toBeVisible();
      there += 1;
    }
    expect(await everything(tab), where).not.toContain(bird.rare);
    expect(new URL(tab.url()).search, where).toBe('');
  }
  return there;
}

/** Ends a visit on each of the screens and looks behind it. */
async function onEachScreen(machine, url, info, screens, { clock, leave }) {
  for (const name of screens) {
    const bird = canary();
    const watched = await watchedTab(machine);
    const { tab } = watched;
    if (clock) await tab.clock.install();
    await tab.goto(url);
    await openFile(tab, await fileWith(bird, info.outputPath('firm.json')));
    await SCREENS[name](tab, bird);
    await leave(tab);
    // The page begins where the visit began; its steps lie ahead.
    expect(await goThrough(watched, bird, name), `${name}: there was somewhere to go`).toBeGreaterThan(0);
    await tab.close();
  }
}

const [first, second] = [0, 1].map((half) => Object.keys(SCREENS).filter((_, at) => at % 2 === half));

test(`nothing comes back of a visit that was ended on ${first.join(', ')}`, async ({ machine, serve }, info) => {
  const { url } = await serve(terminal(DEPLOYMENT));
  await onEachScreen(machine, url, info, first, { leave: end });
});

test(`nothing comes back of a visit that was left on ${second.join(', ')}`, async ({ machine, serve }, info) => {
  const { url } = await serve(terminal(DEPLOYMENT));
  const leave = (tab) => clears(tab, () => tab.clock.runFor(240_000));
  await onEachScreen(machine, url, info, second, { clock: true, leave });
});

test('a page that the browser kept is empty, and loads anew when it is shown again', async ({ machine, serve }, info) => {
  const { url } = await serve(terminal(DEPLOYMENT));
  const other = `${url}tijian.json`;
  // This browser does keep pages: one that takes nothing out comes back as it was left.
  const control = await watchedTab(machine);
  await control.tab.goto(other);
  await control.tab.evaluate(() => { document.body.dataset.kept = 'kept'; });
  await control.tab.goto(`${other}?another`);
  expect(await go(control, -1)).toContain('data-kept');

  const bird = canary();
  const watched = await watchedTab(machine);
  const { tab } = watched;
  await tab.goto(url);
  await openFile(tab, await fileWith(bird, info.outputPath('firm.json')));
  await SCREENS['a question'](tab, bird);
  await tab.goto(other);
  const found = await go(watched, -1);
  expect(JSON.parse(found)).toMatchObject({ type: 'pageshow', persisted: true });
  expect(found).not.toContain(bird.rare);
  await expect(button(tab, '开始体检')).toBeVisible();
  expect(await everything(tab)).not.toContain(bird.rare);
  for (const by of [1, -1]) expect(await go(watched, by)).not.toContain(bird.rare);
});
