/**
 * Play, pause, step, rewind, the line of months, and the speed.
 */
import { button, h, icon, refill, shapes } from './dom.js';
import { api } from './api.js';
import { dated } from './format.js';
import { lived, owner, takeUp } from './game.js';
import { goTo, lastMonth, step, toggle } from './play.js';
import { notice } from './notice.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

export const speeds = [1, 2, 4, 8, 16];

export function transport() {
  const mark = icon(shapes.play);
  const go = button(mark, toggle, { class: 'round primary', 'aria-label': () => say(state.playing ? 'pause' : 'play'), 'aria-keyshortcuts': 'Space' });
  const small = (shape, key, act, shortcut) => button(icon(shape), act, { class: 'round', 'aria-label': saying(key), title: saying(key), 'aria-keyshortcuts': shortcut });
  const line = h('input', {
    type: 'range', min: '1', max: '120', step: '1', value: '1', class: 'months', 'aria-label': saying('month.choose'),
    oninput: (event) => {
      goTo(Number(event.target.value));
      line.value = String(state.month);
    },
  });
  const dates = h('div', { class: 'dates', 'aria-hidden': 'true' });
  const date = h('output', { class: 'date' });
  const speed = h('select', { class: 'small', 'aria-label': saying('speed'), onchange: (event) => set({ speed: Number(event.target.value) }) },
    speeds.map((rate) => h('option', { value: rate }, saying('speed.rate', { rate }))));
  const stop = button('', async () => {
    try { takeUp(await api.post(api.game(state.game.id, living() ? 'pause' : 'live'), {})); } catch (refusal) { notice(refusal); }
  }, { class: 'quiet small', 'data-compute': true });
  const box = h('div', { class: 'transport', role: 'group', 'aria-label': saying('transport.label') },
    small(shapes.rewind, 'rewind', () => goTo(1), 'Home'), small(shapes.back, 'step.back', () => step(-1), 'ArrowLeft'), go,
    small(shapes.forward, 'step.on', () => step(1), 'ArrowRight'),
    h('div', { class: 'line-of-months' }, line, dates), date, h('label', { class: 'speed' }, speed), stop);
  const draw = () => {
    box.hidden = !state.game;
    if (!state.game) return;
    const { game } = state;
    mark.firstChild.setAttribute('d', state.playing ? shapes.pause : shapes.play);
    go.setAttribute('aria-label', say(state.playing ? 'pause' : 'play'));
    line.max = String(game.months);
    line.value = String(state.month);
    const text = `${say('month.of', { month: state.month, months: game.months })} · ${dated(game.start, state.month)}`;
    line.setAttribute('aria-valuetext', text);
    const reached = Math.max(0, lived(game.sides.filter((side) => state.shown.includes(side.side))));
    line.style.setProperty('--lived', `${(100 * (reached - 1)) / Math.max(1, game.months - 1)}%`);
    line.style.setProperty('--now', `${(100 * (state.month - 1)) / Math.max(1, game.months - 1)}%`);
    const idle = game.sides.some((side) => ['paused', 'cancelled'].includes(side.status) && side.lived < game.months);
    stop.hidden = state.workshop?.role === 'group' || !(living() || idle);
    stop.textContent = say(living() ? 'stop' : 'go.on');
    refill(date, h('b', {}, dated(game.start, state.month)), h('span', {}, say('month.of', { month: state.month, months: game.months })),
      living() && state.month >= lastMonth() ? h('span', { class: 'living' }, say('living')) : null);
    speed.value = String(state.speed);
  };
  const mark_events = () => refill(dates, state.game ? marks() : null);
  on(['game', 'month', 'playing', 'arrived', 'speed', 'shown'], draw);
  on(['game', 'side'], mark_events);
  onLanguage(() => { draw(); mark_events(); });
  return box;
}

/** Whether months of some side are still being computed. */
const living = () => state.game.sides.some((side) => ['living', 'waiting'].includes(side.status) && side.lived < state.game.months);

/** Where on the line the regime changes by itself, and where futures fork off. */
function marks() {
  const { game } = state;
  const side = game.sides[state.side];
  const regime = state.catalogue.regimes.find((one) => one.id === owner(side, 1).regime);
  const place = (month, kind, title) => {
    const mark = h('i', { class: kind, title });
    mark.style.setProperty('left', `${(100 * (month - 1)) / Math.max(1, game.months - 1)}%`);
    return month >= 1 && month <= game.months ? mark : null;
  };
  return [
    ...(regime?.events ?? []).map((event) => place(event.month, 'dated', `${dated(game.start, event.month)}: ${told(event.title)}`)),
    ...game.sides.filter((one) => one.from).map((one) => place(one.from, 'forked', say('fork.at', { month: one.from }))),
  ];
}

