/**
 * Why somebody did what it did: the terms of its utility against the threshold, or the account of a project or organisation.
 */
import { button, h, refill } from './dom.js';
import { dated } from './format.js';
import { frame } from './frames.js';
import { numberOf, owner } from './game.js';
import { notice, refusalWords } from './notice.js';
import { asked } from './picture-over.js';
import { project } from './why-project.js';
import { resident } from './why-resident.js';
import { sideName, swatch } from './sides.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

export function why() {
  const body = h('div', { class: 'why-body' });
  const box = h('div', { class: 'why' }, h('h2', { class: 'unseen' }, saying('panel.why')), body);
  let drawn = '';
  const draw = () => {
    if (state.right !== 'why') return;
    if (!state.game || !state.pick) {
      drawn = '';
      return refill(body, h('p', { class: 'empty' }, say(state.game ? 'why.choose' : 'panel.empty')),
        state.game ? button(say('why.find'), find, { class: 'wide' }) : null);
    }
    if (state.playing) {
      drawn = '';
      return refill(body, h('p', { class: 'empty' }, say('why.paused')));
    }
    const month = state.month;
    const { kind, id } = state.pick;
    // The same person is asked on all sides that are shown: people are shared.
    const sides = kind === 'resident' || kind === 'committee' ? [state.side, ...state.shown.filter((side) => side !== state.side)] : [state.side];
    const answers = sides.map((side) => ({ side, answer: asked('why', { side, kind, id, month }) }));
    const key = JSON.stringify([state.game.id, month, kind, id, sides, document.documentElement.lang, answers.map(({ answer }) => Boolean(answer))]);
    if (key === drawn) return;
    drawn = key;
    refill(body,
      h('div', { class: 'row' }, h('h3', {}, heading(kind, id)), button(say('why.close'), () => set({ pick: null }), { class: 'quiet small' })),
      h('p', { class: 'facts' }, dated(state.game.start, month), ' · ', say('month.of', { month, months: state.game.months })),
      answers.map(({ side, answer }) => h('section', { class: 'why-side' },
        sides.length > 1 || state.game.sides.length > 1 ? h('h4', {}, swatch(side), h('span', {}, sideName(state.game.sides[side]))) : null,
        answer ? show(kind, answer) : h('p', { class: 'empty' }, say('waiting')))));
  };
  on(['right', 'pick', 'month', 'side', 'shown', 'game', 'arrived', 'playing'], draw);
  onLanguage(draw);
  return box;
}

function heading(kind, id) {
  const communities = state.game.layout?.communities ?? [];
  const name = kind === 'committee' ? told(communities.find((one) => one.id === id)?.title) || id : id;
  return say(`why.${kind}`, { id: name });
}

function show(kind, answer) {
  if (answer.refused) return h('p', { class: 'empty' }, refusalWords(answer.refused));
  const first = answer.answers?.[0];
  if (kind === 'resident' && first?.explanation) return resident(first.explanation);
  if (kind === 'project' && first?.explanation) return project(first.explanation);
  if (first && !first.explanation) return h('p', { class: 'empty' }, told(first.absence) || say('why.absent'));
  return h('pre', { class: 'screen', tabindex: '0' }, told(answer.text));
}

/** Somebody worth asking about: who took no part last month and does now. */
function find() {
  const side = state.game.sides[state.side];
  const bytes = (month) => frame(owner(side, month), month)?.rung;
  const now = bytes(state.month), before = state.month > 1 ? bytes(state.month - 1) : null;
  const begun = now?.findIndex((rung, index) => rung > 0 && !(before?.[index] > 0)) ?? -1;
  if (begun < 0) return notice(say('why.nobody'));
  set({ pick: { kind: 'resident', id: String(numberOf(begun)) } });
}
