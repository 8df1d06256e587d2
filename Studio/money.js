/**
 * Money of a month or a year: where it came from, who held it, what it was for.
 */
import { button, h, refill } from './dom.js';
import { dated, yuan } from './format.js';
import { monthOf } from './game.js';
import { gather, holderName, sourceName, useName } from './money-flows.js';
import { sankey } from './sankey.js';
import { sideName, swatch } from './sides.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying } from './words.js';

export function money() {
  const span = h('div', { class: 'segments', role: 'group', 'aria-label': saying('money.span') });
  const body = h('div', { class: 'money-body' });
  const box = h('div', { class: 'money' }, h('div', { class: 'panel-head' }, h('h2', {}, saying('panel.money')), span), body);
  let timer = 0;
  const draw = () => {
    clearTimeout(timer);
    if (state.right !== 'money' || !state.game) return refill(body, state.game ? null : h('p', { class: 'empty' }, say('panel.empty')));
    refill(span, ['month', 'year'].map((one) => button(say(`money.${one}`), () => set({ moneySpan: one }), { 'aria-pressed': String(state.moneySpan === one) })));
    refill(body, state.shown.map((number) => {
      const side = state.game.sides[number];
      if (!side) return null;
      const months = window(side);
      const flows = gather(months.map((month) => monthOf(side, month)).filter(Boolean).flatMap((record) => record.money ?? []));
      const when = months.length > 1 ? say('money.between', { from: dated(state.game.start, months[0]), to: dated(state.game.start, months.at(-1)) }) : dated(state.game.start, state.month);
      return h('section', { class: 'money-side' },
        h('h3', {}, swatch(number), h('span', {}, sideName(side))),
        h('p', { class: 'facts' }, `${when} · ${say('money.all', { sum: yuan(flows.sum / 100) })}`),
        flows.sum ? [sankey(flows, state.shown.length > 1 ? 190 : 300, state.playing), table(flows)] : h('p', { class: 'empty' }, say('money.none')));
    }));
  };
  const window = (side) => {
    const first = state.moneySpan === 'year' ? Math.max(1, state.month - 11) : state.month;
    return Array.from({ length: state.month - first + 1 }, (_, at) => first + at).filter((month) => monthOf(side, month));
  };
  // While months play, the drawing follows at most four times a second.
  on(['month', 'arrived'], () => { clearTimeout(timer); timer = setTimeout(draw, state.playing ? 120 : 0); }, false);
  on(['right', 'moneySpan', 'shown', 'game', 'playing'], draw);
  onLanguage(draw);
  return box;
}

/** The same as a table, for who reads rather than looks. */
function table(flows) {
  const rows = (list, name) => list.map(([key, fen]) => h('tr', {}, h('th', { scope: 'row' }, name(key)), h('td', {}, yuan(fen / 100))));
  return h('details', { class: 'as-table' }, h('summary', {}, say('money.table')),
    h('table', {}, h('caption', { class: 'unseen' }, say('panel.money')),
      h('tbody', {}, h('tr', {}, h('th', { scope: 'rowgroup', colspan: 2 }, say('money.sources'))), rows(flows.sources, sourceName)),
      h('tbody', {}, h('tr', {}, h('th', { scope: 'rowgroup', colspan: 2 }, say('money.holders'))), rows(flows.holders, holderName)),
      h('tbody', {}, h('tr', {}, h('th', { scope: 'rowgroup', colspan: 2 }, say('money.uses'))), rows(flows.uses, useName))));
}
