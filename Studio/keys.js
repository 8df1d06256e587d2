/**
 * The keyboard: shortcuts wherever nobody types, and a list of them.
 */
import { h } from './dom.js';
import { fillDialog } from './files.js';
import { lastMonth, goTo, step, toggle } from './play.js';
import { run } from './setup.js';
import { set, state } from './store.js';
import { speak, languageInUse, say } from './words.js';

/** By key: what it does and under which word it is told. */
const shortcuts = new Map([
  [' ', { act: toggle, key: 'keys.play', shown: 'Space' }],
  ['ArrowLeft', { act: () => step(-1), key: 'step.back', shown: '←' }],
  ['ArrowRight', { act: () => step(1), key: 'step.on', shown: '→' }],
  ['Home', { act: () => goTo(1), key: 'rewind', shown: 'Home' }],
  ['End', { act: () => goTo(lastMonth()), key: 'keys.end', shown: 'End' }],
  ['r', { act: run, key: 'run', shown: 'R' }],
  ['1', { act: () => set({ colour: 'rung' }), key: 'keys.rung', shown: '1' }],
  ['2', { act: () => set({ colour: 'trust' }), key: 'keys.trust', shown: '2' }],
  ['3', { act: () => set({ colour: 'need' }), key: 'keys.need', shown: '3' }],
  ['m', { act: () => set({ right: 'money', pane: 'right' }), key: 'panel.money', shown: 'M' }],
  ['e', { act: () => set({ right: 'log', pane: 'right' }), key: 'panel.log', shown: 'E' }],
  ['o', { act: () => set({ right: 'who', pane: 'right' }), key: 'panel.who', shown: 'O' }],
  ['w', { act: () => set({ right: 'why', pane: 'right' }), key: 'panel.why', shown: 'W' }],
  ['l', { act: () => speak(languageInUse() === 'en' ? 'zh' : 'en'), key: 'keys.language', shown: 'L' }],
  ['/', { act: () => { set({ left: 'levers', pane: 'left' }); setTimeout(() => document.querySelector('.search')?.focus()); }, key: 'levers.search', shown: '/' }],
  ['?', { act: () => help(), key: 'keys.help', shown: '?' }],
]);

export function watchKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') return escape();
    if (document.querySelector('dialog[open]') || state.view !== 'studio') return;
    const { target } = event;
    if (target.closest?.('input, select, textarea, [contenteditable], [role=tablist]') && event.key !== '?') return;
    if (event.key === ' ' && target.closest?.('button, summary, a')) return;
    if (target.closest?.('input[type=text], input[type=search], textarea')) return;
    const wanted = shortcuts.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!wanted) return;
    event.preventDefault();
    wanted.act();
  });
  // A menu closes when one goes elsewhere.
  document.addEventListener('pointerdown', (event) => {
    for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
  });
}

function escape() {
  const menu = document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else if (state.pick && !document.querySelector('dialog[open]')) set({ pick: null });
}

/** What the keys do. */
export function help() {
  const dialog = h('dialog', { class: 'dialog', 'aria-label': say('keys.help') });
  fillDialog(dialog, say('keys.help'), [
    h('dl', { class: 'keys' }, [...shortcuts.values()].map((one) => [h('dt', {}, h('kbd', {}, one.shown)), h('dd', {}, say(one.key))])),
    h('p', {}, say('keys.picture')),
  ]);
}
