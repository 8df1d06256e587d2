/**
 * A group's own panel: its task, what is left of the budget, and its next decision.
 */
import { button, h, refill } from './dom.js';
import { leverName } from './lever-row.js';
import { dated, leverValue, yuan } from './format.js';
import { on, set, state } from './store.js';
import { onLanguage, say, told } from './words.js';
import { decide, leaveWorkshop } from './workshop.js';

export function turn() {
  const box = h('div', { class: 'turn' });
  const draw = () => {
    const { workshop, game } = state;
    if (workshop?.role !== 'group' || !workshop.board) return refill(box);
    const { board, month } = workshop;
    const last = board.months ?? game?.months ?? 120;
    const until = Math.min(last, month + board.monthsPerTurn);
    const closed = board.status === 'closed', paused = board.status === 'paused', over = month >= last;
    const waits = !over && !closed && board.pace !== 'free' && month >= board.until;
    const may = !closed && !paused && !over && !waits;
    const own = board.groups.find((one) => one.group === workshop.group);
    const meter = h('i', {});
    const left = workshop.left ?? (own ? own.allowed - own.spent : 0);
    const allowed = Math.max(1, own?.allowed ?? board.budget);
    meter.style.setProperty('width', `${Math.max(0, Math.min(100, (100 * left) / allowed))}%`);
    const moved = Object.entries(state.staged);
    const name = (key) => state.catalogue.levers.find((one) => one.key === key);
    refill(box,
      h('p', { class: 'eyebrow' }, `${board.title} · ${board.code}`),
      h('h2', {}, workshop.name), h('p', { class: 'facts' }, say(`role.${workshop.as}`)),
      h('p', {}, told(board.task?.text)),
      h('div', { class: 'budget' }, h('div', { class: 'row' }, h('span', {}, say('turn.left')), h('b', {}, yuan(left))), h('div', { class: 'meter', role: 'img', 'aria-label': say('turn.left.label', { left: yuan(left), budget: yuan(board.budget) }) }, meter),
        h('p', { class: 'facts' }, say('turn.budget', { budget: yuan(board.budget) }))),
      h('h3', {}, over ? say('turn.over') : say('turn.next', { from: dated(game?.start ?? '2013-01', month + 1), to: dated(game?.start ?? '2013-01', until) })),
      moved.length ? h('ul', { class: 'changes' }, moved.map(([key, value]) => h('li', {}, `${leverName(name(key))}: ${leverValue(value, name(key))}`))) : over ? null : h('p', { class: 'hint' }, say('turn.none')),
      over ? null : button(say('turn.levers'), () => set({ left: 'levers' }), { class: 'wide' }),
      over ? null : button(say(state.running ? 'running' : 'turn.decide'), decide, { class: 'primary wide', disabled: !may || state.running, 'data-decide': true }),
      waits ? h('p', { class: 'hint', role: 'status' }, say('turn.waits')) : paused ? h('p', { class: 'hint', role: 'status' }, say('turn.paused')) : closed ? h('p', { class: 'hint', role: 'status' }, say('turn.closed')) : null,
      h('div', { class: 'row' }, button(say('turn.board'), () => set({ view: 'workshop' }), { class: 'quiet' }), button(say('turn.leave'), leaveWorkshop, { class: 'quiet' })));
  };
  on(['workshop', 'staged', 'game', 'running', 'catalogue'], draw);
  onLanguage(draw);
  return box;
}
