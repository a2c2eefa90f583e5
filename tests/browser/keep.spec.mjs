// A check that is kept on an office's machine: nothing that was acknowledged is lost with the
// browser, nothing of it can be read on the disk, and whatever fails is said. The browser is an
// ordinary one with an ordinary profile, killed and started again.
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { canary, clears } from './canary.mjs';
import { keep, line, opens, otherCode, start, step, type } from './kept.mjs';
import { test as machines } from './machine.mjs';
import { scan } from './scan.mjs';
import { terminal, test } from './served.mjs';
import { DESKTOP, NO_TRACES, answer, button, chooseTopic, fillProfile, heading, isSound, traces } from './visitor.mjs';

machines.use({ trace: 'off' });
test.setTimeout(180_000);

const NAME = '企业叫什么名字？';
/**
 * Answers what is on the screen, whatever it is: what was asked and what was said. `word` is the
 * firm's name.
 */
async function answerAny(page, word) {
  const question = await heading(page).textContent();
  const said = { question };
  if (question === '这次查多大范围？') {
    await page.getByRole('checkbox', { name: '劳动用工' }).click();
    await button(page, '查选中的方面 ›').click();
  } else if (question === '要查的方面') {
    await page.locator('.actions .primary').click();
  } else if (question === NAME) {
    said.answer = word;
    await page.getByRole('textbox').fill(word);
    await button(page, '下一题').click();
  } else if (await page.getByRole('textbox').isVisible()) {
    if (await button(page, '跳过').isVisible()) await button(page, '跳过').click();
    else {
      said.answer = '20';
      await page.getByRole('textbox').fill('20');
      await button(page, '下一题').click();
    }
  } else if (await page.getByRole('checkbox').first().isVisible()) {
    const tick = page.getByRole('checkbox').last();
    said.answer = (await tick.locator('span').last().textContent()).trim();
    await tick.click();
    await button(page, '下一题').click();
  } else {
    const option = page.locator('.option').first();
    said.answer = (await option.locator('span').first().textContent()).trim();
    await option.click();
  }
  await expect(heading(page)).not.toHaveText(question);
  return said;
}

/** Every answer of a visit, as 检查答案 shows them. */
async function reviewed(page) {
  while (await heading(page).textContent() !== '要查的方面') {
    const before = await heading(page).textContent();
    await button(page, '上一步').click();
    await expect(heading(page)).not.toHaveText(before);
  }
  await button(page, '先看看已经答了什么').click();
  await expect(heading(page)).toHaveText('检查答案');
  return page.locator('.answer').evaluateAll((rows) => Object.fromEntries(rows.map((row) => [
    row.querySelector('dt').textContent.trim(),
    row.querySelector('dd span').textContent.trim(),
  ])));
}

machines('a browser that is killed at twenty points loses no answer that was acknowledged', async ({ machine, serve }) => {
  machines.setTimeout(900_000);
  const { url } = await serve();
  const bird = canary();
  const given = new Map();
  let running = machine;
  let page = await running.tab();
  await page.goto(url);
  await button(page, '开始体检').click();
  const code = await keep(page);
  for (let kills = 0; kills < 20; kills += 1) {
    const before = await step(page);
    const { question, answer: said } = await answerAny(page, bird.word('name'));
    if (said) {
      // At each second point the browser dies while it may still be at work.
      if (kills % 2 === 0) await expect.poll(() => step(page)).toBeGreaterThan(before);
      if (await step(page) > before) given.set(question, said);
    }
    await running.kill();
    running = await machine.again();
    page = await running.tab();
    await page.goto(url);
    await expect(start(page)).toContainText('上次没做完的体检或复核');
    await opens(page, code);
    expect([...given.keys()], `after ${kills + 1} kills`).not.toContain(await heading(page).textContent());
  }
  expect(given.size).toBeGreaterThan(10);
  const shown = await reviewed(page);
  for (const [question, said] of given) expect(shown[question], question).toContain(said);
  // The firm's name may be left out, so that a visit that goes on does not come by it.
  const before = await step(page);
  await page.getByRole('button', { name: `更改：${NAME}` }).click();
  await page.getByRole('textbox').fill(bird.word('name'));
  await button(page, '下一题').click();
  await expect.poll(() => step(page)).toBeGreaterThan(before);
  await running.kill();
  running = await machine.again();
  page = await running.tab();
  await page.goto(url);
  await opens(page, code);
  expect((await reviewed(page))[NAME]).toBe(bird.word('name'));

  const plain = code.replaceAll('-', '');
  const written = { rare: code, token: plain, figure: code, day: '99999999' };
  await running.close();
  expect(scan(machine.root, [bird, written]), 'neither an answer nor the code can be read').toEqual([]);
  const sentinel = { rare: 'tijian-check', token: 'tijian-check', figure: 'tijian-check', day: '99999999' };
  expect(scan(machine.root, [sentinel]).join('\n'), 'the look finds what is there').toContain('Local Storage');
});

machines('a code that is wrong says how, and the right one still opens', async ({ machine, serve }) => {
  const { url } = await serve();
  const page = await machine.tab();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(url);
  await button(page, '开始体检').click();
  const code = await keep(page);
  await answer(page, '有限责任公司');
  await expect.poll(() => step(page)).toBe(2);
  await page.reload();
  await type(page, '2345');
  await expect(start(page)).toContainText('现在是 4 位');
  const [first, ...rest] = code;
  const swapped = first === rest[0] ? `${code.slice(0, -1)}${code.at(-1) === '2' ? '3' : '2'}` : `${rest[0]}${first}${rest.slice(1).join('')}`;
  await type(page, swapped);
  await expect(start(page)).toContainText('有一位不对');
  await type(page, otherCode());
  await expect(start(page)).toContainText('另一份进度的续填码');
  await isSound(page, 'the start with kept work');
  await opens(page, code.toLowerCase().replaceAll('-', ' '));
  await expect(heading(page)).toContainText('多少人');
});

/** Runs in the page: takes what room there is, until not even a hundred bytes are left. */
async function fill() {
  const opening = indexedDB.open('room', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('table', { autoIncrement: true });
  await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
  const put = (size) => new Promise((resolve) => {
    const transaction = opening.result.transaction('table', 'readwrite', { durability: 'strict' });
    const bytes = crypto.getRandomValues(new Uint8Array(size));
    transaction.objectStore('table').add(bytes);
    Object.assign(transaction, { oncomplete: () => resolve(true), onabort: () => resolve(false) });
  });
  for (const size of [50_000, 5_000, 500, 100]) while (await put(size)) { /* once more */ }
}

/** The files of the browser's database. */
function databaseFiles(root) {
  const folder = join(root, 'profile', 'Default', 'IndexedDB');
  const names = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return names.filter((name) => statSync(name).isFile());
}

const DAMAGES = {
  'is deleted': (path) => rmSync(path),
  'is overwritten': (path) => writeFileSync(path, randomBytes(Math.max(64, statSync(path).size))),
  'is emptied': (path) => writeFileSync(path, ''),
};
for (const [name, damage] of Object.entries(DAMAGES)) {
  machines(`a store that ${name} while the browser is off is noticed`, async ({ machine, serve }) => {
    const { url } = await serve();
    const page = await machine.tab();
    await page.goto(url);
    await button(page, '开始体检').click();
    await keep(page);
    await machine.close();
    const files = databaseFiles(machine.root);
    expect(files.length).toBeGreaterThan(2);
    files.forEach(damage);
    const running = await machine.again();
    const later = await running.tab();
    await later.goto(url);
    await expect(start(later)).toContainText(/上次没做完的体检或复核（.*）(不见|损坏)了/);
    await button(later, '知道了，清理掉').click();
    await expect(start(later)).toBeHidden();
    await button(later, '开始体检').click();
    await keep(later);
  });
}

test.describe('in one browser', () => {
  test.use({ viewport: DESKTOP });

  /** An office's page, on the first question. */
  async function office(page, serve, prepare = async () => {}) {
    const server = await serve();
    await prepare(page);
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(server.url);
    await button(page, '开始体检').click();
    return server.url;
  }

  test('nothing is kept before somebody wants it, and the end deletes it', async ({ page, serve }) => {
    await office(page, serve);
    await answer(page, '有限责任公司');
    expect(await traces(page)).toEqual(NO_TRACES);
    await keep(page);
    await answer(page, 20);
    await expect.poll(() => step(page)).toBe(2);
    await isSound(page, 'a question while it is kept');
    const there = await traces(page);
    expect([there.local, there.databases]).toEqual([['tijian-check'], ['tijian-check']]);
    await button(page, '结束并清除').click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('保存在本机的进度也会一起删除');
    await clears(page, () => dialog.getByRole('button', { name: '结束并清除' }).click());
    await expect(page.locator('.receipt')).toContainText('已清除');
    await expect(page.locator('.receipt.unclean')).toHaveCount(0);
    expect(await traces(page)).toEqual(NO_TRACES);
  });

  test('work is deleted at the start without its code, after a question', async ({ page, serve }) => {
    const url = await office(page, serve);
    await keep(page);
    await page.goto(url);
    await button(page, '删除').click();
    await button(page, '先留着').click();
    await button(page, '删除').click();
    await button(page, '确定删除').click();
    await expect(start(page)).toBeHidden();
    expect(await traces(page)).toEqual(NO_TRACES);
  });

  test('a second window says that another one keeps its work, and changes nothing', async ({ page, serve, context }) => {
    const url = await office(page, serve);
    const code = await keep(page);
    const second = await context.newPage();
    await second.goto(url);
    await expect(start(second)).toContainText('另一个窗口正在保存');
    await button(second, '开始体检').click();
    await expect(line(second)).toContainText('另一个窗口正在保存');
    await expect(button(second, '在本机保存进度')).toHaveCount(0);
    await answer(second, '有限责任公司');
    await answer(page, '个体工商户');
    await expect.poll(() => step(page)).toBe(2);
    await button(second, '上一步').click();
    await button(second, '上一步').click();
    await page.close();
    await button(second, '再试一次').click();
    await opens(second, code);
    await expect(heading(second)).not.toHaveText('企业是什么形式？');
    await button(second, '上一步').click();
    await expect(second.locator('.option[aria-pressed=true]')).toContainText('个体工商户');
  });

  test('a full store is said, keeps what it has, and takes the next answer when there is room', async ({ page, serve, context }) => {
    const url = await office(page, serve);
    const { origin } = new URL(url);
    const session = await context.newCDPSession(page);
    const quota = (quotaSize) => session.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize });
    // Chromium counts what there is; a limit that is set later comes too late for an open store.
    await quota(1_000_000);
    await keep(page);
    await page.evaluate(fill);
    await answer(page, '有限责任公司');
    await expect(line(page)).toContainText('浏览器的存储空间满了');
    expect(await step(page)).toBe(1);
    await quota();
    await answer(page, 20);
    await expect.poll(() => step(page)).toBeGreaterThan(1);
    await expect(line(page)).not.toContainText('满了');
  });

  test('a store that is full from the beginning leaves the visit in memory', async ({ page, serve, context }) => {
    const url = await office(page, serve);
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 1 });
    await button(page, '在本机保存进度').click();
    await expect(line(page)).toContainText('没有保存到本机：浏览器的存储空间满了');
    await fillProfileFrom(page);
  });

  test('a store that somebody empties during the visit is filled again', async ({ page, serve, context }) => {
    const url = await office(page, serve);
    const code = await keep(page);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' });
    await answer(page, '有限责任公司');
    await expect.poll(() => step(page)).toBe(2);
    await page.reload();
    await opens(page, code);
    await expect(heading(page)).toContainText('多少人');
  });

  const MISSING = {
    'no IndexedDB': [() => { Object.defineProperty(window, 'indexedDB', { value: undefined }); }, '不让这个网页保存'],
    'an IndexedDB that throws': [() => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; }, '不让这个网页保存', true],
    'no localStorage': [() => { Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }); }, '不让这个网页保存'],
    'no encryption': [() => { Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }); }, 'https'],
    'no locks': [() => { Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }); }, '太旧'],
  };
  for (const [name, [prepare, why, late]] of Object.entries(MISSING)) {
    test(`${name}: the visit goes on in memory, and it is said`, async ({ page, serve }) => {
      await office(page, serve, (page) => page.addInitScript(prepare));
      if (late) await button(page, '在本机保存进度').click();
      await expect(line(page)).toContainText('没有保存到本机');
      await expect(line(page)).toContainText(why);
      await fillProfileFrom(page);
    });
  }

  /** The profile, from its first question. */
  async function fillProfileFrom(page) {
    await button(page, '上一步').click();
    await fillProfile(page);
  }

  test('a terminal never touches a store', async ({ page, serve }) => {
    const { url } = await serve(terminal());
    await page.addInitScript(() => {
      window.touched = [];
      const told = (owner, name) => {
        const real = owner[name];
        owner[name] = function touched(...given) {
          window.touched.push(`${name} ${given[0]}`);
          return real.apply(this, given);
        };
      };
      for (const name of ['open', 'deleteDatabase', 'databases']) told(IDBFactory.prototype, name);
      for (const name of ['setItem', 'getItem']) told(Storage.prototype, name);
      for (const name of ['request', 'query']) told(LockManager.prototype, name);
      for (const name of ['encrypt', 'deriveKey', 'importKey']) told(SubtleCrypto.prototype, name);
    });
    await page.goto(url);
    await fillProfile(page);
    await chooseTopic(page, '劳动用工');
    await answer(page, 3);
    await expect(line(page)).toBeEmpty();
    // The staff's lock-out is asked for once; it is nothing of a visit.
    expect(await page.evaluate(() => window.touched)).toEqual(['getItem tijian-wrong-pins']);
    expect(await traces(page)).toEqual(NO_TRACES);
  });
});
