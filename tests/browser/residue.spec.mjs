// What a visit leaves on the disk of a terminal, whatever way it ends: nothing. The browser is an
// ordinary one with an ordinary profile; everything that it wrote is read byte by byte.
import { expect } from '@playwright/test';
import { canary, clears, end, everything, fileWith, openFile, typeEverything } from './canary.mjs';
import { test } from './machine.mjs';
import { scan, scanShared } from './scan.mjs';
import { terminal } from './served.mjs';
import { button, heading } from './visitor.mjs';

// A trace would itself be a file with the canary in it.
test.use({ trace: 'off' });
test.setTimeout(240_000);

/** A terminal and its server; what is looked at begins with the test. */
const machines = test.extend({
  machine: async ({ machine, serve }, use) => {
    const { url } = await serve(terminal({ outputs: ['file'] }));
    const elsewhere = await serve();
    const since = Date.now();
    await use({
      ...machine,
      url,
      /** Finds canaries in all that is the browser's. */
      scan: (...birds) => scan(machine.root, birds),
      /** And in what everybody may write to. */
      scanAll: (...birds) => [...scan(machine.root, birds), ...scanShared(birds, since, machine.root)],
      witness: () => witness(machine, elsewhere.url),
    });
  },
});

/**
 * A page of another program, which keeps a canary in the ways in which pages do. Resolves when the
 * browser has written it to the disk, and with it whatever it had to write before.
 */
async function witness(machine, url) {
  const bird = canary();
  const tab = await machine.tab();
  await tab.goto(`${url}tijian.json`);
  await tab.evaluate((word) => {
    localStorage.setItem('kept', word);
    history.pushState(null, '', `?${encodeURIComponent(word)}`);
    document.title = word;
  }, bird.word('witness'));
  const places = ['/Local Storage/', '/Sessions/'];
  await expect.poll(() => {
    const found = scan(machine.root, [bird]);
    return places.filter((place) => found.some((hit) => hit.includes(place)));
  }, { timeout: 60_000 }).toEqual(places);
  return bird;
}

/** A tab with everything typed. */
async function visit(machine, bird, info, { clock = false } = {}) {
  const tab = await machine.tab();
  if (clock) await tab.clock.install();
  await tab.goto(machine.url);
  await typeEverything(tab, bird, await fileWith(bird, info.outputPath(`${bird.token}.json`)));
  expect(await everything(tab), 'it was there to be left').toContain(bird.word('unsent'));
  return tab;
}

async function backToTheStart(tab) {
  while (!await button(tab, '开始体检').isVisible()) {
    const before = await heading(tab).textContent();
    await button(tab, '上一步').click();
    await expect(heading(tab)).not.toHaveText(before);
  }
}

machines('a visit that is ended in the page leaves nothing', async ({ machine }, info) => {
  const ways = {
    '结束并清除': end,
    'Back to the start': backToTheStart,
    'a reload': (tab) => clears(tab, () => tab.reload()),
    'another page': (tab) => tab.goto(`${machine.url}tijian.json`),
    'the tab is closed': (tab) => tab.close(),
    // The last one: its clock is that of all tabs.
    'nobody touches it': (tab) => clears(tab, () => tab.clock.runFor(240_000)),
  };
  const birds = [];
  for (const [way, leave] of Object.entries(ways)) {
    const bird = canary();
    const tab = await visit(machine, bird, info, { clock: way === 'nobody touches it' });
    tab.on('dialog', (dialog) => dialog.accept());
    await leave(tab);
    if (!tab.isClosed()) expect(await everything(tab), way).not.toContain(bird.rare);
    expect(machine.scan(bird), way).toEqual([]);
    birds.push(bird);
  }
  await machine.close();
  expect(machine.scanAll(...birds)).toEqual([]);
});

machines('a browser that is closed in the middle leaves nothing', async ({ machine }, info) => {
  const bird = canary();
  await visit(machine, bird, info);
  const seen = await machine.witness();
  expect(machine.scan(bird)).toEqual([]);
  const harmless = /^\/dev\/(null|tty|pts\/|u?random|shm\/)|^\/proc\/|^\/memfd:| \(deleted\)$/;
  const elsewhere = machine.written().filter((path) => !path.startsWith(machine.root) && !harmless.test(path));
  expect(elsewhere, 'it writes nowhere that is not looked at').toEqual([]);
  await machine.close();
  expect(machine.scanAll(bird)).toEqual([]);
  // The same look finds what another program keeps: in stores, in the session, in the history.
  const found = machine.scan(seen).join('\n');
  for (const place of ['Local Storage', 'Sessions', 'History']) expect(found).toContain(place);
});

machines('a page that crashes and a browser that is killed leave nothing', async ({ machine }, info) => {
  const [crashing, killed] = [canary(), canary()];
  const tab = await visit(machine, crashing, info);
  const crashed = tab.waitForEvent('crash');
  const session = await machine.context.newCDPSession(tab);
  session.send('Page.crash').catch(() => null);
  await crashed;
  await visit(machine, killed, info);
  await machine.witness();
  expect(machine.scan(crashing), 'not in a dump either').toEqual([]);
  await machine.kill();
  expect(machine.scanAll(crashing, killed)).toEqual([]);
});

machines('what was copied is gone after the visit, also when nobody ended it', async ({ machine }, info) => {
  const origin = new URL(machine.url).origin;
  for (const leave of [end, (tab) => clears(tab, () => tab.clock.runFor(240_000))]) {
    const bird = canary();
    const tab = await machine.tab();
    if (leave !== end) await tab.clock.install();
    await tab.goto(machine.url);
    await openFile(tab, await fileWith(bird, info.outputPath('firm.json')));
    await tab.locator('details.mark summary').first().click();
    const field = tab.locator('details.mark input[type=text]').first();
    await field.fill(bird.word('copied'));
    await field.press('ControlOrMeta+A');
    await field.press('ControlOrMeta+C');
    // Browsers let a page write the clipboard for some seconds after a touch; nobody has touched it.
    if (leave !== end) await tab.waitForFunction(() => !navigator.userActivation.isActive, null, { polling: 'raf' });
    await leave(tab);
    await machine.context.grantPermissions(['clipboard-read'], { origin });
    expect((await tab.evaluate(() => navigator.clipboard.readText())).trim()).toBe('');
    await machine.context.clearPermissions();
    await tab.close();
  }
});
