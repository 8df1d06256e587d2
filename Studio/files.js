/**
 * Saving, loading and sharing: the set-up as a scenario file, all results, the command that repeats it, and a link.
 */
import { button, h, icon, refill, shapes } from './dom.js';
import { api } from './api.js';
import { written } from './address.js';
import { notice } from './notice.js';
import { open } from './setup.js';
import { sideLetter } from './sides.js';
import { on, state } from './store.js';
import { onLanguage, say, saying } from './words.js';
import { zip } from './zip.js';

export function files() {
  const file = h('input', { type: 'file', accept: '.yaml,.yml', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true', onchange: async () => {
    if (file.files[0]) await open(file.files[0]);
    file.value = '';
  } });
  const list = h('div', { class: 'menu-list right' });
  const menu = h('details', { class: 'menu' }, h('summary', { class: 'quiet' }, h('span', {}, saying('files'))), list);
  const close = () => { menu.open = false; };
  const draw = () => {
    refill(list,
      button(say('files.open'), () => { close(); file.click(); }, { class: 'item' }),
      state.game && state.workshop?.role !== 'group' ? [
        h('a', { class: 'item', href: `/api/${api.game(state.game.id, 'scenario.yaml')}?side=${state.side}`, download: '', onclick: close, 'data-download': 'scenario' }, say('files.save')),
        button(say('files.results'), () => { close(); results(); }, { class: 'item', 'data-download': 'results' }),
        button(say('files.command'), () => { close(); command(); }, { class: 'item' }),
      ] : null,
      button([icon(shapes.link), say('files.link')], () => { close(); link(); }, { class: 'item' }));
  };
  on(['game', 'side', 'workshop'], draw);
  onLanguage(draw);
  return [menu, file];
}

/** Puts the address on the clipboard, or shows it where that is not allowed. */
async function link() {
  const address = `${location.origin}${location.pathname}#${written()}`;
  try {
    await navigator.clipboard.writeText(address);
    notice(say('files.linked'));
  } catch { show(say('files.link'), address); }
}

/** What every side gave, its scenario file and the commands that give it again, as one file. */
async function results() {
  const { game } = state;
  try {
    const files = [];
    for (const { side } of game.sides) {
      const folder = game.sides.length > 1 ? `${sideLetter(game.sides[side])}/` : '';
      for (const name of ['scenario.yaml', 'series.csv', 'money.csv', 'events.csv']) {
        files.push({ name: folder + name, text: await api.text(`${api.game(game.id, name)}?side=${side}`) });
      }
      files.push({ name: `${folder}command.txt`, text: await commandOf(side) });
    }
    const link = h('a', { href: URL.createObjectURL(zip(files)), download: `cogov-${game.id}.zip` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (refusal) { notice(refusal); }
}

/** The commands that give a side again: from its saved file, and where no file is needed, without. */
async function commandOf(side) {
  const told = await api.json(api.game(state.game.id, 'command'), { side });
  return [told.saved, told.whole].filter(Boolean).join('\n') + '\n';
}

/** The exact command that gives the same again, to be copied. */
async function command() {
  try { show(say('files.command'), await commandOf(state.side), say('files.command.about')); } catch (refusal) { notice(refusal); }
}

function show(title, text, about = '') {
  const dialog = h('dialog', { class: 'dialog', 'aria-label': title });
  const copy = button(say('copy'), async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = say('copied');
    } catch {
      getSelection().selectAllChildren(dialog.querySelector('pre'));
    }
  }, { class: 'primary' });
  fillDialog(dialog, title, [about ? h('p', {}, about) : null, h('pre', { class: 'command', tabindex: '0' }, text), h('div', { class: 'row' }, copy)]);
}

/** Shows a dialog with a title and a way out; it leaves the page when closed. */
export function fillDialog(dialog, title, content) {
  refill(dialog, h('div', { class: 'dialog-head' }, h('h2', {}, title),
    button(icon(shapes.close), () => dialog.close(), { class: 'quiet tiny', 'aria-label': say('close') })), content);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}
