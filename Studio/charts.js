/**
 * The charts under the picture: three from the start, others at choice.
 */
import { button, h, icon, refill, shapes } from './dom.js';
import { Chart, observableChoice, observableName } from './chart.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying } from './words.js';
import { onTheme } from './theme.js';

/** What most want to see first. */
const usual = ['participation.rung1plus', 'participation.rung3plus', 'need.vulnerable'];
const most = 6;

/** The observables that are charted now. */
export function charted() {
  const known = (key) => state.catalogue.observables.some((one) => one.key === key);
  const chosen = state.charts.filter(known);
  return chosen.length ? chosen : usual.filter(known);
}

export function charts() {
  const box = h('div', { class: 'charts', role: 'group', 'aria-label': saying('charts.label') });
  const add = h('span', { class: 'chart-add' });
  const head = h('div', { class: 'charts-head' }, h('h2', {}, saying('charts.label')), add);
  let shown = [];
  const build = () => {
    if (!state.catalogue) return;
    const keys = charted();
    shown = keys.map((key) => shown.find((chart) => chart.observable.key === key)
      ?? new Chart(state.catalogue.observables.find((one) => one.key === key)));
    shown.forEach((chart) => {
      const { key } = chart.observable;
      chart.tools?.remove();
      chart.tools = h('span', { class: 'chart-tools' },
        observableChoice(key, (next) => set({ charts: keys.map((one) => (one === key ? next : one)) })),
        keys.length > 1 ? button(icon(shapes.close), () => set({ charts: keys.filter((one) => one !== key) }), {
          class: 'quiet tiny', 'aria-label': saying('charts.remove', () => ({ name: observableName(chart.observable) })),
        }) : null);
      chart.box.firstChild.append(chart.tools);
    });
    refill(box, shown.map((chart) => chart.box));
    box.dataset.count = String(shown.length);
    refill(add, keys.length < most ? button(saying('charts.add'), () => {
      const next = state.catalogue.observables.find((one) => one.headline && !keys.includes(one.key)) ?? state.catalogue.observables.find((one) => !keys.includes(one.key));
      if (next) set({ charts: [...keys, next.key] });
    }, { class: 'quiet small' }) : null);
    draw();
  };
  const draw = () => shown.forEach((chart) => chart.draw());
  on(['catalogue', 'charts'], build);
  on(['arrived', 'month', 'game', 'playing'], draw, false);
  onLanguage(draw);
  onTheme(draw);
  const section = h('section', { class: 'charts-box' }, head, box);
  on(['game'], () => { section.hidden = !state.game; });
  return section;
}
