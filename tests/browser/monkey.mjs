// Somebody who touches anything, in the page: quick, made of synthetic events. Real touches and keys
// come from the test, through the browser.

/**
 * Runs in the page: `count` things done at random from a seed, fewer when a visit ends. What is seen
 * is told every now and then to `window.tell`, because the end of a visit loads the page anew: how
 * many were done, the screens, how many in a row changed nothing, what is wrong.
 */
export async function rampage({ seed, count }) {
  const random = mulberry(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const fresh = () => ({ done: 0, titles: new Set(), quiet: 0, wrong: [] });
  let seen = fresh();
  let cleared = false;
  let changes = 0;
  let quiet = 0;
  const observer = new MutationObserver(() => { changes += 1; });
  observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });

  const JUNK = [
    '😀👨‍👩‍👧', '\u0000', 'a\u202Eb', '9'.repeat(400), '-1e400', '<script>alert(1)</script>', '91350100M000100Y43',
    '20241121', '٣', ' '.repeat(40), '字'.repeat(20_000), '\uD800', '=1+1', '0.1', '1,000',
  ];
  const shown = (selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility() && !element.closest('[inert]'));
  const controls = () => shown('button:not([disabled]), summary, [role=checkbox], a[href]');

  function press(element) {
    if (!element) return;
    // Ways out are rarer than ways on, or no visit would get anywhere.
    const leaves = element.closest('[role=alertdialog]') && element.textContent.includes('结束');
    const aside = !element.closest('main') || element.textContent.includes('上一步');
    if (random() >= (leaves ? 0.97 : aside ? 0.7 : 0)) element.click();
  }
  function key(name) {
    const target = document.activeElement ?? document.body;
    for (const type of ['keydown', 'keyup']) {
      target.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true }));
    }
  }
  function type() {
    const field = pick(shown('input, textarea'));
    if (!field) return;
    field.focus();
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    set.call(field, pick(JUNK));
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  function point() {
    const [x, y] = [random() * innerWidth, random() * innerHeight];
    const element = document.elementFromPoint(x, y) ?? document.body;
    const where = { bubbles: true, cancelable: true, clientX: x, clientY: y };
    for (const kind of ['pointerdown', 'pointerup']) element.dispatchEvent(new PointerEvent(kind, where));
    element.dispatchEvent(new MouseEvent('click', where));
    return element;
  }
  function fingers(many) {
    const target = point();
    const touches = Array.from({ length: many }, (_, identifier) => new Touch({
      identifier, target, clientX: random() * innerWidth, clientY: random() * innerHeight,
    }));
    for (const kind of ['touchstart', 'touchmove', 'touchend']) {
      const now = kind === 'touchend' ? [] : touches;
      target.dispatchEvent(new TouchEvent(kind, { bubbles: true, cancelable: true, touches: now, changedTouches: touches }));
    }
  }
  /**
   * Goes in the history of the visit, no faster than a hand could. From the start there is no way
   * back, and what lies ahead of it are pages of their own: Chromium that is sent from one to the
   * next before it has loaded it may leave an empty document. They have their test, back.spec.mjs.
   */
  async function go(by) {
    if (history.state === null) return;
    const went = new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
      setTimeout(resolve, 50);
    });
    history.go(by);
    await went;
  }
  async function act() {
    const die = random();
    if (die < 0.6) press(pick(controls()));
    else if (die < 0.7) type();
    else if (die < 0.8) point();
    else if (die < 0.84) await go(-1);
    else if (die < 0.85) await go(1);
    else if (die < 0.9) key(pick(['Escape', 'Tab', 'Enter', ' ', 'Backspace', 'F5']));
    else if (die < 0.93) { const element = pick(controls()); press(element); press(element); }
    else if (die < 0.96) fingers(pick([2, 10]));
    else if (die < 0.98) document.querySelector('form')?.requestSubmit();
    else scrollTo(0, random() * document.documentElement.scrollHeight);
  }
  /** What must hold at any time. */
  function look() {
    if (!document.getElementById('crash').hidden) seen.wrong.push('the program has stopped');
    cleared = !document.getElementById('app');
    if (cleared) return;
    if (controls().length === 0) seen.wrong.push(`nothing to touch: ${document.body.innerText.slice(0, 200)}`);
    seen.titles.add(document.querySelector('h1')?.textContent ?? '');
    quiet = changes === 0 ? quiet + 1 : 0;
    changes = 0;
    seen.quiet = Math.max(seen.quiet, quiet);
  }
  const { port1, port2 } = new MessageChannel();
  const breath = () => new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); });
  for (let done = 1; done <= count && !cleared; done += 1) {
    await act();
    await breath();
    look();
    seen.done += 1;
    if (done % 25 === 0 || done === count || cleared || seen.wrong.length > 0) {
      window.tell({ ...seen, titles: [...seen.titles] });
      if (seen.wrong.length > 0) break;
      seen = fresh();
    }
  }
  observer.disconnect();

  // Inside, because the page knows nothing of this module.
  function mulberry(state) {
    return () => {
      state = (state + 0x6D2B79F5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Real touches, drags, pinches and keys: commands of the browser's own input, `count` of them. */
export function commands(random, count, places, { width, height }) {
  const point = () => ({ x: random() * width, y: random() * height });
  const place = () => (random() < 0.6 && places.length > 0 ? places[Math.floor(random() * places.length)] : point());
  const touch = (type, touchPoints) => ['Input.dispatchTouchEvent', { type, touchPoints }];
  const tap = (at) => [touch('touchStart', [at]), touch('touchEnd', [])];
  const mouse = (type, at, button) => ['Input.dispatchMouseEvent', { type, ...at, button, clickCount: 1 }];
  const key = (key, more = {}) => ['keyDown', 'keyUp'].map((type) => ['Input.dispatchKeyEvent', { type, key, code: key, ...more }]);
  const kinds = [
    () => tap(place()),
    () => { const at = place(); return [...tap(at), ...tap(at)]; },
    () => { const at = place(); return [mouse('mousePressed', at, 'left'), mouse('mouseReleased', at, 'left')]; },
    () => { const at = place(); return [mouse('mousePressed', at, 'right'), mouse('mouseReleased', at, 'right')]; },
    () => [touch('touchStart', [point()]), ...[1, 2, 3].map(() => touch('touchMove', [point()])), touch('touchEnd', [])],
    () => [touch('touchStart', [point(), point()]), touch('touchMove', [point(), point()]), touch('touchEnd', [])],
    () => [touch('touchStart', Array.from({ length: 10 }, point)), touch('touchEnd', [])],
    () => [['Input.insertText', { text: ['😀', '\u0000', '\u202E', '字'.repeat(999), '91', '0'][Math.floor(random() * 6)] }]],
    () => key(['Escape', 'Tab', 'Enter', 'Backspace', 'ArrowDown', 'F5', 'F11', 'F12', 'Home'][Math.floor(random() * 9)]),
    // Ctrl+N, Ctrl+P, Ctrl+S, Ctrl+O, Ctrl+L, Ctrl+W, Ctrl+Shift+I, Alt+Left.
    () => key(['n', 'p', 's', 'o', 'l', 'w'][Math.floor(random() * 6)], { modifiers: 2 }),
    () => key('i', { modifiers: 10 }),
    () => key('ArrowLeft', { modifiers: 1 }),
  ];
  const likely = [...Array(8).fill(0), 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11];
  const made = [];
  while (made.length < count) made.push(...kinds[likely[Math.floor(random() * likely.length)]]());
  return made;
}
