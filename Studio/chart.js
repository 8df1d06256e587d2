/**
 * One line chart that grows with the months: every side a line, a future forking off its parent's.
 */
import { h, refill, s } from './dom.js';
import { calendar, dated, measured } from './format.js';
import { lived, seenUntil, series } from './game.js';
import { dashes } from './palette.js';
import { goTo } from './play.js';
import { sideClass, sideLetter, sideName } from './sides.js';
import { state } from './store.js';
import { ticks } from './ticks.js';
import { say, saying, told } from './words.js';

const inset = { left: 38, right: 8, top: 8, bottom: 18 };

/** How an observable is called where its meaning is too long for a heading. */
export function observableName(observable) {
  const short = `observable.${observable.key}`;
  try { return say(short); } catch {
    const meaning = told(observable.meaning);
    return meaning.charAt(0).toUpperCase() + meaning.slice(1);
  }
}

/** A chart of one observable; `draw()` brings it up to date. */
export class Chart {
  constructor(observable) {
    this.observable = observable;
    this.drawing = s('svg', { class: 'chart-drawing', role: 'img', 'aria-label': () => this.label() });
    this.values = h('div', { class: 'chart-values' });
    this.tip = h('div', { class: 'tip', hidden: true });
    this.box = h('figure', { class: 'chart' },
      h('figcaption', {}, h('span', { class: 'chart-name', title: () => told(observable.meaning) }, () => observableName(observable)), this.values),
      h('div', { class: 'chart-ground' }, this.drawing, this.tip));
    this.drawing.addEventListener('pointerdown', (event) => {
      this.drawing.setPointerCapture(event.pointerId);
      this.seek(event);
    });
    this.drawing.addEventListener('pointermove', (event) => (event.buttons ? this.seek(event) : this.hover(event)));
    this.drawing.addEventListener('pointerleave', () => { this.tip.hidden = true; });
    new ResizeObserver(() => this.draw()).observe(this.box.lastChild);
  }

  label() {
    const named = (state.game?.sides ?? []).map((side) => say('is.now', { name: sideName(side), value: this.text(series(side, this.observable.key)[state.month - 1]) }));
    return say('chart.label', { name: observableName(this.observable), month: state.month, values: named.join(say('semicolon')) });
  }

  text(value) { return measured(value, this.observable.unit); }

  /** Everything anew: lines up to the month shown in full, what was seen beyond it faintly. */
  draw() {
    const ground = this.box.lastChild;
    const width = ground.clientWidth, height = ground.clientHeight;
    const { game } = state;
    if (!game || width < 40 || height < 30) return;
    const lines = game.sides.map((side) => ({ side, values: series(side, this.observable.key) }));
    const [low, high, marks] = this.scale(lines, height);
    this.x = (month) => inset.left + ((month - 1) / Math.max(1, game.months - 1)) * (width - inset.left - inset.right);
    const y = (value) => height - inset.bottom - ((value - low) / (high - low || 1)) * (height - inset.top - inset.bottom);
    this.drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const path = (values, from, until) => {
      let words = '', open = false;
      for (let month = from; month <= Math.min(until, values.length); month += 1) {
        const value = values[month - 1];
        if (value === null || value === undefined || Number.isNaN(value)) { open = false; continue; }
        words += `${open ? 'L' : 'M'}${this.x(month).toFixed(1)} ${y(value).toFixed(1)}`;
        open = true;
      }
      return words;
    };
    const own = (side) => Math.max(1, (side.from ?? 1) - 1);
    refill(this.drawing,
      marks.map((mark) => s('g', {},
        s('line', { class: 'grid', x1: inset.left, x2: width - inset.right, y1: y(mark), y2: y(mark) }),
        s('text', { class: 'tick', x: inset.left - 5, y: y(mark) + 3.5, 'text-anchor': 'end' }, this.tick(mark, marks)))),
      this.years(width, height),
      lines.filter(({ side }) => side.parent !== null && side.parent !== undefined).map(({ side }) =>
        s('line', { class: `fork-line ${sideClass(side.side)}`, x1: this.x(own(side)), x2: this.x(own(side)), y1: inset.top, y2: height - inset.bottom })),
      lines.map(({ side, values }) => s('g', { class: `line ${sideClass(side.side)}`, 'stroke-dasharray': dashes[side.side % 8] },
        s('path', { class: 'beyond', d: path(values, Math.max(own(side), state.month), Math.min(values.length, seenUntil(side))) }),
        s('path', { d: path(values, own(side), state.month) }))),
      lines.map(({ side, values }) => {
        const value = values[state.month - 1];
        return value === null || value === undefined || state.month < own(side) ? null
          : s('circle', { class: `dot ${sideClass(side.side)}`, cx: this.x(state.month), cy: y(value), r: 3.2 });
      }),
      lines.filter(({ side }) => side.parent !== null && side.parent !== undefined && side.from - 1 >= 1).map(({ side, values }) => {
        const value = values[own(side) - 1];
        return value === null || value === undefined ? null : s('circle', { class: `fork-dot ${sideClass(side.side)}`, cx: this.x(own(side)), cy: y(value), r: 4 });
      }),
      s('line', { class: 'now', x1: this.x(state.month), x2: this.x(state.month), y1: inset.top, y2: height - inset.bottom }));
    refill(this.values, lines.map(({ side, values }) => s2(side, this.text(values[state.month - 1]))));
    if (!state.playing) this.drawing.setAttribute('aria-label', this.label());
  }

  /** Lowest and highest value, and where ticks stand. */
  scale(lines, height) {
    const all = lines.flatMap(({ values }) => values).filter((value) => value !== null && value !== undefined && !Number.isNaN(value));
    const unit = ['share', 'index'].includes(this.observable.unit);
    const bottom = Math.min(0, ...all);
    const most = all.length ? Math.max(...all) : 1;
    const top = unit ? Math.min(1, Math.max(most * 1.08, 0.05)) : Math.max(most * 1.08, bottom + 1e-6);
    const marks = ticks(bottom, top, height < 120 ? 3 : 4);
    return [Math.min(bottom, marks[0]), Math.max(top, marks[marks.length - 1]), marks];
  }

  tick(mark, marks) {
    const gap = marks.length > 1 ? Math.abs(marks[1] - marks[0]) : 1;
    if (this.observable.unit === 'share') return (mark * 100).toFixed(gap < 0.0099 ? 1 : 0) + '%';
    if (Math.abs(mark) >= 1e4) return `${Math.round(mark / 1e3)}k`;
    return mark.toFixed(gap >= 0.99 ? 0 : gap >= 0.099 ? 1 : gap >= 0.0099 ? 2 : 3);
  }

  years(width, height) {
    const { start, months } = state.game;
    const marks = [];
    for (let month = 1; month <= months; month += 1) {
      const at = calendar(start, month);
      if (at.month === 1) marks.push({ month, year: at.year });
    }
    const step = Math.max(1, Math.ceil((marks.length * 34) / (width - inset.left - inset.right)));
    return marks.map((mark, index) => s('g', {},
      s('line', { class: 'axis-tick', x1: this.x(mark.month), x2: this.x(mark.month), y1: height - inset.bottom, y2: height - inset.bottom + 3 }),
      index % step === 0 && this.x(mark.month) < width - 20 ? s('text', { class: 'tick', x: this.x(mark.month), y: height - 4, 'text-anchor': this.x(mark.month) < inset.left + 8 ? 'start' : 'middle' }, mark.year) : null));
  }

  monthAt(event) {
    const rect = this.drawing.getBoundingClientRect();
    const share = (event.clientX - rect.left - inset.left) / (rect.width - inset.left - inset.right);
    return Math.round(1 + share * (state.game.months - 1));
  }

  seek(event) { if (state.game) goTo(this.monthAt(event)); }

  hover(event) {
    const { game } = state;
    const month = game ? this.monthAt(event) : 0;
    const rows = (game?.sides ?? []).filter((side) => month >= 1 && month <= Math.min(seenUntil(side), lived([side])))
      .map((side) => `${sideLetter(side)} ${this.text(series(side, this.observable.key)[month - 1])}`);
    this.tip.hidden = rows.length === 0;
    if (!rows.length) return;
    this.tip.textContent = say('is.now', { name: dated(game.start, month), value: rows.join(say('semicolon')) });
    const rect = this.drawing.getBoundingClientRect();
    const left = Math.min(event.clientX - rect.left + 10, rect.width - this.tip.offsetWidth);
    this.tip.style.setProperty('transform', `translate(${Math.max(0, left)}px, 2px)`);
  }
}

const s2 = (side, text) => h('span', { class: `value ${sideClass(side.side)}` }, h('b', {}, sideLetter(side)), ' ', text);

/** A drop-down to exchange a chart's observable. */
export function observableChoice(chosen, onchange) {
  const rows = [...state.catalogue.observables].sort((one, other) => Number(other.headline) - Number(one.headline));
  const options = (list) => list.map((one) => h('option', { value: one.key }, () => observableName(one)));
  const field = h('select', { class: 'small', 'aria-label': saying('charts.exchange'), onchange: (event) => onchange(event.target.value) },
    h('optgroup', { label: saying('charts.headline') }, options(rows.filter((one) => one.headline))),
    h('optgroup', { label: saying('charts.all') }, options(rows.filter((one) => !one.headline))));
  field.value = chosen;
  return field;
}
