/**
 * The panel of levers: before a run they hold from month 1, in mid-run from the month after the one shown.
 */
import { button, h, refill } from './dom.js';
import { drafted, leversAt, owner } from './game.js';
import { groupOf, groups, belongs } from './lever-groups.js';
import { LeverRow, leverName } from './lever-row.js';
import { draft, on, set, state } from './store.js';
import { sideLetter } from './sides.js';
import { onLanguage, say, saying, told } from './words.js';
import { decidedUntil } from './workshop.js';

/** Whether levers now mean a change in mid-run. */
export const midRun = () => Boolean(state.game);

/** The regime of the side whose levers are shown, and its values there. */
export function standing() {
  if (state.game) {
    const side = state.game.sides[state.side] ?? state.game.sides[0];
    const from = state.workshop?.role === 'group' ? decidedUntil(state.workshop) + 1 : Math.min(state.month + 1, state.game.months);
    return { regime: owner(side, 1).regime, own: leversAt(side, from), changes: state.staged, start: state.game.start, month: from };
  }
  const side = Math.min(state.side, state.draft.regimes.length - 1);
  const regime = state.draft.regimes[side];
  const known = state.catalogue.regimes.find((one) => one.id === regime);
  return { regime, own: leversAt({ ...drafted(side), changes: [] }, 1), changes: state.draft.changes[side], start: known?.start ?? '2013-01', month: 1, side };
}

/** Puts a lever, or puts it back. */
function put(lever, value) {
  const { own, changes, side } = standing();
  const next = { ...changes };
  if (value === undefined || value === own[lever.key]) delete next[lever.key];
  else next[lever.key] = value;
  if (state.game) set({ staged: next });
  else draft({ changes: state.draft.changes.map((one, at) => (at === side ? next : one)) });
}

/** Levers that may be moved: all, or in a workshop those of the group's role. */
function allowed(lever) {
  const { workshop } = state;
  if (workshop?.role !== 'group') return true;
  const keys = workshop.board?.roles?.find((one) => one.id === workshop.as)?.levers ?? [];
  return keys.some((beginning) => belongs(lever.key, beginning));
}

export function levers() {
  const rows = new Map();
  const list = h('div', { class: 'lever-list' });
  const search = h('input', { type: 'search', class: 'search', placeholder: saying('levers.search'), 'aria-label': saying('levers.search'), autocomplete: 'off', oninput: () => sift() });
  const only = h('input', { type: 'checkbox', id: 'only-changed', onchange: () => sift() });
  const none = h('p', { class: 'empty', hidden: true }, saying('levers.none'));
  const sideChoice = h('div', { class: 'segments', role: 'group', 'aria-label': saying('levers.side') });
  const head = h('p', { class: 'hint' });
  const sections = new Map();

  const build = () => {
    if (!state.catalogue || rows.size) return;
    for (const id of [...groups.map((group) => group.id), 'other']) {
      const own = state.catalogue.levers.filter((lever) => groupOf(lever.key) === id);
      if (!own.length) continue;
      const count = h('span', { class: 'count' });
      const body = h('div', { class: 'lever-group-body' });
      const section = h('details', { class: 'lever-group' }, h('summary', {}, h('span', {}, saying(`levers.${id}`)), count), body);
      section.open = ['rights', 'load'].includes(id);
      for (const lever of own) {
        const row = new LeverRow(lever, (value) => put(lever, value));
        rows.set(lever.key, row);
        body.append(row.box);
      }
      sections.set(id, { section, count, own });
    }
    refill(list, [...sections.values()].map(({ section }) => section));
  };

  const draw = () => {
    if (!state.catalogue?.levers || !state.draft.regimes[0]) return;
    build();
    const { regime, own, changes, start } = standing();
    const known = state.catalogue.regimes.find((one) => one.id === regime);
    for (const [key, row] of rows) {
      const changed = key in changes;
      row.show({
        value: changed ? changes[key] : own[key], own: own[key], changed, start, source: known?.sources?.[key],
        dated: (known?.events ?? []).flatMap((event) =>
          (event.changes ?? []).filter((change) => change.lever === key).map((change) => ({ month: event.month, value: change.value }))),
      });
    }
    for (const { count, own: members } of sections.values()) {
      const moved = members.filter((lever) => lever.key in changes).length;
      count.textContent = moved ? say('levers.changed', { count: moved }) : '';
    }
    const sides = state.game ? state.game.sides : state.draft.regimes.map((_, side) => ({ side }));
    sideChoice.hidden = sides.length < 2;
    refill(sideChoice, sides.map((side) => button(state.game ? sideLetter(side) : String.fromCharCode(65 + side.side), () => set({ side: side.side }), {
      'aria-pressed': String(side.side === state.side), class: `side-${side.side % 8}`,
    })));
    refill(head, state.game ? say('levers.midrun', { month: standing().month }) : say('levers.start'));
    sift();
  };

  const sift = () => {
    const wanted = search.value.trim().toLowerCase();
    const { changes } = standing();
    let found = 0;
    for (const { section, own } of sections.values()) {
      let here = 0;
      for (const lever of own) {
        const words = `${lever.key} ${leverName(lever)} ${told(lever.meaning)} ${lever.meaning?.en ?? ''} ${lever.meaning?.zh ?? ''}`.toLowerCase();
        const shown = allowed(lever) && (!wanted || words.includes(wanted)) && (!only.checked || lever.key in changes);
        rows.get(lever.key).box.hidden = !shown;
        here += shown ? 1 : 0;
      }
      section.hidden = here === 0;
      if ((wanted || only.checked) && here) section.open = true;
      found += here;
    }
    none.hidden = found > 0;
  };

  on(['catalogue', 'draft', 'game', 'side', 'staged', 'month', 'workshop'], draw);
  onLanguage(draw);
  return h('div', { class: 'levers' },
    h('div', { class: 'levers-head' }, head, sideChoice, search, h('label', { class: 'check', for: 'only-changed' }, only, h('span', {}, saying('levers.only')))),
    list, none);
}
