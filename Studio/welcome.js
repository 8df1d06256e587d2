/**
 * What stands in the picture's place before anything is run.
 */
import { button, h, refill } from './dom.js';
import { run } from './setup.js';
import { on, set, state } from './store.js';
import { onLanguage, say, told } from './words.js';

export function welcome() {
  const box = h('div', { class: 'welcome' });
  const draw = () => {
    box.hidden = Boolean(state.game);
    if (box.hidden || !state.catalogue) return;
    const find = (list, id) => list.find((one) => one.id === id);
    const { place, regimes } = state.draft;
    refill(box, h('div', { class: 'welcome-inner' },
      h('h2', {}, say('welcome.title')),
      h('p', { class: 'lead' }, say('welcome.lead')),
      h('p', { class: 'facts' }, `${told(find(state.catalogue.places, place)?.title)} · ${regimes.map((id) => told(find(state.catalogue.regimes, id)?.title)).join(say('welcome.and'))}`),
      h('div', { class: 'row' }, button(say(state.running ? 'running' : 'welcome.run'), run, { class: 'primary big', disabled: state.running }),
        state.catalogue.lessons?.length ? button(say('welcome.lessons'), () => set({ view: 'lessons' }), { class: 'big' }) : null)));
  };
  on(['game', 'catalogue', 'draft', 'running'], draw);
  onLanguage(draw);
  return box;
}
