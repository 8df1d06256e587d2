/**
 * How the picture is coloured, what its colours mean, and what lies over it.
 */
import { button, h, refill } from './dom.js';
import { whatIf } from './fork.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

export function toolbar() {
  const by = h('div', { class: 'segments', role: 'group', 'aria-label': saying('colour.by') });
  const key = h('ul', { class: 'legend', 'aria-label': saying('legend') });
  const over = ['ties', 'organisations'].map((what) => button(saying(`show.${what}`), () => set({ [what]: !state[what] }), { class: 'toggle small', title: saying(`show.${what}.title`), 'data-over': what }));
  const box = h('div', { class: 'toolbar' }, h('div', { class: 'row' }, by, ...over, whatIf()), key);
  const draw = () => {
    box.hidden = !state.game;
    refill(by, ['rung', 'trust', 'need'].map((one) => button(say(`colour.${one}`), () => set({ colour: one }), { 'aria-pressed': String(state.colour === one), 'data-colour': one })));
    over.forEach((one) => one.setAttribute('aria-pressed', String(state[one.dataset.over])));
    if (!state.catalogue) return;
    refill(key, state.colour === 'rung'
      ? state.catalogue.rungs.map((rung, at) => h('li', {}, h('i', { class: `chip rung-${at}` }), told(rung)))
      : [h('li', {}, say(`legend.${state.colour}.low`)), h('li', { 'aria-hidden': 'true' }, h('i', { class: `ramp ${state.colour}` })), h('li', {}, say(`legend.${state.colour}.high`))]);
  };
  on(['game', 'colour', 'ties', 'organisations', 'catalogue'], draw);
  onLanguage(draw);
  return box;
}
