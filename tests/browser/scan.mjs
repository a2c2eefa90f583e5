// Looks for a canary in files, in every form in which a browser writes text.
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is not read: larger than anything that a browser writes in these tests. */
const LARGEST = 256 << 20;
/** Places that everybody may write to. */
const SHARED = [...new Set([tmpdir(), '/tmp', '/dev/shm'])];

/** Where any of the canaries stands in the files under `root`. */
export function scan(root, birds) {
  return look(files(root), birds);
}

/**
 * Where a number stands by itself in the files under `root`. A few digits alone would be found
 * inside the times that a browser notes everywhere.
 */
export function scanNumber(root, digits) {
  const wide = [...digits].join('\\0');
  const alone = new RegExp(`(?<!\\d)${digits}(?!\\d)|(?<!\\d\\0)${wide}(?!\\0\\d)`);
  return [...files(root)].filter((path) => {
    const bytes = readable(() => readFileSync(path));
    return bytes !== undefined && alone.test(bytes.toString('latin1'));
  });
}

/** Where any stands in what was written since `since` in places that everybody may write to. */
export function scanShared(birds, since, but) {
  const paths = new Set(SHARED.flatMap((place) => [...files(place, but)]));
  return look([...paths].filter((path) => written(path) >= since), birds);
}

function look(paths, birds) {
  const needles = birds.flatMap(forms);
  return [...paths].flatMap((path) => hits(path, needles));
}

/** The forms of a canary as bytes; those of a text, of a figure and of a day. */
function forms({ rare, token, figure, day }) {
  const inside = [0, 1, 2].map((shift) => {
    // Base64 of the middle of a longer text: whole groups of three bytes at each of the shifts.
    const whole = Buffer.from(token).subarray((3 - shift) % 3);
    return whole.subarray(0, whole.length - (whole.length % 3)).toString('base64');
  });
  const percent = encodeURIComponent(rare);
  const escaped = [...rare].map((sign) => `\\u${sign.charCodeAt(0).toString(16)}`).join('');
  const texts = [token, token.toUpperCase(), figure, day, `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`];
  const wide = [rare, ...texts].map((text) => Buffer.from(text, 'utf16le'));
  return [
    ...[rare, ...texts, ...inside, percent, percent.toLowerCase(), escaped].map((text) => Buffer.from(text)),
    ...wide,
    ...wide.map((bytes) => Buffer.from(bytes).swap16()),
    Buffer.from(Buffer.from(token).toString('hex')),
  ];
}

function hits(path, needles) {
  const bytes = readable(() => readFileSync(path));
  if (!bytes) return [];
  const at = needles.map((needle) => [needle, bytes.indexOf(needle)]).filter(([, at]) => at >= 0);
  return at.map(([needle, at]) => {
    const around = bytes.subarray(at, at + needle.length + 12).toString('latin1');
    return `${path}: ${JSON.stringify(around)}`;
  });
}

/** Plain files under a directory; `but` is left out. */
function* files(directory, but) {
  for (const entry of readable(() => readdirSync(directory, { withFileTypes: true })) ?? []) {
    const path = join(directory, entry.name);
    if (path === but) continue;
    if (entry.isDirectory()) yield* files(path, but);
    if (entry.isFile() && (readable(() => lstatSync(path).size) ?? Infinity) <= LARGEST) yield path;
  }
}

function written(path) {
  return readable(() => lstatSync(path).mtimeMs) ?? 0;
}

/** What may be gone by the time one looks, or is another's. */
function readable(look) {
  try { return look(); } catch { return undefined; }
}
