/**
 * One lever: a slider, switch or choice that tells what it means, how far it goes, where it stands and who put it there.
 */
import { attribute, button, h, icon, refill, shapes } from './dom.js';
import { dated, leverValue, choiceWords } from './format.js';
import { say, saying, told } from './words.js';

/** Step of a slider where the registry names none. */
function stepOf(lever) {
  if (lever.step) return lever.step;
  const [low, high] = lever.range ?? [0, 1];
  return high - low <= 2 ? 0.05 : 1;
}

/** What a lever is called. */
export const leverName = (lever) => capital(told(lever.title) || told(lever.meaning));

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A row of the panel. `put(value)` is told of each change, `put(undefined)` of a reset. */
export class LeverRow {
  constructor(lever, put) {
    this.lever = lever;
    this.put = put;
    this.id = `lever-${lever.key.replaceAll('.', '-')}`;
    this.field = { number: () => this.slider(), switch: () => this.switch(), choice: () => this.choice() }[lever.kind]();
    this.fault = h('p', { class: 'fault', id: `${this.id}-fault`, hidden: true });
    this.reset = button(icon(shapes.reset), () => this.change(undefined), {
      class: 'quiet tiny reset', 'aria-label': saying('lever.reset', () => ({ name: leverName(lever) })), title: saying('lever.reset.title'), hidden: true,
    });
    this.about = h('div', { class: 'about', hidden: true, id: `${this.id}-about` });
    this.more = button('?', () => this.explain(), {
      class: 'quiet tiny more', 'aria-label': saying('lever.about', () => ({ name: leverName(lever) })), 'aria-expanded': 'false', 'aria-controls': `${this.id}-about`,
    });
    this.box = h('div', { class: `lever ${lever.kind}` },
      h('div', { class: 'lever-head' }, h('label', { for: this.id }, () => leverName(lever)), this.reset, this.more),
      this.field, this.fault, this.about);
  }

  slider() {
    const [low, high] = this.lever.range ?? [0, 1];
    this.main = h('input', {
      type: 'range', id: this.id, min: low, max: high, step: stepOf(this.lever), 'aria-describedby': `${this.id}-fault`,
      oninput: () => this.change(Number(this.main.value)),
    });
    this.exact = h('input', {
      type: 'text', inputmode: 'decimal', class: 'exact', autocomplete: 'off', 'aria-label': saying('lever.exact', () => ({ name: leverName(this.lever) })),
      'aria-describedby': `${this.id}-fault`, onchange: () => this.typed(this.exact.value),
    });
    return h('div', { class: 'lever-field' }, this.main, this.exact);
  }

  switch() {
    this.main = h('input', { type: 'checkbox', role: 'switch', id: this.id, onchange: () => this.change(this.main.checked) });
    this.word = h('span', { class: 'word', 'aria-hidden': 'true' });
    return h('div', { class: 'lever-field' }, this.main, this.word);
  }

  choice() {
    this.main = h('select', { id: this.id, onchange: () => this.change(this.main.value) },
      this.lever.choices.map((choice) => h('option', { value: choice.id },
        () => (choice.title && told(choice.title) !== choice.id ? told(choice.title) : choiceWords(choice.id)))));
    return h('div', { class: 'lever-field' }, this.main);
  }

  /** A number written by hand: taken if it lies in the range, else told what would be right. */
  typed(text) {
    const [low, high] = this.lever.range ?? [0, 1];
    const value = Number(text.replace('−', '-').replace(',', '.').replace('%', '').trim());
    const wrong = text.trim() === '' || Number.isNaN(value) || value < low || value > high;
    attribute(this.exact, 'aria-invalid', wrong ? 'true' : null);
    this.fault.hidden = !wrong;
    refill(this.fault, wrong ? say('lever.wrong', { found: text, low, high }) : '');
    if (!wrong) this.change(value);
  }

  change(value) {
    this.fault.hidden = true;
    if (this.exact) attribute(this.exact, 'aria-invalid', null);
    this.put(value);
  }

  /** Shows where the lever stands: `own` is the regime's value, `value` what is in force now. */
  show({ value, own, changed, dated: dates, start, source }) {
    this.state = { value, own, changed, dates, start, source };
    this.box.classList.toggle('changed', changed);
    this.reset.hidden = !changed;
    if (this.lever.kind === 'number') {
      const [low, high] = this.lever.range ?? [0, 1];
      const share = (one) => `${(100 * (Number(one) - low)) / (high - low || 1)}%`;
      if (Number(this.main.value) !== Number(value)) this.main.value = String(value);
      this.main.style.setProperty('--at', share(value));
      this.main.style.setProperty('--own', share(own));
      if (document.activeElement !== this.exact || !this.exact.hasAttribute('aria-invalid')) this.exact.value = leverValue(value, this.lever);
    } else if (this.lever.kind === 'switch') {
      this.main.checked = value === true || value === 'true';
      refill(this.word, leverValue(value, this.lever));
    } else this.main.value = value;
    if (!this.about.hidden) this.tell();
  }

  explain() {
    this.about.hidden = !this.about.hidden;
    this.more.setAttribute('aria-expanded', String(!this.about.hidden));
    this.tell();
  }

  /** Meaning, range, where the regime has it and what it does to it on its way, and the key for files. */
  tell() {
    const { lever, state } = this;
    const row = (key, value) => (value ? [h('dt', {}, say(key)), h('dd', {}, value)] : null);
    const range = lever.kind === 'number' ? `${lever.range[0]} – ${lever.range[1]}${lever.unit && !['share', 'index', 'flag'].includes(lever.unit) ? ` ${lever.unit}` : ''}` : '';
    refill(this.about,
      h('p', {}, told(lever.meaning)),
      h('dl', {},
        row('lever.range', range),
        row('lever.own', leverValue(state.own, lever)),
        row('lever.neutral', leverValue(lever.neutral, lever)),
        row('lever.dated', state.dates.length ? h('ul', {}, state.dates.map((one) =>
          h('li', {}, say('lever.date', { date: dated(state.start, one.month), month: one.month, value: leverValue(one.value, lever) })))) : ''),
        row('lever.source', state.source ? sourceWords(state.source) : ''),
        row('lever.key', h('code', {}, `institutions.${lever.key}`))));
  }
}

/** Where a number comes from, as the scenario file says; assumed ones are marked. */
function sourceWords(source) {
  const text = told(source);
  return text.startsWith('assumed:') ? `${say('lever.assumed')}${text.slice(8).trim()}` : text.replace(/^source:\s*/, '');
}
