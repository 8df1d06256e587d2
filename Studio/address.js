/**
 * The state in the address, so that a reload or a link brings back what was looked at.
 */
import { chooseTheme, chosenTheme } from './theme.js';
import { on, set, state } from './store.js';
import { languageInUse, onLanguage, speak } from './words.js';

const views = ['studio', 'lessons', 'workshop'];
const panels = ['log', 'money', 'who', 'why'];
let quiet = true;

/** Writes the address from now on whenever what it tells has changed. */
export function keepAddress() {
  quiet = false;
  on(['view', 'game', 'month', 'side', 'shown', 'colour', 'ties', 'organisations', 'community', 'pick', 'left', 'right', 'charts', 'lesson',
    'draft', 'workshop', 'playing', 'speed', 'pane', 'moneySpan'], write);
  onLanguage(write);
}

let planned = 0;

function write() {
  clearTimeout(planned);
  planned = setTimeout(() => {
    if (!quiet) history.replaceState(null, '', '#' + written());
  }, 80);
}

/** The address of what is shown now, without playing. */
export function written() {
  const told = new URLSearchParams();
  const put = (key, value, unless) => { if (value !== unless && value !== null && value !== '' && value !== undefined) told.set(key, String(value)); };
  put('view', state.view, 'studio');
  put('lang', languageInUse());
  put('theme', chosenTheme());
  put('lesson', state.lesson);
  if (state.workshop) {
    put('workshop', state.workshop.code);
    put('role', state.workshop.role);
    put('group', state.workshop.group);
  }
  if (state.game) {
    put('game', state.game.id);
    put('month', state.month);
    put('side', state.side, 0);
    put('shown', state.shown.join('.'), '0');
  }
  const { draft } = state;
  put('place', draft.place);
  put('regimes', draft.regimes.join('.'));
  put('months', draft.months, 120);
  put('seed', draft.seed, 1);
  put('share', draft.share, 1);
  put('set', draft.changes.flatMap((changes, side) =>
    Object.entries(changes).map(([lever, value]) => `${side}~${lever}~${value}`)).join('!'));
  put('colour', state.colour, 'rung');
  put('over', [state.ties && 't', state.organisations && 'o'].filter(Boolean).join(''), 't');
  put('community', state.community);
  put('pick', state.pick ? `${state.pick.kind}:${state.pick.id}` : '');
  put('left', state.left, 'setup');
  put('panel', state.right, 'log');
  put('span', state.moneySpan, 'year');
  put('charts', state.charts.join('~'));
  put('speed', state.speed, 4);
  put('pane', state.pane, 'left');
  put('play', state.playing ? 1 : '');
  return told.toString();
}

/** Takes up what the address tells and the catalogue knows; the rest keeps its defaults. @returns what must still be fetched */
export function read(catalogue) {
  const told = new URLSearchParams(location.hash.slice(1));
  const among = (key, list, otherwise) => (list.includes(told.get(key)) ? told.get(key) : otherwise);
  const count = (key, low, high, otherwise) => {
    const value = Number(told.get(key) ?? NaN);
    return value >= low && value <= high ? value : otherwise;
  };
  if (told.get('lang')) speak(told.get('lang'));
  if (told.has('theme')) chooseTheme(among('theme', ['light', 'dark'], ''));
  const ids = catalogue.regimes.map((regime) => regime.id);
  const regimes = (told.get('regimes') ?? '').split('.').filter((id) => ids.includes(id)).slice(0, 2);
  const changes = [{}, {}];
  for (const change of (told.get('set') ?? '').split('!')) {
    const [side, key, value] = change.split('~');
    const lever = catalogue.levers.find((candidate) => candidate.key === key);
    if (lever && changes[side]) changes[side][key] = lever.kind === 'number' ? Number(value) : lever.kind === 'switch' ? value === 'true' : value;
  }
  const [kind, ...id] = (told.get('pick') ?? '').split(':');
  set({
    draft: {
      ...state.draft,
      place: among('place', catalogue.places.map((place) => place.id), state.draft.place),
      regimes: regimes.length ? regimes : state.draft.regimes,
      months: count('months', 1, catalogue.limits?.months ?? 240, 120), seed: count('seed', 1, 2 ** 53, 1), share: count('share', 0.01, 1, 1), changes,
    },
    view: among('view', views, 'studio'),
    lesson: among('lesson', (catalogue.lessons ?? []).map((lesson) => lesson.id), null),
    colour: among('colour', ['rung', 'trust', 'need'], 'rung'),
    ties: (told.get('over') ?? 't').includes('t'), organisations: (told.get('over') ?? '').includes('o'),
    community: told.get('community'),
    pick: kind && id.length ? { kind, id: id.join(':') } : null,
    left: among('left', ['setup', 'levers', 'lesson'], 'setup'),
    right: among('panel', panels, 'log'),
    pane: among('pane', ['left', 'stage', 'right'], 'left'),
    moneySpan: among('span', ['month', 'year'], 'year'),
    charts: (told.get('charts') ?? '').split('~').filter((key) => catalogue.observables.some((one) => one.key === key)),
    speed: count('speed', 1, 24, 4),
  });
  return {
    game: told.get('game'), month: count('month', 1, 1200, 1), side: count('side', 0, 99, 0), play: told.has('play'),
    shown: (told.get('shown') ?? '0').split('.').map(Number).filter((side) => side >= 0).slice(0, 2),
    workshop: told.get('workshop'), role: told.get('role'), group: told.get('group'),
  };
}
