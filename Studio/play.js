/**
 * The clock of what is shown: month after month at the speed chosen, as far as months have been lived.
 */
import { lived, see } from './game.js';
import { on, set, state } from './store.js';
import { calm } from './theme.js';

let timer = 0;

/** The last month that can be shown now. */
export function lastMonth() {
  return state.game ? Math.max(1, lived(state.game.sides.filter((side) => state.shown.includes(side.side)))) : 1;
}

export function play() {
  if (!state.game) return;
  if (state.month >= lastMonth() && lastMonth() >= state.game.months) set({ month: 1 });
  set({ playing: true });
}

export const pause = () => set({ playing: false });
export const toggle = () => (state.playing ? pause() : play());

/** Goes to a month that has been lived, and stays. */
export function goTo(month) {
  set({ playing: false, month: Math.max(1, Math.min(lastMonth(), Math.round(month))) });
}

export const step = (by) => goTo(state.month + by);

function tick() {
  clearTimeout(timer);
  if (!state.playing || !state.game) return;
  const last = lastMonth();
  if (state.month < last) set({ month: state.month + 1 });
  else if (last >= end()) return pause();
  timer = setTimeout(tick, 1000 / state.speed);
}

/** The month after which nothing more will come by itself. */
function end() {
  const sides = state.game.sides.filter((side) => state.shown.includes(side.side));
  return sides.every((side) => ['ended', 'paused', 'failed', 'cancelled'].includes(side.status)) ? lastMonth() : state.game.months;
}

/** Starts to follow what is played. */
export function startClock() {
  on(['month', 'shown', 'game'], see);
  on(['playing', 'speed'], () => {
    clearTimeout(timer);
    if (state.playing) timer = setTimeout(tick, 1000 / state.speed);
  });
  // Who wants little motion sees the end at once instead of a film.
  on(['arrived'], () => {
    if (calm.matches && state.playing) set({ month: lastMonth(), playing: lastMonth() < end() });
  });
}
