/**
 * The picture of the community: one canvas for each side that is shown, coloured by rung, trust or need, and above it ties
 * of the resident asked about and members of organisations.
 */
import { button, h, icon, refill, shapes } from './dom.js';
import { frame } from './frames.js';
import { indexOf, numberOf, owner } from './game.js';
import { drawOver } from './picture-over.js';
import { arrange, middle, residentAt } from './picture-layout.js';
import { ground, paint, stamps } from './picture-paint.js';
import { colours } from './palette.js';
import { number } from './format.js';
import { on, set, state } from './store.js';
import { showAlone, sideName, swatch } from './sides.js';
import { onTheme } from './theme.js';
import { onLanguage, say, saying, told } from './words.js';

/** Everything about one canvas. */
class View {
  constructor(side) {
    this.side = side;
    this.canvas = h('canvas', {
      class: 'picture-dots', tabindex: '0', role: 'application', 'aria-label': () => this.label(),
      'aria-roledescription': saying('picture.role'), onclick: (event) => this.choose(event), onkeydown: (event) => this.walk(event),
      onpointermove: (event) => this.hover(event), onpointerleave: () => { this.tip.hidden = true; },
    });
    this.over = h('canvas', { class: 'picture-over', 'aria-hidden': 'true' });
    this.tip = h('div', { class: 'tip', hidden: true });
    this.waiting = h('p', { class: 'picture-waiting' }, saying('picture.waiting'));
    this.box = h('figure', { class: 'picture' },
      h('figcaption', {}, swatch(side), h('span', {}, () => sideName(state.game?.sides[side])),
        button(icon(shapes.alone), () => showAlone(side), { class: 'quiet tiny alone', 'aria-label': saying('picture.alone'), title: saying('picture.alone') })),
      h('div', { class: 'picture-ground' }, this.canvas, this.over, this.waiting, this.tip));
    this.painted = '';
    new ResizeObserver(() => this.arrange()).observe(this.box.lastChild);
  }

  /** The counts of the month for those who do not see the dots. */
  label() {
    const counts = this.counts();
    const words = counts ? counts.map((count, rung) => `${told(state.catalogue.rungs[rung])} ${number(count, 0)}`).join(say('comma')) : '';
    return say('picture.label', { name: state.game ? sideName(state.game.sides[this.side]) : '', month: state.month, counts: words });
  }

  counts() {
    const bytes = this.bytes?.();
    if (!bytes) return null;
    const counts = [0, 0, 0, 0, 0];
    for (const rung of bytes.rung) counts[rung] += 1;
    return counts;
  }

  bytes() {
    const side = state.game?.sides[this.side];
    return side ? frame(owner(side, state.month), state.month) : null;
  }

  communities() {
    const all = state.game?.layout?.communities ?? [];
    const one = all.filter((community) => community.id === state.community);
    return one.length ? one : all;
  }

  arrange() {
    const rect = this.canvas.getBoundingClientRect();
    if (!rect.width || !rect.height || !state.game?.layout) return;
    this.scale = Math.min(2, window.devicePixelRatio || 1);
    for (const canvas of [this.canvas, this.over]) {
      canvas.width = Math.round(rect.width * this.scale);
      canvas.height = Math.round(rect.height * this.scale);
    }
    this.plan = arrange(this.communities(), this.canvas.width, this.canvas.height, this.scale);
    this.dress();
  }

  /** Ground and dots anew, as theme, language or colouring changed. */
  dress() {
    if (!this.plan) return;
    this.under = ground(this.canvas, this.plan, this.scale);
    this.dots = stamps(state.colour === 'rung' ? colours.rungs : colours[state.colour], this.plan.pitch);
    this.painted = '';
    this.paint();
  }

  paint() {
    if (!this.plan) return this.arrange();
    const bytes = this.bytes();
    this.waiting.hidden = Boolean(bytes) || this.painted !== '';
    if (bytes) {
      const key = `${state.game.id}:${state.month}:${state.colour}`;
      if (this.painted !== key) {
        const plane = bytes[state.colour];
        paint(this.canvas.getContext('2d'), this.under, this.plan, this.dots,
          state.colour === 'rung' ? (resident) => plane[resident] : (resident) => plane[resident] >> 5);
        this.painted = key;
        this.canvas.dataset.month = String(state.month);
        if (!state.playing) this.canvas.setAttribute('aria-label', this.label());
      }
    }
    drawOver(this);
  }

  at(event) {
    const rect = this.canvas.getBoundingClientRect();
    return this.plan ? residentAt(this.plan, (event.clientX - rect.left) * this.scale, (event.clientY - rect.top) * this.scale) : null;
  }

  choose(event) {
    const resident = this.at(event);
    if (resident !== null) this.pick(resident);
  }

  pick(resident) {
    set({ side: this.side, pick: { kind: 'resident', id: String(numberOf(resident)) }, right: 'why', playing: false });
  }

  hover(event) {
    const resident = this.at(event);
    const bytes = resident === null ? null : this.bytes();
    this.tip.hidden = !bytes;
    if (!bytes) return;
    const rect = this.canvas.getBoundingClientRect();
    this.tip.textContent = say('picture.tip', {
      number: numberOf(resident), rung: told(state.catalogue.rungs[bytes.rung[resident]]),
      trust: number(bytes.trust[resident] / 255, 2), need: number(bytes.need[resident] / 255, 2),
    });
    const left = Math.min(event.clientX - rect.left + 14, rect.width - this.tip.offsetWidth - 4);
    this.tip.style.setProperty('transform', `translate(${Math.max(0, left)}px, ${Math.max(0, event.clientY - rect.top - 34)}px)`);
  }

  /** Arrow keys go from resident to resident; Enter asks why. */
  walk(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!steps || !this.plan || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const now = state.pick?.kind === 'resident' ? indexOf(Number(state.pick.id)) : this.plan.first;
    const here = middle(this.plan, now) ?? middle(this.plan, this.plan.first);
    let next = null, nearest = Infinity;
    for (let one = 0; one < this.plan.x.length; one += 1) {
      const right = this.plan.x[one] + this.plan.pitch / 2 - here.x, below = this.plan.y[one] + this.plan.pitch / 2 - here.y;
      const along = right * steps[0] + below * steps[1], aside = Math.abs(right * steps[1]) + Math.abs(below * steps[0]);
      if (along < this.plan.pitch * 0.5) continue;
      const away = along + aside * 3;
      if (away < nearest) [nearest, next] = [away, this.plan.first + one];
    }
    if (next !== null) this.pick(next);
  }
}

let views = [];

/** The pictures, side by side. */
export function picture() {
  const box = h('div', { class: 'pictures' });
  const back = button(saying('picture.all'), () => set({ community: null }), { class: 'quiet small' });
  const names = h('select', {
    'aria-label': saying('picture.community'), class: 'small',
    onchange: (event) => set({ community: event.target.value || null }),
  });
  const chooser = h('div', { class: 'picture-chooser' }, names, back);
  const repaint = () => views.forEach((view) => view.paint());
  const tell = () => {
    const communities = state.game?.layout?.communities ?? [];
    chooser.hidden = communities.length < 2;
    back.hidden = !state.community;
    refill(names, h('option', { value: '' }, say('picture.everywhere', { count: communities.length })),
      communities.map((community) => h('option', { value: community.id }, told(community.title))));
    names.value = state.community ?? '';
  };
  on(['game', 'shown'], () => {
    box.hidden = !state.game;
    const shown = state.game ? state.shown.filter((side) => state.game.sides[side]) : [];
    views = shown.map((side) => views.find((view) => view.side === side && view.game === state.game?.id) ?? Object.assign(new View(side), { game: state.game.id }));
    refill(box, views.map((view) => view.box));
    box.dataset.count = String(views.length);
    box.dataset.sides = String(state.game?.sides.length ?? 0);
    tell();
  });
  on(['arrived', 'month', 'pick', 'ties', 'organisations', 'playing'], repaint, false);
  on(['community'], () => views.forEach((view) => view.arrange()), false);
  on(['game', 'arrived', 'community'], (changed) => { if (changed.has('community') || names.options.length !== (state.game?.layout?.communities.length ?? 0) + 1) tell(); });
  on(['colour'], () => views.forEach((view) => view.dress()), false);
  onTheme(() => views.forEach((view) => view.dress()));
  onLanguage(() => {
    tell();
    views.forEach((view) => view.dress());
  });
  return [chooser, box];
}
