/**
 * "What if … now?": a future from the month shown on, beside the one that goes on as it was.
 */
import { button, h, icon, refill, shapes } from './dom.js';
import { fork } from './game.js';
import { leverName } from './lever-row.js';
import { leverValue } from './format.js';
import { notice } from './notice.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying } from './words.js';

/** Futures that are asked for again and again. */
export const readyMade = [
  { id: 'attention', levers: { 'support.agenda': 0, 'support.verbal': 0, 'support.pilotWeight': 0, 'support.award': 0 } },
  { id: 'rights', levers: { 'rights.commission': true, 'rights.design': true, 'rights.deliver': true, 'rights.assess': true } },
  { id: 'load', levers: { 'taskReform.centralise': 1, 'taskReform.list': 1, 'taskReform.admit': 1 } },
  { id: 'help', levers: { cultivation: 0 } },
];

/** Lives a future of the side in question from the month after the one shown. */
export async function branch(changes, from = state.month + 1, side = state.side) {
  if (!state.game || from > state.game.months) return notice(say('fork.late'));
  set({ playing: false, running: true });
  try {
    const future = await fork(side, from, changes);
    const parent = state.game.sides[future].parent ?? side;
    set({ shown: [parent, future], side: future, staged: {}, month: Math.max(1, from - 1), playing: true, pane: 'stage', forked: true });
  } catch (refusal) { notice(refusal); } finally { set({ running: false }); }
}

const listed = (levers) => Object.entries(levers).map(([lever, value]) => ({ lever, value, lasting: true }));

/** The bar over the levers in mid-run, and the ready-made questions. */
export function forkBar() {
  const box = h('div', { class: 'fork-bar' });
  const draw = () => {
    box.hidden = !state.game || state.workshop?.role === 'group';
    if (box.hidden) return;
    const moved = Object.entries(state.staged);
    const late = state.month >= state.game.months;
    const name = (key) => state.catalogue.levers.find((one) => one.key === key);
    refill(box,
      moved.length ? h('ul', { class: 'changes' }, moved.map(([key, value]) => h('li', {}, say('is.now', { name: leverName(name(key)), value: leverValue(value, name(key)) })))) : null,
      moved.length ? h('div', { class: 'row' },
        button([icon(shapes.fork), say('fork.live', { month: Math.min(state.month + 1, state.game.months) })], () => branch(listed(state.staged)), { class: 'primary', disabled: late }),
        button(say('fork.drop'), () => set({ staged: {} }), { class: 'quiet' })) : null,
      late && moved.length ? h('p', { class: 'hint' }, say('fork.late')) : null);
  };
  on(['game', 'staged', 'month', 'workshop', 'catalogue'], draw);
  onLanguage(draw);
  return box;
}

/** The ready-made questions above the picture. */
export function whatIf() {
  const list = h('div', { class: 'menu-list', role: 'group', 'aria-label': saying('whatif') });
  const menu = h('details', { class: 'menu what-if' }, h('summary', { class: 'quiet' }, icon(shapes.fork), h('span', {}, saying('whatif'))), list);
  const draw = () => {
    menu.hidden = !state.game || state.workshop?.role === 'group';
    if (menu.hidden) return;
    refill(list, h('p', { class: 'hint' }, say('whatif.from', { month: Math.min(state.month + 1, state.game.months) })),
      readyMade.map((one) => button(say(`future.${one.id}`), () => {
        menu.open = false;
        branch(listed(one.levers));
      }, { disabled: state.month >= state.game.months, class: 'item', 'data-future': one.id })),
      button(say('future.own'), () => {
        menu.open = false;
        set({ left: 'levers', pane: 'left' });
      }, { class: 'item quiet' }));
  };
  on(['game', 'month', 'workshop'], draw);
  onLanguage(draw);
  return menu;
}
