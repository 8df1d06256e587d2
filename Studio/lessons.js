/**
 * Lessons: a question, what to try, what to see, and the claim behind it.
 */
import { button, h, refill } from './dom.js';
import { branch } from './fork.js';
import { begin } from './game.js';
import { notice } from './notice.js';
import { goTo, play } from './play.js';
import { setUpOf } from './setup.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

/** The cards of all lessons. */
export function lessonCards() {
  const grid = h('ul', { class: 'lesson-grid' });
  const draw = () => refill(grid, (state.catalogue?.lessons ?? []).map((lesson, at) => h('li', {}, h('article', { class: 'lesson-card' },
    h('p', { class: 'eyebrow' }, say('lesson.number', { number: at + 1 }), ' · ', say('lesson.minutes', { minutes: lesson.minutes ?? 15 }), (lesson.claims ?? []).length ? ` · ${lesson.claims.join(' ')}` : ''),
    h('h3', {}, told(lesson.title)), h('p', {}, told(lesson.question)),
    button(say('lesson.begin'), () => beginLesson(lesson), { class: 'primary', 'data-lesson': lesson.id })))));
  on(['catalogue'], draw);
  onLanguage(draw);
  return h('div', { class: 'page' }, h('header', { class: 'page-head' }, h('h1', {}, saying('lessons.title')), h('p', {}, saying('lessons.lead'))), grid);
}

/** Sets a lesson up and opens the studio beside it. */
export function beginLesson(lesson) {
  const changes = [{}, {}];
  for (const change of lesson.changes ?? []) if ((change.month ?? 1) === 1) changes[change.side ?? 0][change.lever] = change.value;
  set({
    lesson: lesson.id, view: 'studio', left: 'lesson', pane: 'left', playing: false,
    draft: { place: lesson.place, regimes: lesson.regimes, months: lesson.months ?? 120, seed: lesson.seed ?? 1, share: lesson.share ?? 1, changes },
    charts: lesson.watch ?? state.charts,
  });
}

const acts = {
  run: async () => {
    await begin(setUpOf(state.draft));
    set({ staged: {}, community: null, pick: null, pane: 'stage' });
    play();
  },
  month: (action) => goTo(action.month),
  future: async (action) => {
    goTo(action.month - 1);
    await branch(action.changes, action.month, action.side ?? 0);
  },
  colour: (action) => set({ colour: action.by }),
  panel: (action) => set(action.panel === 'charts' ? { pane: 'stage' } : { right: { events: 'log' }[action.panel] ?? action.panel, pane: 'right' }),
};

/** The lesson that is being worked through, beside the picture. */
export function lessonPanel() {
  const box = h('div', { class: 'lesson' });
  let opened = new Set();
  const draw = () => {
    const lesson = state.catalogue?.lessons?.find((one) => one.id === state.lesson);
    if (!lesson) return refill(box, h('p', { class: 'empty' }, say('lesson.none')), button(say('view.lessons'), () => set({ view: 'lessons' }), { class: 'wide' }));
    const fold = (name, content) => {
      const part = h('details', { class: 'fold' }, h('summary', {}, say(name)), content);
      part.open = opened.has(name);
      part.addEventListener('toggle', () => opened[part.open ? 'add' : 'delete'](name));
      return part;
    };
    refill(box,
      h('p', { class: 'eyebrow' }, say('lesson.minutes', { minutes: lesson.minutes ?? 15 }), (lesson.claims ?? []).length ? ` · ${lesson.claims.join(' ')}` : ''),
      h('h2', {}, told(lesson.title)), h('p', { class: 'question' }, told(lesson.question)),
      h('h3', {}, say('lesson.try')),
      h('ol', { class: 'steps' }, (lesson.tasks ?? []).map((step) => h('li', {}, h('p', {}, told(step)),
        step.action ? button(say(`lesson.do.${step.action.kind}`, { month: step.action.month ?? '' }), async () => {
          if (step.action.kind !== 'run' && !state.game) return notice(say('lesson.run.first'));
          try { await acts[step.action.kind](step.action); } catch (refusal) { notice(refusal); }
        }, { class: 'small', 'data-do': step.action.kind }) : null))),
      fold('lesson.see', h('ul', { class: 'see' }, (lesson.see ?? []).map((one) => h('li', {}, told(one))))),
      fold('lesson.why', h('p', {}, told(lesson.explain))),
      lesson.caution ? fold('lesson.caution', h('p', {}, told(lesson.caution))) : null,
      h('div', { class: 'row' }, button(say('lesson.others'), () => set({ view: 'lessons' }), { class: 'quiet' })));
  };
  on(['catalogue', 'lesson'], () => { opened = new Set(); draw(); });
  onLanguage(draw);
  return box;
}
