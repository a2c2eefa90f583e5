// Draws the questions. Whatever comes from the files is put in as text, never as markup.

/** An element with attributes, listeners (functions) and children (elements or text). */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== ''));
  return element;
}

/** A part that can be folded; it stays as the author left it. */
export function fold(key, summary, actions, open, ...children) {
  const { unfolded } = actions.memory;
  const toggle = (event) => unfolded.set(key, event.currentTarget.open);
  const is = unfolded.get(key) ?? open;
  const details = el('details', { open: is }, el('summary', { 'data-key': key }, summary), children);
  // Added late, so that what is drawn open does not count as the author's doing.
  setTimeout(() => details.addEventListener('toggle', toggle));
  return details;
}

/** Everything that is wrong with the files, in place of the questions. */
export function errors(all) {
  const line = (error) =>
    el('li', {}, error.place ? el('code', {}, error.place) : null, el('p', {}, error.message));
  return el(
    'div',
    { class: 'errors', role: 'alert' },
    el('h2', {}, `有 ${all.length} 处要改`),
    el('p', {}, '改好存盘，这里自动恢复；已经给的答案都留着。'),
    el('ol', {}, all.map(line)),
  );
}

/** The answers that are no longer valid. */
export function notice(actions) {
  const { lost } = actions.memory;
  if (lost.length === 0) {
    return [];
  }
  const line = (one) => el('li', {}, `“${one.text}”答的“${one.shown}”：${one.why}`);
  const close = el('button', { type: 'button', click: actions.clearNotice }, '知道了');
  const title = `${lost.length} 个答案不再有效，已经去掉`;
  return [el('div', { class: 'notice', role: 'alert' }, el('strong', {}, title), el('ul', {}, lost.map(line)), close)];
}

/** All questions: those of other packs folded, then the pack's own. */
export function questions(preview, actions) {
  const asked = new Set((preview.did?.difference.opened ?? []).map((one) => one.link_id));
  const draw = (question) => card(question, preview, actions, asked.has(question.link_id));
  const earlier = preview.earlier.map((group) => earlierGroup(group, preview, actions, draw));
  const own = preview.sections.flatMap((group) => [
    el('h2', {}, group.title, el('small', {}, `共 ${group.questions.length} 题，现在问 ${group.open}`)),
    ...group.questions.map(draw),
  ]);
  const before = earlier.length > 0 ? [el('h2', {}, '前面的题'), ...earlier] : [];
  return [...outside(preview), ...before, ...own];
}

/** The questions of another pack; those that this pack does not look at are folded once more. */
function earlierGroup(group, preview, actions, draw) {
  const used = group.questions.filter((question) => question.used);
  const others = group.questions.filter((question) => !question.used);
  const count = `${group.questions.length} 题，答了 ${group.answered}；本问卷用到 ${used.length} 题`;
  const summary = [el('strong', {}, group.title), ` ${count}`];
  // Opened for the author where the pack waits for it, until what it waits for is answered.
  const { opened } = actions.memory;
  const waits = used.some((question) => question.open && question.shown === null);
  const needed = waits && (preview.closed.length > 0 || opened.has(group.title));
  if (needed) {
    opened.add(group.title);
  }
  const rest = others.length > 0
    ? fold(`others:${group.title}`, `本问卷用不到的 ${others.length} 题`, actions, used.length === 0, others.map(draw))
    : null;
  return fold(`group:${group.title}`, summary, actions, needed, used.map(draw), rest);
}

/** Why the whole pack is not asked. */
function outside(preview) {
  if (preview.closed.length === 0) {
    return [];
  }
  const title = '整份问卷现在不出现。先回答下面“前面的题”。要这样才出现：';
  return [el('div', { class: 'notice' }, el('strong', {}, title), conditions(preview.closed))];
}

function conditions(all) {
  const line = (one) => el('li', {}, one.words, el('small', {}, one.now.join('；')));
  return el('ul', { class: 'conditions' }, all.map(line));
}

function card(question, preview, actions, fresh) {
  return question.open ? open(question, preview, actions, fresh) : closed(question, actions);
}

function tags(question, fresh) {
  const tag = (text, name) => el('span', { class: `tag ${name}` }, text);
  return el(
    'p',
    { class: 'tags' },
    el('code', {}, question.link_id),
    question.quick ? tag('快速体检也问', 'quick') : null,
    question.optional ? tag('可以不答', 'quick') : null,
    fresh ? tag('刚打开', 'fresh') : null,
  );
}

function open(question, preview, actions, fresh) {
  const { link_id: id } = question;
  const did = preview.did?.link_id === id ? preview.did : null;
  const again = () => actions.answer(id, null);
  return el(
    'article',
    { 'data-question': id, class: question.shown === null ? 'open' : 'open answered' },
    tags(question, fresh),
    el('h3', {}, question.text),
    question.hint ? el('p', { class: 'hint' }, question.hint) : null,
    question.field ? field(question, actions) : null,
    did?.refused ? el('p', { class: 'refused', role: 'alert' }, did.refused) : null,
    el('div', { class: 'choices' }, question.choices.map((one, at) => choice(id, one, at, actions))),
    question.shown === null
      ? null
      : el('p', { class: 'answer' }, `现在的答案：${question.shown} `,
          el('button', { type: 'button', class: 'link', 'data-key': `${id}:back`, click: again }, '收回')),
    behind(question, actions),
  );
}

function closed(question, actions) {
  const unmet = question.conditions.filter((one) => !one.holds);
  const reason = unmet.length > 0
    ? [el('p', { class: 'why' }, '现在不问。要这样才问：'), conditions(unmet)]
    : [el('p', { class: 'why' }, '现在不问：整份问卷不出现。')];
  const labels = question.choices.map((one) => el('li', {}, one.text, one.hint ? el('small', {}, one.hint) : null));
  const body = [
    question.hint ? el('p', { class: 'hint' }, question.hint) : null,
    question.field ? el('p', {}, range(question.field)) : null,
    el('ul', {}, labels),
    behind({ ...question, conditions: [] }, actions),
  ];
  return el(
    'article',
    { 'data-question': question.link_id, class: 'closed' },
    tags(question, false),
    el('h3', {}, question.text),
    reason,
    fold(`closed:${question.link_id}`, '看这一题', actions, false, body),
  );
}

function choice(id, one, at, actions) {
  const does = one.several ? '勾上会：' : '选了会：';
  const effect = one.chosen
    ? (one.several ? '已勾上，再点去掉' : '已选')
    : does + one.effect.join('；');
  const click = () => actions.answer(id, one.answer);
  return el(
    'button',
    {
      type: 'button',
      class: one.chosen ? 'choice chosen' : 'choice',
      'aria-pressed': String(one.chosen),
      'data-key': `${id}:${at}`,
      title: one.opens.length > 0 ? `打开：\n${one.opens.join('\n')}` : null,
      click,
    },
    el('span', { class: 'label' }, one.text, one.hint ? el('small', {}, one.hint) : null),
    el('span', { class: one.effect.some((part) => part.startsWith('发现')) ? 'effect found' : 'effect' }, effect),
  );
}

function range(field) {
  return [field.range, field.unit].filter(Boolean).join(' ');
}

function field(question, actions) {
  const { link_id: id, field: about } = question;
  const { drafts } = actions.memory;
  const typed = el('input', {
    type: about.kind === 'number' ? 'text' : about.kind,
    inputmode: about.kind === 'number' ? 'decimal' : null,
    autocomplete: 'off',
    'aria-label': question.text,
    'data-key': `${id}:field`,
    input: (event) => drafts.set(id, event.target.value),
  });
  typed.value = drafts.get(id) ?? about.value;
  const submit = (event) => {
    event.preventDefault();
    actions.answer(id, typed.value.trim() === '' ? null : typed.value);
  };
  return el(
    'form',
    { submit },
    typed,
    about.unit ? el('span', {}, about.unit) : null,
    el('button', { 'data-key': `${id}:submit` }, '填好'),
    about.range ? el('small', {}, about.range) : null,
  );
}

/** What stands behind a question: why, where, the law, when it is asked. */
function behind(question, actions) {
  const law = (one) =>
    el('li', {}, `${one.label}${one.edition ? `（${one.edition}）` : ''}`, el('small', {}, one.gist));
  const name = `依据（${question.basis.length} 条）`;
  return el(
    'div',
    { class: 'behind' },
    el('p', {}, el('b', {}, '为什么问 '), question.why),
    el('p', {}, el('b', {}, '到哪里查 '), question.find_out),
    question.conditions.length > 0
      ? el('p', {}, el('b', {}, '什么时候问 '), question.conditions.map((one) => one.words).join('；'))
      : null,
    question.basis.length > 0
      ? fold(`basis:${question.link_id}`, name, actions, false, el('ul', {}, question.basis.map(law)))
      : null,
  );
}
