/**
 * What happened, told month by month, newest first.
 */
import { button, h, refill } from './dom.js';
import { dated } from './format.js';
import { monthOf } from './game.js';
import { sideLetter, sideName } from './sides.js';
import { on, set, state } from './store.js';
import { goTo } from './play.js';
import { onLanguage, say, saying, told } from './words.js';

/** Months that are told at most at once; older ones are asked for. */
const page = 36;

export function log() {
  const list = h('ol', { class: 'log-list' });
  let more = page;
  const older = button(saying('log.older'), () => { more += page; draw(); }, { class: 'quiet wide' });
  const box = h('div', { class: 'log' }, h('h2', { class: 'unseen' }, saying('panel.log')), list, older);
  let drawn = '';
  const draw = () => {
    if (state.right !== 'log') return;
    if (!state.game) {
      drawn = '';
      older.hidden = true;
      return refill(list, h('li', { class: 'empty' }, say('panel.empty')));
    }
    const key = `${state.game.id}:${state.month}:${state.shown}:${more}:${state.arrived}:${document.documentElement.lang}`;
    if (key === drawn) return;
    drawn = key;
    const items = [];
    let month = state.month;
    for (; month >= 1 && items.length < more; month -= 1) {
      const entries = entriesOf(month);
      if (entries.length) items.push(h('li', { class: 'log-month' }, button(dated(state.game.start, month), monthButton(month), { class: 'quiet log-date', title: say('month.of', { month, months: state.game.months }) }), h('ul', {}, entries)));
    }
    older.hidden = month < 1;
    refill(list, items.length ? items : h('li', { class: 'empty' }, say('log.none')));
  };
  const monthButton = (month) => () => goTo(month);
  let timer = 0;
  on(['month', 'arrived'], () => { clearTimeout(timer); timer = setTimeout(draw, state.playing ? 120 : 0); }, false);
  on(['right', 'shown', 'game', 'playing'], draw);
  onLanguage(draw);
  return box;
}

/** Whom one can ask about an event, by the kind of its subject. */
const asks = { project: 'project', organisation: 'organisation', community: 'committee', committee: 'committee', resident: 'resident', account: 'account' };

/** The lines of a month: of one side alone, or marked by side; what is the same on both sides is told once. */
function entriesOf(month) {
  const sides = state.shown.map((number) => state.game.sides[number]).filter(Boolean);
  const lines = new Map();
  for (const side of sides) {
    for (const event of monthOf(side, month)?.events ?? []) {
      const key = told(event);
      const line = lines.get(key) ?? { event, sides: [] };
      if (!line.sides.includes(side)) line.sides.push(side);
      lines.set(key, line);
    }
  }
  return [...lines.values()].map(({ event, sides: whose }) => h('li', { class: `entry ${String(event.kind).replace(/\W/g, '')}` },
    sides.length > 1 ? h('span', { class: 'whose' }, whose.map((side) => h('b', { class: `letter side-${side.side % 8}`, title: sideName(side) }, sideLetter(side)))) : null,
    asks[event.subject?.kind]
      ? button(told(event), () => set({ side: whose[0].side, month, playing: false, pick: { kind: asks[event.subject.kind], id: String(event.subject.id) }, right: 'why' }), { class: 'quiet told' })
      : h('span', { class: 'told' }, told(event))));
}
