/**
 * A row of tabs, moved along by arrow keys, and the panels below it.
 */
import { h } from './dom.js';
import { on, set, state } from './store.js';
import { saying } from './words.js';

/**
 * @param {string} key of the state that tells which is chosen
 * @param {Array<{id: string, label: string, content: Node|Array<Node>, hidden?: () => boolean}>} tabs
 */
export function tabs(key, label, list) {
  const heads = list.map((tab) => h('button', {
    type: 'button', role: 'tab', id: `${key}-${tab.id}`, 'aria-controls': `${key}-${tab.id}-panel`, onclick: () => set({ [key]: tab.id }),
  }, saying(tab.label)));
  const panels = list.map((tab) => h('div', { role: 'tabpanel', id: `${key}-${tab.id}-panel`, 'aria-labelledby': `${key}-${tab.id}`, class: 'tab-panel' }, tab.content));
  const bar = h('div', { role: 'tablist', class: 'tabs', 'aria-label': saying(label), onkeydown: (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const open = list.filter((tab) => !tab.hidden?.());
    const next = open[(open.findIndex((tab) => tab.id === state[key]) + by + open.length) % open.length];
    set({ [key]: next.id });
    heads[list.indexOf(next)].focus();
    event.preventDefault();
  } }, heads);
  on([key, 'lesson', 'workshop', 'game'], () => {
    list.forEach((tab, at) => {
      const chosen = state[key] === tab.id;
      heads[at].hidden = Boolean(tab.hidden?.());
      heads[at].setAttribute('aria-selected', String(chosen));
      heads[at].tabIndex = chosen ? 0 : -1;
      panels[at].hidden = !chosen;
    });
  });
  return [bar, ...panels];
}
