// What a visit leaves on the disk of a terminal, whatever way it ends: nothing. The browser is an
// ordinary one with an ordinary profile; everything that it wrote is read byte by byte.
import { pbkdf2Sync, randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { canary, clears, end, everything, fileWith, openFile, typeEverything } from './canary.mjs';
import { test } from './machine.mjs';
import { scan, scanNumber, scanShared } from './scan.mjs';
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

machines('a staff code leaves nothing but how often it was wrong', async ({ machine, serve }) => {
  const [code, wrong, kept] = codes(3);
  const salt = 'a salt of a test';
  const hash = pbkdf2Sync(code, salt, 1, 32, 'sm3').toString('hex');
  const staff_pin = `pbkdf2-sm3$1$${Buffer.from(salt).toString('hex')}$${hash}`;
  const { url } = await serve(terminal({ staff_pin }));
  const bird = canary();
  const tab = await machine.tab();
  await tab.goto(url);
  await tab.getByRole('button', { name: '工作人员菜单' }).focus();
  await tab.keyboard.press('Enter');
  const field = tab.getByLabel('6 位数字密码');
  await field.fill(bird.word('code'));
  await field.fill(wrong);
  await field.press('Enter');
  await expect(tab.getByRole('alert')).toContainText('密码不对');
  expect(await tab.evaluate(() => ({ ...localStorage }))).toEqual({ 'tijian-wrong-pins': '1' });
  expect(await everything(tab)).not.toContain(wrong);
  await field.fill(code);
  await field.press('Enter');
  await expect(heading(tab)).toHaveText('工作人员菜单');
  const shown = await everything(tab);
  for (const gone of [code, wrong, bird.rare]) expect(shown).not.toContain(gone);
  expect(await tab.evaluate(() => localStorage.length)).toBe(0);

  // The same look finds a code that another program keeps.
  const other = await serve();
  const elsewhere = await machine.tab();
  await elsewhere.goto(`${other.url}tijian.json`);
  await elsewhere.evaluate((word) => localStorage.setItem('kept', word), kept);
  await machine.witness();
  await machine.close();
  expect(machine.scanAll(bird)).toEqual([]);
  expect(scanNumber(machine.root, kept), 'it was there to be found').not.toEqual([]);
  for (const gone of [code, wrong]) expect(scanNumber(machine.root, gone)).toEqual([]);
});

/** Codes of six digits that are different. */
function codes(count) {
  const found = new Set();
  while (found.size < count) found.add(String(randomInt(100_000, 1_000_000)));
  return [...found];
}
