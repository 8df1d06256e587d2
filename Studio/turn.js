/**
 * A group's own panel: its task, what is left of the budget, and its next decision.
 */
import { button, h, refill } from './dom.js';
import { leverName } from './lever-row.js';
import { dated, leverValue, yuan } from './format.js';
import { on, set, state } from './store.js';
import { onLanguage, say, told } from './words.js';
import { decide, decidedUntil, leaveWorkshop, left, ownGroup, taskOf } from './workshop.js';

export function turn() {
  const box = h('div', { class: 'turn' });
  const draw = () => {
    const { workshop, game } = state;
    if (workshop?.role !== 'group' || !workshop.board) return refill(box);
    const { board } = workshop;
    const month = decidedUntil(workshop);
    const last = board.months;
    const until = Math.min(last, month + board.turn);
    const closed = board.state === 'closed', paused = board.state === 'paused', over = month >= last;
    const waits = !over && !closed && board.pace !== 'free' && month >= board.horizon;
    const lives = ['living', 'waiting'].includes(ownGroup(workshop)?.state) && month > 0;
    const may = !closed && !paused && !over && !waits && !lives;
    const rest = left(workshop);
    const meter = h('i', {});
    meter.style.setProperty('width', `${Math.max(0, Math.min(100, (10000 * (rest ?? 0)) / Math.max(1, board.budget ?? 1)))}%`);
    const moved = Object.entries(state.staged);
    const name = (key) => state.catalogue.levers.find((one) => one.key === key);
    refill(box,
      h('p', { class: 'eyebrow' }, `${board.title} · ${board.code.toUpperCase()}`),
      h('h2', {}, workshop.name), h('p', { class: 'facts' }, say(`role.${workshop.as}`)),
      h('p', {}, told(taskOf(board)?.text)),
      rest === null ? null : h('div', { class: 'budget' }, h('div', { class: 'row' }, h('span', {}, say('turn.left')), h('b', {}, yuan(rest))), h('div', { class: 'meter', role: 'img', 'aria-label': say('turn.left.label', { left: yuan(rest), budget: yuan(board.budget / 100) }) }, meter),
        h('p', { class: 'facts' }, say('turn.budget', { budget: yuan(board.budget / 100) }))),
      h('h3', {}, over ? say('turn.over') : say('turn.next', { from: dated(game?.start ?? '2013-01', month + 1), to: dated(game?.start ?? '2013-01', until) })),
      moved.length ? h('ul', { class: 'changes' }, moved.map(([key, value]) => h('li', {}, say('is.now', { name: leverName(name(key)), value: leverValue(value, name(key)) })))) : over ? null : h('p', { class: 'hint' }, say('turn.none')),
      over ? null : button(say('turn.levers'), () => set({ left: 'levers' }), { class: 'wide' }),
      over ? null : button(say(state.running ? 'running' : 'turn.decide'), decide, { class: 'primary wide', disabled: !may || state.running, 'data-decide': true }),
      lives ? h('p', { class: 'hint', role: 'status' }, say('turn.lives')) : waits ? h('p', { class: 'hint', role: 'status' }, say('turn.waits')) : paused ? h('p', { class: 'hint', role: 'status' }, say('turn.paused')) : closed ? h('p', { class: 'hint', role: 'status' }, say('turn.closed')) : null,
      h('div', { class: 'row' }, button(say('turn.board'), () => set({ view: 'workshop' }), { class: 'quiet' }), button(say('turn.leave'), leaveWorkshop, { class: 'quiet' })));
  };
  on(['workshop', 'staged', 'game', 'running', 'catalogue'], draw);
  onLanguage(draw);
  return box;
}
