/**
 * The sides of a run, by letter, colour and name; which are pictured and which is asked about.
 */
import { button, h, refill, s } from './dom.js';
import { dated } from './format.js';
import { dashes } from './palette.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

/** A, B for what was begun with; A2, A3 for the futures of A. */
export function sideLetter(side) {
  if (!side) return '';
  const sides = state.game?.sides ?? [];
  const root = (one) => (one.parent === null || one.parent === undefined ? one : root(sides[one.parent]));
  const letter = String.fromCharCode(65 + root(side).side);
  const family = sides.filter((one) => root(one) === root(side));
  const rank = family.indexOf(side);
  return rank > 0 ? `${letter}${rank + 1}` : letter;
}

/** The title, and for a future what is different in it. */
export function sideName(side) {
  if (!side) return '';
  const letter = sideLetter(side);
  if (side.parent === null || side.parent === undefined) return `${letter} · ${told(side.title)}`;
  return `${letter} · ${futureName(side)}`;
}

/** What a future is called: a ready-made name, or the levers that differ. */
export function futureName(side) {
  const own = side.changes.filter((change) => change.month >= side.from);
  const levers = own.map((change) => change.lever);
  const from = say('fork.from', { month: side.from, date: dated(state.game.start, side.from) });
  if (levers.includes('support.agenda') && levers.includes('support.pilotWeight')) return say('future.attention') + from;
  const named = levers.slice(0, 2).map((key) => {
    const lever = state.catalogue.levers.find((one) => one.key === key);
    return lever ? told(lever.meaning) : key;
  });
  const more = levers.length > 2 ? say('fork.more', { count: levers.length - 2 }) : '';
  return (named.join(say('comma')) || say('future.same')) + more + from;
}

/** The line of a side in its colour and dash. */
export function swatch(side) {
  return s('svg', { class: `swatch ${sideClass(side)}`, viewBox: '0 0 22 10', 'aria-hidden': 'true' },
    s('line', { x1: 1, x2: 21, y1: 5, y2: 5, 'stroke-width': 3, 'stroke-dasharray': dashes[side % 8] }));
}

/** The class by which the style sheet colours what belongs to a side. */
export const sideClass = (side) => `side-${side % 8}`;

/** Buttons for all sides: pressed are those in the picture, at most two; the last pressed is asked about. */
export function sideStrip() {
  const strip = h('div', { class: 'sides', role: 'group', 'aria-label': saying('sides.label') });
  const draw = () => {
    const sides = state.game?.sides ?? [];
    strip.hidden = sides.length < 3;
    refill(strip, sides.map((side) => button([swatch(side.side), h('span', {}, sideName(side))], () => showSide(side.side), {
      class: 'side', 'aria-pressed': String(state.shown.includes(side.side)), title: sideName(side),
    })));
  };
  on(['game', 'shown'], draw);
  onLanguage(draw);
  return strip;
}

/** Shows a side in the picture, or takes it away if another remains. */
export function showSide(side) {
  const { shown } = state;
  const next = shown.includes(side) ? (shown.length > 1 ? shown.filter((one) => one !== side) : shown) : [...shown, side].slice(-2);
  set({ shown: next, side: next.includes(side) ? side : next[0] });
}

/** Shows one side alone, or two again. */
export function showAlone(side) {
  if (state.shown.length > 1) return set({ shown: [side], side });
  const other = state.game.sides.find((one) => one.side !== side);
  if (other) set({ shown: [side, other.side].sort((one, next) => one - next) });
}
