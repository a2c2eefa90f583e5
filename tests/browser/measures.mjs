// What is measured on a screen. Each function looks at the page as it is and returns what it found.

/** The corner of the staff: nobody else sees it, and a touch shorter than five seconds does nothing. */
const CORNER = '.corner';

/** What a visitor can touch, as a selector. */
const CONTROLS = `button:not(${CORNER}), a[href], input, select, textarea, summary, [role="button"], [role="checkbox"]`;

/** Controls with their whole boxes, in CSS pixels. */
export async function controls(page) {
  return page.evaluate((selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility() && !element.closest('[inert]'))
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40), width, height };
    }), CONTROLS);
}

/** Pairs of controls that are nearer to each other than `least` pixels. */
export async function gaps(page, least) {
  return page.evaluate(([selector, least]) => {
    const over = document.querySelector('.veil:not([hidden])');
    const found = [...(over ?? document).querySelectorAll(selector)]
      // What stays at the lower edge lies over what moves behind it.
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && (over || !element.closest('.actions')))
      .map((element) => ({ element, box: element.getBoundingClientRect(), middle: Boolean(element.closest('main')) }));
    const close = [];
    found.forEach((one, at) => {
      for (const other of found.slice(at + 1)) {
        const across = Math.max(one.box.left - other.box.right, other.box.left - one.box.right);
        const down = Math.max(one.box.top - other.box.bottom, other.box.top - one.box.bottom);
        const apart = Math.max(across, down);
        const inside = one.element.contains(other.element);
        if (!inside && one.middle === other.middle && apart < least - 0.5) {
          close.push(`${one.element.textContent} | ${other.element.textContent}: ${apart.toFixed(1)}`);
        }
      }
    });
    return close;
  }, [CONTROLS, least]);
}

/** Names of controls that can be touched above the middle of the screen. */
export async function inTheUpperHalf(page) {
  return page.evaluate((selector) => {
    const found = new Set();
    for (let y = 4; y < innerHeight / 2; y += 12) {
      for (let x = 4; x < innerWidth; x += 24) {
        const control = document.elementFromPoint(x, y)?.closest(selector);
        if (control) found.add(`${control.textContent.trim().slice(0, 40)} at ${y}`);
      }
    }
    return [...found];
  }, CONTROLS);
}

/** Names of controls that are hidden behind something else when they are gone to. */
export async function obscured(page) {
  return page.evaluate(async (selector) => {
    const over = document.querySelector('.veil:not([hidden])');
    const middle = document.getElementById('main');
    // While the panel is open, the middle has what height is left.
    const panel = document.querySelector('.panel');
    const was = [scrollY, middle?.scrollTop];
    const drawn = () => new Promise((next) => { requestAnimationFrame(next); });
    const hidden = [];
    for (const element of (over ?? document).querySelectorAll(selector)) {
      if (!element.checkVisibility() || (panel && middle.contains(element))) continue;
      // What was far away is laid out when it is drawn, and may move what was gone to.
      for (let before = null; before !== element.getBoundingClientRect().top;) {
        element.scrollIntoView({ block: 'nearest' });
        before = element.getBoundingClientRect().top;
        await drawn();
      }
      // The middle of what is in sight; magnified, a choice is taller than the screen.
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const down = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
      const hit = document.elementFromPoint((left + right) / 2, down);
      if (!(hit && (element.contains(hit) || hit.closest('label')?.contains(element)))) {
        const name = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
        hidden.push(`${name} at ${Math.round(down)}: ${hit?.className}`);
      }
    }
    scrollTo(0, was[0]);
    if (middle) middle.scrollTop = was[1];
    return hidden;
  }, CONTROLS);
}

/** What reaches beyond the screen or is cut, outside tables, which move by themselves. */
export async function cutOff(page) {
  return page.evaluate((corner) => {
    const found = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push('the page is wider than the screen');
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility() || element.closest(`.table, .hidden, svg, ${corner}`)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 30)}`;
      if (width > 0 && (left < -0.5 || right > wide + 0.5)) found.push(`beyond the edge: ${name}`);
      const { overflowX, overflowY, position } = getComputedStyle(element);
      const clips = [overflowX, overflowY].some((way) => way !== 'visible');
      if (clips && element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'INPUT') found.push(`cut: ${name}`);
      // What stands still over the upper half must show all of itself.
      if (position === 'fixed' && element.scrollHeight > element.clientHeight + 1 && !element.matches('.veil')) {
        found.push(`too tall: ${name}`);
      }
      const frame = document.querySelector('.disclaimer');
      if (position === 'fixed' && element.closest('main') && element.getBoundingClientRect().top < frame.getBoundingClientRect().bottom) {
        found.push(`behind the frame: ${name}`);
      }
    }
    return found;
  }, CORNER);
}

/** Every piece of text with its contrast to what is behind it. */
export async function contrasts(page) {
  return page.evaluate(() => {
    const parse = (colour) => {
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      return { rgb: [red, green, blue], alpha };
    };
    const light = (rgb) => {
      const [red, green, blue] = rgb.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element) => {
      for (let it = element; it; it = it.parentElement) {
        const { rgb, alpha } = parse(getComputedStyle(it).backgroundColor);
        if (alpha === 1) return rgb;
      }
      return [255, 255, 255];
    };
    const ratio = (element, pseudo) => {
      const [one, other] = [parse(getComputedStyle(element, pseudo).color).rgb, behind(element)].map(light);
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    };
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.data.trim();
      if (!text || !element.checkVisibility() || element.closest('script, [inert]')) continue;
      found.push({ text: text.slice(0, 30), ratio: ratio(element) });
    }
    for (const input of document.querySelectorAll('input[placeholder]')) {
      found.push({ text: input.placeholder, ratio: ratio(input, '::placeholder') });
    }
    return found;
  });
}

/** What is wrong with the focus: nothing, that there is none, or that it cannot be seen. */
export async function unfinishedFocus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    // The end of the page: the browser's own bar comes next.
    if (!element || element === document.body) return '';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `not seen: ${element.outerHTML.slice(0, 120)}`;
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? '' : `out of sight: ${element.outerHTML.slice(0, 120)}`;
  });
}
