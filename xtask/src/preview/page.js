// The preview of one questionnaire: keeps the answers, asks the server what they lead to, and
// asks again when a file was saved. view.js and panel.js draw what the server says.

import { errors, notice, questions } from './view.js';
import { panel } from './panel.js';

const place = (id) => document.getElementById(id);
const kept = JSON.parse(sessionStorage.getItem('preview') ?? '{}');
// What outlives a change of the files: the answers, what is half typed, what was unfolded.
const memory = {
  answers: kept.answers ?? {},
  on: kept.on ?? null,
  lost: [],
  drafts: new Map(),
  unfolded: new Map(),
  opened: new Set(),
};
let queue = Promise.resolve();

/** Asks for the state, after one more answer if there is one; one request at a time. */
function ask(set, why) {
  queue = queue.then(() => evaluate(set, why)).catch(() => say('算不出来：预览程序没有回应。'));
}

async function evaluate(set, why) {
  say('正在算…');
  const request = { answers: memory.answers, on: memory.on, set: set ?? null };
  const response = await fetch('/state', { method: 'POST', body: JSON.stringify(request) });
  const state = await response.json();
  if (state.preview) {
    remember(state.preview, set);
  }
  keepingPlace(set?.item, () => draw(state, why));
  say(state.preview ? `已按最新的文件显示 · ${time()}` : `文件有错 · ${time()}`);
}

function remember(preview, set) {
  memory.answers = preview.answers;
  sessionStorage.setItem('preview', JSON.stringify({ answers: memory.answers, on: memory.on }));
  if (set || preview.lost.length > 0) {
    memory.lost = preview.lost;
  }
  if (set && !preview.did?.refused) {
    memory.drafts.delete(set.item);
  }
}

function draw(state, why) {
  document.body.classList.toggle('broken', !state.preview);
  place('restart').disabled = !state.preview;
  if (!state.preview) {
    place('questions').replaceChildren(errors(state.errors));
    place('panel').replaceChildren();
    return;
  }
  const { preview } = state;
  place('title').textContent = `预览：${preview.title}`;
  document.title = `预览 ${preview.title}`;
  place('on').value = preview.on;
  const actions = { answer: (item, answer) => ask({ item, answer }), memory, clearNotice };
  place('questions').replaceChildren(...notice(actions), ...questions(preview, actions));
  place('panel').replaceChildren(...panel(preview, why, actions));
}

function clearNotice() {
  memory.lost = [];
  ask(null);
}

/** Draws without moving what the author looks at, and keeps the focus where it was. */
function keepingPlace(item, drawing) {
  const cards = () => [...document.querySelectorAll('[data-question]')];
  const find = (id) => cards().find((card) => card.dataset.question === id);
  const anchor = item ?? cards().find((card) => top(card) >= 0)?.dataset.question;
  const before = top(find(anchor));
  const focused = document.activeElement?.dataset?.key;
  const scrolled = place('panel').scrollTop;
  drawing();
  const after = top(find(anchor));
  if (before !== null && after !== null) {
    window.scrollBy(0, after - before);
  }
  place('panel').scrollTop = item ? 0 : scrolled;
  if (focused) {
    const again = [...document.querySelectorAll('[data-key]')];
    again.find((one) => one.dataset.key === focused)?.focus({ preventScroll: true });
  }
}

function top(element) {
  return element ? element.getBoundingClientRect().top : null;
}

/** Waits for each new state of the files; the first answer comes at once. */
async function follow() {
  let number = 0;
  let why = 'start';
  for (;;) {
    try {
      const response = await fetch(`/changed/${number}`);
      const next = await response.json();
      if (next !== number) {
        ask(null, why);
      }
      number = next;
      why = 'saved';
    } catch {
      number = 0;
      say('预览程序停了。请在终端里重新运行，这一页会自己接上。');
      await new Promise((done) => setTimeout(done, 2000));
    }
  }
}

function say(text) {
  place('status').textContent = text;
}

function time() {
  return new Date().toLocaleTimeString('zh-CN', { hour12: false });
}

place('on').addEventListener('change', (event) => {
  memory.on = event.target.value || null;
  ask(null);
});
place('restart').addEventListener('click', () => {
  memory.answers = {};
  memory.lost = [];
  memory.drafts.clear();
  ask(null);
});
follow();
