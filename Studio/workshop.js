/**
 * A workshop: the teacher opens it with a task, groups join by its code from their own browsers, decide turn by turn within a
 * budget, and a board compares them.
 */
import { button, h, refill } from './dom.js';
import { api } from './api.js';
import { board } from './board.js';
import { find } from './game.js';
import { notice } from './notice.js';
import { set, on, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

/** Keys of one's own workshops stay in this browser; an address never holds them. */
const keep = (code, what, value) => localStorage.setItem(`cogov.workshop.${code}.${what}`, value);
const kept = (code, what) => localStorage.getItem(`cogov.workshop.${code}.${what}`);

let ear = null;

/** Takes part again, as teacher or group, after a reload. */
export async function rejoin({ code, role, group }) {
  const key = kept(code, 'teacher');
  const known = await api.json(api.workshop(code));
  const own = role === 'group' ? kept(code, `group.${group}`) : null;
  if (own) return enter(code, JSON.parse(own), known);
  set({ workshop: { code, role: role === 'teacher' && key ? 'teacher' : 'watch', key, board: known }, view: 'workshop' });
  attend(code);
}

async function openWorkshop(form) {
  const told = await api.post('workshops', form);
  keep(told.code, 'teacher', told.teacherKey);
  await rejoin({ code: told.code, role: 'teacher' });
}

async function join(code, name, role) {
  const told = await api.post(api.workshop(code, 'groups'), { name, role });
  const own = { group: told.group, key: told.key, game: told.game, name, as: role };
  keep(code, `group.${told.group}`, JSON.stringify(own));
  await enter(code, own, await api.json(api.workshop(code)));
}

async function enter(code, own, known) {
  const { game, ...rest } = own;
  set({ workshop: { code, role: 'group', ...rest, board: known }, view: 'studio', left: 'turn', staged: {}, pane: 'left' });
  await find(game);
  set({ month: Math.max(1, decidedUntil(state.workshop)), shown: [0], side: 0 });
  attend(code);
}

/** The task of a board, from the catalogue where the board only names it. */
export function taskOf(board) {
  return typeof board?.task === 'string' ? state.catalogue.tasks?.find((one) => one.id === board.task) : board?.task;
}

/** A group's own line on the board. */
export const ownGroup = (workshop) => workshop?.board?.groups.find((one) => one.group === workshop.group) ?? null;

/** The month to which a group has decided. */
export const decidedUntil = (workshop) => ownGroup(workshop)?.decided ?? 0;

/** Yuan that a group has left in the year of its next turn; null without a budget. */
export function left(workshop) {
  const { budget } = workshop.board;
  if (budget === null || budget === undefined) return null;
  return (budget - (ownGroup(workshop)?.spent?.[Math.floor(decidedUntil(workshop) / 12)] ?? 0)) / 100;
}

/** Follows the board. */
function attend(code) {
  ear?.close();
  ear = api.listen(api.workshop(code, 'stream'), {}, { board: (told) => {
    const { workshop } = state;
    if (!workshop || workshop.code !== code) return;
    set({ workshop: { ...workshop, board: told } });
  } });
}

export function leaveWorkshop() {
  ear?.close();
  ear = null;
  set({ workshop: null, left: 'setup', view: 'workshop' });
}

/** Teacher's orders. */
export async function order(what) {
  const { code, key } = state.workshop;
  try { await api.post(api.workshop(code, what), { teacherKey: key }); } catch (refusal) { notice(refusal); }
}

/** The group's decision for its next turn. */
export async function decide() {
  const { code, group, key } = state.workshop;
  const changes = Object.entries(state.staged).map(([lever, value]) => ({ lever, value }));
  set({ running: true });
  try {
    const before = decidedUntil(state.workshop);
    // How the group stands then is told on the board's stream; the answer may be older than what has come there already.
    await api.post(api.workshop(code, `groups/${api.part(group)}/decide`), { key, changes });
    set({ staged: {} });
    await find(state.game.id);
    set({ month: Math.max(1, before), playing: true, pane: 'stage' });
  } catch (refusal) { notice(refusal); } finally { set({ running: false }); }
}

/** The view of workshops: opening and joining, or the board. */
export function workshopView() {
  const box = h('div', { class: 'page workshop' });
  let form = null;
  const draw = () => {
    if (state.view !== 'workshop' || !state.catalogue) return;
    if (state.workshop) {
      form = null;
      return refill(box, board());
    }
    if (form) return;
    form = h('div', { class: 'doors' }, opening(), joining());
    refill(box, h('header', { class: 'page-head' }, h('h1', {}, saying('workshop.title')), h('p', {}, saying('workshop.lead'))), form);
  };
  on(['view', 'catalogue', 'workshop'], draw);
  onLanguage(() => {
    form = null;
    draw();
  });
  return box;
}

function opening() {
  const { tasks = [] } = state.catalogue;
  const task = h('select', { id: 'task', onchange: () => describe() }, tasks.map((one) => h('option', { value: one.id }, told(one.title))));
  const title = h('input', { type: 'text', id: 'workshop-title', maxlength: '80', autocomplete: 'off', placeholder: say('workshop.name.example') });
  const turn = h('select', { id: 'turn' }, [1, 3, 6, 12, 24].map((months) => h('option', { value: months }, say(months % 12 ? 'workshop.months' : 'workshop.years', { months, years: months / 12 }))));
  const pace = h('select', { id: 'pace' }, ['teacher', 'free'].map((one) => h('option', { value: one }, say(`workshop.pace.${one}`))));
  const budget = h('input', { type: 'text', inputmode: 'numeric', id: 'budget', autocomplete: 'off' });
  const about = h('p', { class: 'summary' });
  const fault = h('p', { class: 'fault', role: 'alert', hidden: true });
  const describe = () => {
    const chosen = tasks.find((one) => one.id === task.value);
    refill(about, told(chosen?.text));
    budget.value = String((chosen?.budget ?? 0) / 100);
    turn.value = String(chosen?.turn ?? 12);
  };
  describe();
  const field = (key, id, input) => h('div', { class: 'field' }, h('label', { for: id }, say(key)), input);
  return h('form', { class: 'door', onsubmit: async (event) => {
    event.preventDefault();
    const sum = Number(budget.value.replace(/[ ,]/g, ''));
    const wrong = !Number.isInteger(sum) || sum < 0;
    fault.hidden = !wrong;
    if (wrong) return refill(fault, say('workshop.budget.wrong', { found: budget.value }));
    try { await openWorkshop({ task: task.value, title: title.value.trim() || told(tasks.find((one) => one.id === task.value)?.title), turn: Number(turn.value), budget: sum, pace: pace.value }); } catch (refusal) { notice(refusal); }
  } }, h('h2', {}, say('workshop.open')), field('workshop.task', 'task', task), about,
  field('workshop.name', 'workshop-title', title),
  h('div', { class: 'fields' }, field('workshop.turn', 'turn', turn), field('workshop.budget', 'budget', budget)),
  field('workshop.pace', 'pace', pace), fault, h('button', { type: 'submit', class: 'primary wide' }, say('workshop.open.do')));
}

function joining() {
  const code = h('input', { type: 'text', id: 'code', class: 'code', maxlength: '12', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' });
  const asked = new URLSearchParams(location.hash.slice(1)).get('join');
  if (asked) code.value = asked;
  const name = h('input', { type: 'text', id: 'group-name', maxlength: '40', autocomplete: 'off' });
  const role = h('select', { id: 'role' }, ['committee', 'government'].map((one) => h('option', { value: one }, say(`role.${one}`))));
  const fault = h('p', { class: 'fault', role: 'alert', hidden: true });
  const field = (key, id, input) => h('div', { class: 'field' }, h('label', { for: id }, say(key)), input);
  const wrong = (words) => {
    fault.hidden = !words;
    refill(fault, words);
  };
  return h('form', { class: 'door', onsubmit: async (event) => {
    event.preventDefault();
    const typed = code.value.trim().toLowerCase();
    if (!typed) return wrong(say('workshop.code.missing'));
    if (!name.value.trim()) return wrong(say('workshop.group.missing'));
    wrong('');
    try { await join(typed, name.value.trim(), role.value); } catch (refusal) { refusal.status === 404 ? wrong(say('workshop.code.wrong', { code: typed.toUpperCase() })) : notice(refusal); }
  } }, h('h2', {}, say('workshop.join')), field('workshop.code', 'code', code), field('workshop.group', 'group-name', name), field('workshop.role', 'role', role), fault,
  h('button', { type: 'submit', class: 'primary wide' }, say('workshop.join.do')),
  h('button', { type: 'button', class: 'quiet wide', onclick: async () => {
    const typed = code.value.trim().toLowerCase();
    if (!typed) return wrong(say('workshop.code.missing'));
    try { await rejoin({ code: typed, role: 'watch' }); } catch (refusal) { refusal.status === 404 ? wrong(say('workshop.code.wrong', { code: typed.toUpperCase() })) : notice(refusal); }
  } }, say('workshop.watch')));
}
