/**
 * The board of a workshop: every group's place, month, money and course, side by side.
 */
import { button, h, s } from './dom.js';
import { observableName } from './chart.js';
import { find } from './game.js';
import { dated, measured, yuan } from './format.js';
import { dashes } from './palette.js';
import { notice } from './notice.js';
import { set, state } from './store.js';
import { ticks } from './ticks.js';
import { say, told } from './words.js';
import { leaveWorkshop, order, taskOf } from './workshop.js';

export function board() {
  const { workshop } = state;
  const { board: told_ } = workshop;
  const teacher = workshop.role === 'teacher';
  const address = `${location.origin}${location.pathname}#view=workshop&join=${told_.code}`;
  const status = told_.state;
  return [
    h('header', { class: 'board-head' },
      h('div', {}, h('p', { class: 'eyebrow' }, told(taskOf(told_)?.title)), h('h1', {}, told_.title), h('p', {}, told(taskOf(told_)?.text)),
        h('p', { class: 'facts' }, say('board.facts', { turn: told_.turn, budget: told_.budget === null || told_.budget === undefined ? '–' : yuan(told_.budget / 100), status: say(`board.${status}`) }))),
      h('div', { class: 'code-card' }, h('p', {}, say('workshop.code')), h('strong', { class: 'big-code' }, told_.code.toUpperCase()), h('p', { class: 'facts' }, address))),
    h('div', { class: 'row orders' },
      teacher ? [
        button(say('board.advance', { months: told_.turn }), () => order('advance'), { class: 'primary', disabled: status === 'closed' || told_.pace === 'free' || told_.horizon >= told_.months, 'data-order': 'advance' }),
        button(say(status === 'paused' ? 'board.resume' : 'board.pause'), () => order(status === 'paused' ? 'resume' : 'pause'), { disabled: status === 'closed' }),
        button(say('board.close'), () => order('close'), { disabled: status === 'closed' }),
      ] : null,
      workshop.role === 'group' ? button(say('board.back'), () => set({ view: 'studio' }), { class: 'primary' }) : null,
      button(say('board.leave'), leaveWorkshop, { class: 'quiet' }),
      h('span', { class: 'facts' }, told_.pace === 'free' ? say('workshop.pace.free') : say('board.until', { month: told_.horizon, months: told_.months }))),
    told_.groups.length ? standings(told_) : h('div', { class: 'empty big' }, h('p', {}, say('board.empty')), h('p', {}, say('board.empty.how', { code: told_.code.toUpperCase() }))),
    h('div', { class: 'board-charts' }, told_.groups.length ? goals(told_).map((goal) => course(told_, goal.observable)) : null),
  ];
}

const goals = (told_) => told_.goals ?? [];
const direction = (told_, key) => goals(told_).find((one) => one.observable === key)?.better ?? 'higher';
const observable = (key) => state.catalogue.observables.find((one) => one.key === key) ?? { key, meaning: key, unit: '' };

function standings(told_) {
  const { groups } = told_;
  const observables = goals(told_).map((goal) => goal.observable);
  const last = (group, key) => group.values?.[key] ?? group.series?.[key]?.at(-1) ?? null;
  const best = (key) => {
    const values = groups.map((group) => last(group, key)).filter((value) => value !== null);
    if (new Set(values).size < 2) return null;
    return direction(told_, key) === 'lower' ? Math.min(...values) : Math.max(...values);
  };
  return h('div', { class: 'scroll-x', tabindex: '0', role: 'region', 'aria-label': say('board.standings') }, h('table', { class: 'standings' },
    h('caption', { class: 'unseen' }, say('board.standings')),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, say('board.group')), h('th', { scope: 'col' }, say('board.month')), h('th', { scope: 'col' }, say('board.spent')),
      observables.map((key) => h('th', { scope: 'col' }, observableName(observable(key)), ' ', h('span', { class: 'aim' }, say(`board.${direction(told_, key)}`)))), h('th', { scope: 'col' }, h('span', { class: 'unseen' }, say('board.replay'))))),
    h('tbody', {}, groups.map((group, at) => h('tr', {},
      h('th', { scope: 'row' }, mark(at), ' ', group.name, h('small', {}, say(`role.${group.role}`))),
      h('td', {}, group.monthsLived ?? 0, group.state === 'living' || group.state === 'waiting' ? h('small', {}, say('board.living'))
        : group.decided >= told_.horizon ? h('small', {}, say('board.decided')) : null),
      h('td', {}, yuan((group.spent ?? []).reduce((sum, fen) => sum + fen, 0) / 100)),
      observables.map((key) => {
        const value = last(group, key);
        return h('td', { class: value !== null && value === best(key) ? 'best' : null }, measured(value, observable(key).unit));
      }),
      h('td', {}, button(say('board.replay'), () => replay(group), { class: 'small', disabled: !group.monthsLived, 'data-replay': group.group })))))));
}

const mark = (at) => s('svg', { class: `swatch side-${at % 8}`, viewBox: '0 0 22 10', 'aria-hidden': 'true' }, s('line', { x1: 1, x2: 21, y1: 5, y2: 5, 'stroke-width': 3, 'stroke-dasharray': dashes[at % 8] }));

/** Opens a group's run in the studio, to be played and explained. */
async function replay(group) {
  try {
    await find(group.game);
    set({ view: 'studio', month: 1, shown: [0], side: 0, pane: 'stage', playing: true, right: 'log', left: 'setup' });
  } catch (refusal) { notice(refusal); }
}

/** One observable over the months, a line a group. */
function course(told_, key) {
  const one = observable(key);
  const width = 420, height = 190, left = 42, right = 10, top = 8, bottom = 20;
  const values = told_.groups.flatMap((group) => group.series?.[key] ?? []).filter((value) => value !== null);
  const high = Math.max(...values, one.unit === 'share' ? 0.05 : 1e-6) * 1.06, low = Math.min(0, ...values);
  const x = (month) => left + ((month - 1) / Math.max(1, told_.months - 1)) * (width - left - right);
  const y = (value) => height - bottom - ((value - low) / (high - low)) * (height - top - bottom);
  const path = (list) => list.map((value, at) => (value === null ? '' : `${at && list[at - 1] !== null ? 'L' : 'M'}${x(at + 1).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
  const start = state.catalogue.regimes.find((regime) => regime.id === told_.regime)?.start ?? '2013-01';
  return h('figure', { class: 'chart wide' }, h('figcaption', {}, h('span', { class: 'chart-name' }, observableName(one))),
    s('svg', { class: 'chart-drawing', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${observableName(one)} – ${told_.groups.map((group) => `${group.name} ${measured(group.series?.[key]?.at(-1), one.unit)}`).join(say('comma'))}` },
      ticks(low, high, 4).map((value) => [s('line', { class: 'grid', x1: left, x2: width - right, y1: y(value), y2: y(value) }), s('text', { class: 'tick', x: left - 5, y: y(value) + 3.5, 'text-anchor': 'end' }, measured(value, one.unit))]),
      [1, Math.round(told_.months / 2), told_.months].map((month, at) => s('text', { class: 'tick', x: x(month), y: height - 5, 'text-anchor': ['start', 'middle', 'end'][at] }, dated(start, month))),
      told_.horizon && told_.pace !== 'free' ? s('line', { class: 'now', x1: x(told_.horizon), x2: x(told_.horizon), y1: top, y2: height - bottom }) : null,
      told_.groups.map((group, at) => s('g', { class: `line side-${at % 8}`, 'stroke-dasharray': dashes[at % 8] }, s('path', { d: path(group.series?.[key] ?? []) })))));
}
