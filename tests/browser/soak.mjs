// One visit after the other in the same page, and what they leave in its memory. By hand, against a
// page that is served (see playwright.config.mjs): node soak.mjs 200
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';

/** Runs before the page: keeps the memory of the program in sight. */
export function watchMemory() {
  for (const way of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[way].bind(WebAssembly);
    WebAssembly[way] = async (...given) => {
      const made = await own(...given);
      window.memory = made.instance.exports.memory;
      return made;
    };
  }
}

/** Runs in the page: a quick check from the start to its report, one sheet, and Back to the start. */
export async function visit() {
  const { port1, port2 } = new MessageChannel();
  const breath = () => new Promise((resolve) => { port1.onmessage = resolve; port2.postMessage(0); });
  const find = (name) => [...document.querySelectorAll('button:enabled')]
    .find((button) => button.textContent.includes(name));
  const title = () => document.querySelector('h1')?.textContent ?? '';
  async function until(holds) {
    for (let times = 0; !holds(); times += 1) {
      if (times > 10_000) throw new Error(`nothing comes after “${title()}”`);
      await breath();
    }
  }
  /** Presses a button and waits for another screen. */
  async function press(button) {
    const before = title();
    button.click();
    await until(() => title() !== before);
  }
  async function answer() {
    const field = document.querySelector('form input[type=text]');
    const boxes = document.querySelectorAll('form [role=checkbox]');
    const way = find('不清楚') ?? find('跳过');
    if (way) return press(way);
    if (field) {
      field.value = '20';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    if (field || boxes.length > 0) {
      [...boxes].at(-1)?.click();
      return press(find('下一题'));
    }
    return press(document.querySelector('form .option'));
  }
  const start = title();
  await press(find('开始体检'));
  while (title() !== '检查答案') {
    if (find('快速体检')) await press(find('快速体检'));
    else if (title() === '要查的方面') await press(document.querySelector('.actions .primary'));
    else await answer();
  }
  await press(find('生成报告'));
  const sheet = document.querySelector('details.take button');
  if (sheet) {
    await press(sheet);
    await press(find('上一步'));
  }
  while (title() !== start) await press(find('上一步'));
}

/** What the page holds, after everything that is no longer used is gone. */
export async function measure(page, session) {
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name) => metrics.find((metric) => metric.name === name).value;
  return {
    heap: read('JSHeapUsedSize'),
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    program: await page.evaluate(() => window.memory.buffer.byteLength),
  };
}

async function soak(visits) {
  const browser = await chromium.launch(config.use.launchOptions);
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  const session = await page.context().newCDPSession(page);
  page.on('pageerror', (error) => { throw error; });
  await page.addInitScript(watchMemory);
  await page.goto(config.use.baseURL);
  await page.getByRole('button', { name: '开始体检' }).waitFor();
  for (let done = 1; done <= visits; done += 1) {
    await page.evaluate(visit);
    if (done <= 10 || done % 10 === 0) console.log(done, JSON.stringify(await measure(page, session)));
  }
  await browser.close();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await soak(Number(process.argv[2] ?? 200));
