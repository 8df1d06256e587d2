/**
 * Terms that add up, each bar beginning where the one above ended, against a threshold.
 */
import { s } from './dom.js';
import { number } from './format.js';
import { say } from './words.js';

const width = 330, row = 27, left = 2, right = 46;

/**
 * @param {Array<{name: string, amount: number, note: string}>} terms
 * @param {{total: number, threshold?: number, name: string}} end
 */
export function waterfall(terms, end) {
  let reached = 0;
  const bars = terms.map((term) => {
    const from = reached;
    reached += term.amount;
    return { ...term, from, to: reached };
  });
  const marks = [0, reached, end.total, ...(end.threshold === undefined ? [] : [end.threshold]), ...bars.map((bar) => bar.to)];
  const low = Math.min(...marks), high = Math.max(...marks);
  const x = (value) => left + ((value - low) / (high - low || 1)) * (width - left - right);
  const height = row * (bars.length + 1) + 30;
  const signed = (value) => `${value >= 0 ? '+' : ''}${number(value, 2)}`;
  const line = (bar, index) => s('g', { class: bar.amount >= 0 ? 'for' : 'against' },
    s('text', { class: 'term', x: left, y: index * row + 11 }, ...fitting(bar.name, bar.note)),
    s('text', { class: 'amount', x: width, y: index * row + 11, 'text-anchor': 'end' }, signed(bar.amount)),
    s('rect', { x: Math.min(x(bar.from), x(bar.to)), y: index * row + 15, width: Math.max(1.5, Math.abs(x(bar.to) - x(bar.from))), height: 7, rx: 1.5 }));
  const foot = bars.length * row;
  return s('svg', {
    class: 'waterfall', viewBox: `0 0 ${width} ${height}`, role: 'img',
    'aria-label': say('why.label', {
      terms: terms.map((term) => `${term.name} ${signed(term.amount)}`).join(say('comma')), total: number(end.total, 2), threshold: number(end.threshold, 2),
    }),
  },
  end.threshold === undefined ? null : threshold(x(end.threshold), foot, `${end.name} ${number(end.threshold, 2)}`),
  s('line', { class: 'zero', x1: x(0), x2: x(0), y1: 14, y2: foot + 14 }),
  bars.map(line),
  s('g', { class: 'total' },
    s('text', { class: 'term', x: left, y: foot + 11 }, say('why.utility')),
    s('text', { class: 'amount', x: width, y: foot + 11, 'text-anchor': 'end' }, number(end.total, 2)),
    s('rect', { x: Math.min(x(0), x(end.total)), y: foot + 15, width: Math.max(1.5, Math.abs(x(end.total) - x(0))), height: 7, rx: 1.5 })));
}

/** The line that has to be reached, and its name below, on whichever side there is room. */
function threshold(at, foot, text) {
  const wide = extent(text);
  const anchor = at + wide < width ? 'start' : at - wide > 0 ? 'end' : 'middle';
  return s('g', { class: 'threshold' }, s('line', { x1: at, x2: at, y1: 14, y2: foot + 26 }),
    s('text', { x: anchor === 'middle' ? width / 2 : at, y: foot + 40, 'text-anchor': anchor }, text));
}

/** About how wide a text is at the size of the terms. */
const extent = (text) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 11.5 : 6.3), 0);

/** The name and the note behind it as far as they fit beside the amount; all of it is told on hovering. */
function fitting(name, note) {
  const room = width - right - left;
  const both = note && extent(name) + 6 + extent(note) * 0.92 < room;
  let shown = name;
  while (extent(shown) > room && shown.length > 4) shown = shown.slice(0, -2).replace(/[\s,(（]+$/, '') + '…';
  return [shown, both ? s('tspan', { class: 'note', dx: 6 }, note) : null, s('title', {}, [name, note].filter(Boolean).join(' '))];
}
