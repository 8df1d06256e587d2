/**
 * Choosing a place, a regime or two, how long and how many; beginning the run.
 */
import { button, h, refill } from './dom.js';
import { begin, beginFrom } from './game.js';
import { leverName } from './lever-row.js';
import { leverValue, number } from './format.js';
import { notice, refusalWords } from './notice.js';
import { play } from './play.js';
import { draft, on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

/** What the server is asked for a draft. */
export function setUpOf(given) {
  return {
    place: given.place, regimes: given.regimes, months: given.months, seed: given.seed, share: given.share,
    changes: given.regimes.flatMap((_, side) => Object.entries(given.changes[side]).map(([lever, value]) => ({ side, month: 1, lever, value, lasting: true }))),
  };
}

/** Runs the draft, and plays it from its first month. */
export async function run() {
  return start(() => begin(setUpOf(state.draft)));
}

let starting = false;

async function start(how) {
  if (starting) return;
  starting = true;
  set({ running: true });
  try {
    await how();
    set({ staged: {}, community: null, pick: null, view: 'studio', pane: 'stage' });
    play();
    // Space then stops the film, and does not run it again.
    setTimeout(() => document.querySelector('.transport .primary')?.focus({ preventScroll: true }));
  } catch (refusal) {
    notice(refusal);
    set({ fault: refusal });
  } finally {
    starting = false;
    set({ running: false });
  }
}

/** A text of which three lines are shown until one asks for more. */
function summary(text, facts = null) {
  if (!text) return facts ? h('p', { class: 'facts' }, facts) : null;
  const words = h('p', { class: 'summary clamped' }, text);
  const more = button(say('more'), () => {
    const shut = words.classList.toggle('clamped');
    more.textContent = say(shut ? 'more' : 'less');
    more.setAttribute('aria-expanded', String(!shut));
  }, { class: 'quiet tiny fold-more', 'aria-expanded': 'false' });
  return [words, h('div', { class: 'row under' }, facts ? h('span', { class: 'facts' }, facts) : null, more)];
}

/** Reads a scenario file that somebody saved, and runs it. */
export async function open(file) {
  if (file.size > 1e6) return notice(say('open.large'));
  const yaml = await file.text();
  return start(() => beginFrom(yaml));
}

export function setup() {
  const placeField = h('select', { id: 'place', onchange: (event) => draft({ place: event.target.value }) });
  const regimeField = (side) => h('select', {
    id: `regime-${side}`, onchange: (event) => choose(side, event.target.value),
  });
  const fields = [regimeField(0), regimeField(1)];
  const placeSummary = h('div', {}), regimeSummaries = [h('div', {}), h('div', {})];
  const fault = h('p', { class: 'fault', id: 'setup-fault', role: 'alert', hidden: true });
  const count = (key, low, high, step) => h('input', {
    type: 'text', inputmode: 'numeric', id: key, autocomplete: 'off', 'aria-describedby': 'setup-fault',
    onchange: (event) => take(event.target, key, low, high, step),
  });
  const months = count('months', 1, 240), seed = count('seed', 1, 2 ** 53), share = count('share', 1, 100);
  const go = button(() => say(state.running ? 'running' : state.game ? 'run.again' : 'run'), run, { class: 'primary wide', 'aria-keyshortcuts': 'R' });
  const changed = h('ul', { class: 'changes' });

  function choose(side, id) {
    const regimes = side === 0 ? [id, ...state.draft.regimes.slice(1)] : id ? [state.draft.regimes[0], id] : [state.draft.regimes[0]];
    const changes = state.draft.changes.map((one, at) => (at === side && !id ? {} : one));
    draft({ regimes, changes });
  }

  /** A whole number within limits, or a word on what would be right. */
  function take(field, key, low, most) {
    const high = key === 'months' ? state.catalogue.limits?.months ?? most : most;
    const text = field.value.replace('%', '').trim();
    const value = Number(text);
    const wrong = text === '' || !Number.isInteger(value) || value < low || value > high;
    field.setAttribute('aria-invalid', String(wrong));
    fault.hidden = !wrong;
    refill(fault, wrong ? say('setup.wrong', { name: say(`setup.${key}`), found: field.value, low, high }) : '');
    go.disabled = wrong;
    if (!wrong) draft({ [key]: key === 'share' ? value / 100 : value });
  }

  const draw = () => {
    const { catalogue, draft: now } = state;
    if (!catalogue) return;
    const option = (one) => h('option', { value: one.id }, told(one.title));
    refill(placeField, catalogue.places.map(option));
    placeField.value = now.place;
    fields.forEach((field, side) => {
      refill(field, side ? h('option', { value: '' }, say('regime.none')) : null, catalogue.regimes.map(option));
      field.value = now.regimes[side] ?? '';
      const regime = catalogue.regimes.find((one) => one.id === now.regimes[side]);
      refill(regimeSummaries[side], regime ? summary(told(regime.summary)) : null);
    });
    const place = catalogue.places.find((one) => one.id === now.place);
    refill(placeSummary, place ? summary(told(place.summary), say(place.communities.length > 1 ? 'place.facts' : 'place.one', { people: number(place.people, 0), communities: place.communities.length })) : null);
    for (const [field, value] of [[months, now.months], [seed, now.seed], [share, Math.round(now.share * 100)]]) {
      if (document.activeElement !== field && field.getAttribute('aria-invalid') !== 'true') field.value = String(value);
    }
    refill(changed, now.regimes.flatMap((_, side) => Object.entries(now.changes[side]).map(([key, value]) => {
      const lever = catalogue.levers.find((one) => one.key === key);
      return h('li', {}, (now.regimes.length > 1 ? `${String.fromCharCode(65 + side)} · ` : '') + say('is.now', { name: leverName(lever), value: leverValue(value, lever) }));
    })));
    changed.hidden = !changed.children.length;
    go.textContent = say(state.running ? 'running' : state.game ? 'run.again' : 'run');
    go.setAttribute('aria-busy', String(Boolean(state.running)));
  };
  on(['catalogue', 'draft', 'game', 'running'], draw);
  on(['fault'], () => {
    if (!state.fault) return;
    fault.hidden = false;
    refill(fault, refusalWords(state.fault));
    set({ fault: null });
  }, false);
  onLanguage(draw);

  const row = (key, field, note) => h('div', { class: 'field' }, h('label', { for: key }, saying(`setup.${key}`)), field, note);
  return h('form', { class: 'setup', onsubmit: (event) => { event.preventDefault(); run(); } },
    h('div', { class: 'setup-body' },
      row('place', placeField, placeSummary),
      h('div', { class: 'field' }, h('label', { for: 'regime-0', class: 'side-0' }, h('b', { class: 'letter' }, 'A'), saying('setup.regime')), fields[0], regimeSummaries[0]),
      h('div', { class: 'field' }, h('label', { for: 'regime-1', class: 'side-1' }, h('b', { class: 'letter' }, 'B'), saying('setup.beside')), fields[1], regimeSummaries[1]),
      h('div', { class: 'fields' }, row('months', months), row('seed', seed), row('share', share)),
      changed),
    h('div', { class: 'setup-foot' }, fault, go));
}
