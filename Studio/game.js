/**
 * A run as the page knows it: its sides, the months that have arrived, and what can be asked about them.
 *
 * A side is one regime on the shared people, or a future of another side: that one has a parent and the month from which
 * on it differs; what lies before is the parent's.
 */
import { api } from './api.js';
import { forgetFrames } from './frames.js';
import { set, state } from './store.js';

/**
 * @typedef {{side: number, regime: string, title: any, parent: number|null, from: number|null, changes: Array<any>,
 *   status: string, lived: number, months: Array<any>, series: any}} Side
 */

/** Takes up the server's account of a game; months that are known already are kept. */
export function takeUp(told) {
  const before = state.game?.id === told.id ? state.game : null;
  const sides = told.sides.map((side) => {
    const known = before?.sides[side.side];
    return {
      months: known?.months ?? [], series: known?.series ?? null, ...side,
      parent: side.parent ?? null, from: side.from ?? null, changes: side.changes ?? [], status: side.state,
      lived: Math.max(side.monthsLived ?? 0, known?.lived ?? 0),
    };
  });
  if (state.game && !before) leave();
  const game = { layout: null, ear: null, ...before, ...told, start: told.sides[0].start, status: told.state, sides };
  // Another game begins at its beginning; who knows better says so afterwards.
  if (!before) set({ month: 1, playing: false, side: 0, shown: sides.slice(0, 2).map((side) => side.side) });
  set({ game, arrived: state.arrived + 1 });
  return game;
}

/** Stops listening to the game that is looked at. */
export function leave() {
  state.game?.ear?.close();
  forgetFrames();
}

/** Begins a game from a set-up; it lives at once. */
export const begin = async (setUp) => attend(takeUp(await api.post('games', setUp)));

/** Begins a game from a scenario file's text. */
export const beginFrom = async (yaml) => attend(takeUp(await api.post('games/scenario', { yaml })));

/** Finds a game again by its id, as far as it was lived, and lets it go on. */
export async function find(id) {
  const game = takeUp(await api.json(api.game(id)));
  return attend(game);
}

/** Listens to a game and learns where everybody lives. */
async function attend(game) {
  listen(game);
  // Before its first month a group's community has no houses to tell of; they come with it.
  if (game.status !== 'paused' || game.sides.some((side) => side.lived > 0)) await settle(game.id);
  return state.game;
}

/** Asks once where everybody lives. */
async function settle(id) {
  if (state.game?.id !== id || state.game.layout || state.game.settling) return;
  const { game } = state;
  game.settling = true;
  let told;
  try { told = await api.json(api.game(id, 'layout')); } finally { game.settling = false; }
  const { communities, ...rest } = told;
  const layout = {
    ...rest,
    communities: communities.map((community) => ({
      ...community,
      buildings: community.buildings.map((first, at, all) => ({ first: community.first + first, count: (all[at + 1] ?? community.count) - first })),
    })),
  };
  if (state.game?.id === id) set({ game: { ...state.game, layout }, arrived: state.arrived + 1 });
}

/** The number by which `cogov why` knows a resident, and back. */
export const numberOf = (index) => index + 1;
export const indexOf = (number) => number - 1;

/** Adds a future of a side from a month on. @returns {Promise<number>} its side */
export async function fork(side, month, changes) {
  const game = takeUp(await api.post(api.game(state.game.id, 'futures'), { side, month, changes }));
  return game.sides.length - 1;
}

/** Listens to all sides of a game; the browser asks again by itself where it was cut off. */
function listen(game) {
  game.ear?.close();
  const current = () => (state.game?.id === game.id ? state.game : null);
  const ear = api.listen(api.game(game.id, 'stream'), { from: 1 }, {
    month: (told) => {
      const side = current()?.sides[told.side];
      if (!side) return;
      side.months[told.month - 1] = told;
      side.lived = Math.max(side.lived, told.month);
      settle(game.id).catch(() => null);
      arrive();
    },
    state: (told) => { if (current()) takeUp(told); },
  });
  game.ear = ear;
  state.game.ear = ear;
}

/** How many months of its own are here without a gap. */
function known(side) {
  let month = Math.max(1, side.from ?? 1);
  while (side.months[month - 1]) month += 1;
  return month - 1;
}

let planned = false;

/** Tells of what arrived, at most once a frame. */
function arrive() {
  if (planned) return;
  planned = true;
  setTimeout(() => {
    planned = false;
    set({ arrived: state.arrived + 1 });
  }, 40);
}

/** The record of a side's month, its parent's where it shares the past. */
export function monthOf(side, month) {
  if (side.from !== null && side.from !== undefined && month < side.from && side.parent !== null) {
    return monthOf(state.game.sides[side.parent], month);
  }
  return side.months[month - 1] ?? null;
}

/** The side in whose own months this month of a side lies. */
export function owner(side, month) {
  while (side.parent !== null && side.parent !== undefined && month < side.from) side = state.game.sides[side.parent];
  return side;
}

/** The last month that all of these sides have lived without a gap. */
export function lived(sides) {
  return Math.min(...sides.map((side) => {
    const own = known(side);
    return own >= (side.from ?? 1) ? own : side.parent === null ? 0 : Math.min(side.from - 1, lived([state.game.sides[side.parent]]));
  }));
}

/** An observable's values of a side from month 1 on, as far as they have arrived. */
export function series(side, key) {
  const values = [];
  for (let month = 1; month <= state.game.months; month += 1) {
    const record = monthOf(side, month);
    if (!record) break;
    if (!(key in record.series)) {
      const own = owner(side, month);
      ask(own);
      values.push(own.series?.value?.(key, month) ?? null);
    } else values.push(record.series[key]);
  }
  return values;
}

/** Asks for the observables that do not come with the months, once for what has been lived. */
function ask(side) {
  if (side.series && (side.series.waiting || side.series.asked >= side.lived)) return;
  const asked = side.lived;
  side.series = { ...side.series, waiting: true, asked };
  api.json(api.game(state.game.id, 'series'), { side: side.side }).then((told) => {
    const at = new Map(told.keys.map((key, column) => [key, column]));
    const value = (key, month) => told.months[month - 1]?.[at.get(key)] ?? null;
    const now = state.game?.sides[side.side];
    if (now) now.series = { asked, value };
    arrive();
  }).catch(() => null);
}

/** The levers of a side in force in a month: the regime's own, what it changes on its way, and what was changed by hand. */
export function leversAt(side, month) {
  const regime = state.catalogue.regimes.find((candidate) => candidate.id === side.regime);
  const values = {};
  for (const lever of state.catalogue.levers) values[lever.key] = lever.neutral;
  Object.assign(values, regime?.levers, side.levers);
  const changes = [...(side.changes ?? [])];
  const own = (regime?.events ?? []).filter((event) => event.everywhere !== false);
  // In one month, what is changed by hand comes after what the regime itself changes.
  for (let now = 1; now <= month; now += 1) {
    for (const event of own.filter((one) => one.month === now)) {
      if (event.reset) for (const lever of state.catalogue.levers) values[lever.key] = lever.neutral;
      for (const change of event.changes ?? []) values[change.lever] = change.value;
    }
    for (const change of changes) if (change.month === now) values[change.lever] = change.value;
  }
  return values;
}

/** A side as the draft has it, for {@link leversAt} before anything is run. */
export function drafted(side) {
  const regime = state.draft.regimes[side];
  return { regime, levers: null, changes: Object.entries(state.draft.changes[side]).map(([lever, value]) => ({ month: 1, lever, value })) };
}

/** The last month of a side that has been shown: what lies beyond stays hidden, as in a film. */
export function seenUntil(side) { return state.game?.seen?.[side.side] ?? 0; }

/** Remembers how far sides have been shown. */
export function see() {
  const { game } = state;
  if (!game) return;
  game.seen ??= {};
  for (const side of state.shown) game.seen[side] = Math.max(game.seen[side] ?? 0, state.month);
}
