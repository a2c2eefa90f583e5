// Pictures of printed reports: node pictures.mjs <directory of pages> <directory of pictures>
// Pages one and two of each page as it is printed on A4, in sixteen greys. docs/pictures/README.md
// says how to make the pages. It needs pdftoppm (Debian: poppler-utils).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from '@playwright/test';

/** Largest picture, in bytes. */
const LARGEST = 60 * 1024;
/** Resolutions to try, in dots per inch: the first that is small enough is taken. */
const RESOLUTIONS = [110, 100, 90, 80, 70];
const PAGES = 2;

/** Width, height and one byte of grey for each dot. */
function readPgm(bytes) {
  const [magic, width, height, most] = bytes.toString('latin1', 0, 64).split(/\s+/, 4);
  if (magic !== 'P5' || most !== '255') throw new Error('pdftoppm gave no grey picture');
  const [w, h] = [Number(width), Number(height)];
  return { width: w, height: h, dots: bytes.subarray(bytes.length - w * h) };
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of sixteen greys, two dots in a byte. */
function png({ width, height, dots }) {
  const stride = 1 + Math.ceil(width / 2);
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = Math.round(dots[y * width + x] / 17);
      lines[y * stride + 1 + (x >> 1)] |= x % 2 ? grey : grey << 4;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** One page of a PDF, as sharp as its size allows. */
function picture(pdf, number) {
  for (const resolution of RESOLUTIONS) {
    const options = ['-gray', '-r', String(resolution), '-f', String(number), '-l', String(number)];
    const shown = execFileSync('pdftoppm', [...options, '-singlefile', pdf], { maxBuffer: 1 << 24 });
    const bytes = png(readPgm(shown));
    if (bytes.length <= LARGEST) return bytes;
  }
  throw new Error(`${pdf}: page ${number} is larger than ${LARGEST} bytes`);
}

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error('node pictures.mjs <directory of pages> <directory of pictures>');
mkdirSync(to, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'tijian-pictures-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const context = await browser.newContext({ offline: true, locale: 'zh-CN' });
  for (const name of readdirSync(from).filter((file) => file.endsWith('.html')).sort()) {
    const page = await context.newPage();
    await page.goto(pathToFileURL(resolve(from, name)).href);
    const pdf = join(scratch, 'report.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: false });
    await page.close();
    const pages = (readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
    for (let number = 1; number <= Math.min(PAGES, pages); number += 1) {
      const file = join(to, `${basename(name, '.html')}-${number}.png`);
      const bytes = picture(pdf, number);
      writeFileSync(file, bytes);
      console.log(`${file}: ${bytes.length} bytes, page ${number} of ${pages}`);
    }
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
