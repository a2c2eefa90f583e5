// Draws the panel beside the questions: what the last answer did, and what stands now.

import { el, fold } from './view.js';

/** The whole panel. */
export function panel(preview, why, actions) {
  return [
    el('h2', {}, '刚才的答案'),
    ...lastAnswer(preview, why, actions),
    el('hr'),
    el('h2', {}, '现在的发现', el('small', {}, `${preview.findings.length} 项`)),
    ...none(preview.findings, '还没有发现。').map((one) => finding(one, 'now', actions)),
    ...standing('期限', preview.deadlines.map(deadline)),
    ...standing('金额合计', preview.exposure ? [el('p', {}, money(preview.exposure))] : []),
  ];
}

/** The values, or a sentence where there are none. */
function none(values, sentence) {
  return values.length > 0 ? values : [sentence];
}

function standing(title, parts) {
  return parts.length > 0 ? [el('h2', {}, title), ...parts] : [];
}

function lastAnswer(preview, why, actions) {
  const { did } = preview;
  if (!did) {
    const text = why === 'saved' ? '文件存过盘，题目和结果已经重新读入。' : '点一个答案，这里写出它做了什么。';
    return [el('p', { class: 'quiet' }, text)];
  }
  const head = el('p', { class: 'did' }, `“${did.text}”`, el('b', {}, did.shown === null ? '收回了答案' : did.shown));
  if (did.refused) {
    return [el('p', { class: 'did' }, `“${did.text}”`), el('p', { class: 'refused' }, `没有采用：${did.refused}`)];
  }
  const parts = changes(did, actions);
  return [head, ...(parts.length > 0 ? parts : [el('p', { class: 'quiet' }, '题目、发现、期限和金额都没有变。')])];
}

function changes(did, actions) {
  const { difference: now } = did;
  return [
    ...list('打开了', '题', 'up', now.opened.map((one) => one.text)),
    ...list('关闭了', '题', 'down', now.closed.map((one) => one.text)),
    ...list('丢掉了', '个答案', 'down', did.dropped.map((one) => `“${one.question}”答的“${one.shown}”`)),
    ...elsewhere(now),
    ...findings('新的发现', now.appeared, 'new', actions),
    ...findings('变了的发现', now.changed.map(([, after]) => after), 'changed', actions),
    ...now.changed.flatMap(([before, after]) => compared(before, after)),
    ...list('不再有', '项发现', 'down', now.gone.map((one) => `${one.title}（${one.word}）`)),
    ...list('说不清', '项发现，进“要查清的事”', 'down', now.unsure.map((one) => `${one.title}（${one.word}）`)),
    ...standingHere('新的期限', now.deadlines.map(deadline)),
    ...list('不再有', '个期限', 'down', now.deadlines_gone.map((one) => one.title)),
    ...total(now.exposure),
  ];
}

function standingHere(title, parts) {
  return parts.length > 0 ? [el('h3', {}, title), ...parts] : [];
}

function list(verb, unit, name, lines) {
  if (lines.length === 0) {
    return [];
  }
  const items = lines.map((line) => el('li', {}, line));
  return [el('h3', {}, `${verb} ${lines.length} ${unit}`), el('ul', { class: name }, items)];
}

function elsewhere(now) {
  const parts = [
    now.opened_elsewhere > 0 ? `多了 ${now.opened_elsewhere} 题` : '',
    now.closed_elsewhere > 0 ? `少了 ${now.closed_elsewhere} 题` : '',
  ].filter(Boolean);
  return parts.length > 0 ? [el('p', { class: 'quiet' }, `全面体检时，别的问卷${parts.join('，')}。`)] : [];
}

function findings(title, all, where, actions) {
  return all.length > 0 ? [el('h3', {}, title), ...all.map((one) => finding(one, where, actions))] : [];
}

/** Where only the level of a finding changed, from what to what. */
function compared(before, after) {
  return before.level === after.level
    ? []
    : [el('p', { class: 'quiet' }, `“${after.title}”从${before.word}变为${after.word}。`)];
}

function finding(one, where, actions) {
  if (typeof one === 'string') {
    return el('p', { class: 'quiet' }, one);
  }
  const summary = [
    el('span', { class: `level ${one.level}` }, one.word),
    el('span', { class: 'name' }, one.title,
      el('small', {}, `可能性 ${one.likelihood} × 影响 ${one.consequence} ＝ ${one.score}`,
        one.raised.length > 0 ? `；抬高等级：${one.raised.join('、')}` : ''),
      one.exposure ? el('small', {}, `金额 ${money(one.exposure[0])}`) : null),
  ];
  const because = one.because.map((reason) => el('li', {}, `“${reason.question}”答“${reason.shown}”`));
  return fold(
    `${where}:${one.id}`,
    summary,
    actions,
    where === 'new',
    el('p', {}, el('b', {}, '因为')),
    el('ul', {}, because),
    el('p', {}, el('b', {}, '后果 '), one.effects),
    exposure(one),
  );
}

function exposure(one) {
  if (one.exposure) {
    const [, how] = one.exposure;
    return el('p', {}, el('b', {}, '金额 '), how);
  }
  const needs = one.exposure_needs.map((text) => `“${text}”`).join('、');
  return needs ? el('p', {}, el('b', {}, '金额 '), `要先答${needs}`) : null;
}

function money(sum) {
  return sum.low === sum.high ? `${sum.low} 元` : `${sum.low} 元到 ${sum.high} 元`;
}

function total(exposure) {
  if (!exposure) {
    return [];
  }
  const [before, after] = exposure.map((sum) => (sum ? money(sum) : '没有金额'));
  return [el('h3', {}, '金额合计'), el('p', {}, `${before} → ${after}`)];
}

function deadline(one) {
  const left = one.days_left < 0
    ? `已过 ${-one.days_left} 天`
    : (one.days_left === 0 ? '就是今天' : `还有 ${one.days_left} 天`);
  return el(
    'div',
    { class: `deadline ${one.state}` },
    el('p', {}, el('b', {}, one.title)),
    el('p', {}, `最后一天 ${one.due}，${left}`),
    el('small', {}, one.counted),
  );
}
