/**
 * The page: what stands where, and how it begins.
 */
import { keepAddress, read } from './address.js';
import { api } from './api.js';
import { charts } from './charts.js';
import { button, fill, h, icon, refill, shapes } from './dom.js';
import { files } from './files.js';
import { forkBar } from './fork.js';
import { find } from './game.js';
import { help, watchKeys } from './keys.js';
import { lessonCards, lessonPanel } from './lessons.js';
import { levers } from './levers.js';
import { log } from './log.js';
import { money } from './money.js';
import { notice, notices } from './notice.js';
import { readColours } from './palette.js';
import { picture } from './picture.js';
import { play, startClock, goTo } from './play.js';
import { setup } from './setup.js';
import { sideStrip } from './sides.js';
import { on, set, state } from './store.js';
import { tabs } from './tabs.js';
import { chooseTheme, chosenTheme, isDark } from './theme.js';
import { toolbar } from './toolbar.js';
import { transport } from './transport.js';
import { turn } from './turn.js';
import { welcome } from './welcome.js';
import { who } from './who.js';
import { why } from './why.js';
import { rejoin, workshopView } from './workshop.js';
import { languageInUse, onLanguage, saying, speak } from './words.js';

/** What one prefers in this browser, for pages opened without an address that tells. */
const remembered = (key) => { try { return localStorage.getItem(`cogov.${key}`); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem(`cogov.${key}`, value); } catch { /* private windows may refuse */ } };

function top() {
  const views = ['studio', 'lessons', 'workshop'].map((view) => button(saying(`view.${view}`), () => set({ view }), { class: 'nav', 'data-view': view }));
  on(['view'], () => views.forEach((one) => {
    if (one.dataset.view === state.view) one.setAttribute('aria-current', 'page');
    else one.removeAttribute('aria-current');
  }));
  const language = button(() => (languageInUse() === 'en' ? '中文' : 'English'), () => speak(languageInUse() === 'en' ? 'zh' : 'en'), {
    class: 'quiet small', lang: () => (languageInUse() === 'en' ? 'zh-Hans' : 'en'), id: 'language',
  });
  const theme = button(icon(shapes.theme), () => {
    chooseTheme(isDark() ? 'light' : 'dark');
    remember('theme', chosenTheme());
  }, { class: 'quiet small', id: 'theme', 'aria-label': saying('theme'), title: saying('theme') });
  const keys = button('?', help, { class: 'quiet small', 'aria-label': saying('keys.help'), id: 'help' });
  fill(document.getElementById('top'), [h('nav', { 'aria-label': saying('nav') }, views), h('div', { class: 'tools' }, files(), language, theme, keys)]);
}

function studio() {
  const left = h('section', { class: 'column left', 'aria-label': saying('column.left') }, tabs('left', 'column.left', [
    { id: 'turn', label: 'left.turn', content: turn(), hidden: () => state.workshop?.role !== 'group' },
    { id: 'setup', label: 'left.setup', content: setup(), hidden: () => state.workshop?.role === 'group' },
    { id: 'levers', label: 'left.levers', content: [forkBar(), levers()] },
    { id: 'lesson', label: 'left.lesson', content: lessonPanel(), hidden: () => !state.lesson || state.workshop?.role === 'group' },
  ]));
  const stage = h('section', { class: 'column stage', 'aria-label': saying('column.stage') }, sideStrip(), toolbar(), welcome(), picture(), transport(), charts());
  const right = h('section', { class: 'column right', 'aria-label': saying('column.right') }, tabs('right', 'column.right', [
    { id: 'log', label: 'panel.log', content: log() },
    { id: 'money', label: 'panel.money', content: money() },
    { id: 'who', label: 'panel.who', content: who() },
    { id: 'why', label: 'panel.why', content: why() },
  ]));
  const panes = h('nav', { class: 'panes', 'aria-label': saying('panes') }, ['left', 'stage', 'right'].map((pane) =>
    button(saying(`pane.${pane}`), () => set({ pane }), { 'data-pane': pane })));
  const box = h('div', { class: 'studio' }, left, stage, right, panes);
  on(['pane'], () => {
    box.dataset.pane = state.pane;
    for (const one of panes.children) one.setAttribute('aria-pressed', String(one.dataset.pane === state.pane));
  });
  return box;
}

function views() {
  const all = { studio: studio(), lessons: lessonCards(), workshop: workshopView() };
  const heading = h('h1', { class: 'unseen' }, saying('title'));
  refill(document.getElementById('main'), heading, Object.values(all), notices());
  on(['view'], () => {
    for (const [name, box] of Object.entries(all)) box.hidden = name !== state.view;
    heading.hidden = state.view !== 'studio';
  });
}

/** What was looked at before a reload. */
async function resume(wanted) {
  try {
    if (wanted.workshop) {
      await rejoin({ code: wanted.workshop, role: wanted.role, group: wanted.group });
      if (wanted.role !== 'group') return;
    }
    if (wanted.game && state.game?.id !== wanted.game) {
      const game = await find(wanted.game);
      const shown = wanted.shown.filter((side) => game.sides[side]);
      set({ shown: shown.length ? shown : [0], side: game.sides[wanted.side] ? wanted.side : 0, month: wanted.month });
    }
    // Months come one after another; the playhead waits until its own is there.
    set({ month: Math.max(1, wanted.month) });
    if (wanted.play) play();
    else if (state.game) settle(wanted.month);
  } catch (refusal) { notice(refusal); }
}

/** Goes to the month wanted as soon as it has been lived again. */
function settle(month) {
  const wait = () => {
    if (state.playing || state.month !== month) return;
    goTo(month);
    if (state.month !== month) set({ month });
  };
  on(['arrived'], wait, false);
}

async function start() {
  speak(remembered('language') ?? languageInUse());
  if (remembered('theme')) chooseTheme(remembered('theme'));
  readColours();
  onLanguage((language) => remember('language', language));
  onLanguage(() => { document.title = saying('title')(); });
  let catalogue;
  try { catalogue = await api.json('catalogue'); } catch (refusal) {
    refill(document.getElementById('main'), notices());
    return notice(refusal);
  }
  const first = catalogue.places.find((place) => place.id === 'x-estate') ?? catalogue.places[0];
  const regime = catalogue.regimes.find((one) => one.place === first.id) ?? catalogue.regimes[0];
  const baseline = catalogue.regimes.find((one) => one.id === 'street-committee');
  set({ catalogue, draft: { ...state.draft, place: first.id, regimes: baseline && baseline !== regime ? [regime.id, baseline.id] : [regime.id] } });
  const wanted = read(catalogue);
  speak(languageInUse());
  top();
  views();
  watchKeys();
  startClock();
  await resume(wanted);
  keepAddress();
}

start();
