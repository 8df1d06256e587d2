/**
 * What lies over the dots: the resident asked about with its ties, and organisations with their members.
 */
import { api } from './api.js';
import { indexOf } from './game.js';
import { colours } from './palette.js';
import { middle } from './picture-layout.js';
import { set, state } from './store.js';

/** Answers by question, so that playing back asks nothing twice. */
const answers = new Map();

/** What the server says to a question, null while it is on its way. */
export function asked(path, values) {
  const key = `${state.game.id}/${path}?${JSON.stringify(values)}`;
  if (answers.has(key)) return answers.get(key);
  if (answers.size > 300) answers.clear();
  answers.set(key, null);
  api.json(api.game(state.game.id, path), values).then((answer) => {
    answers.set(key, answer);
    set({ arrived: state.arrived + 1 });
  }).catch((refusal) => {
    // Kept as well, so that what is refused is not asked for with every month.
    answers.set(key, { refused: refusal });
    set({ arrived: state.arrived + 1 });
  });
  return null;
}

/** Organisations and projects of a side in the month shown, null while on their way. */
export const standing = (side) => asked('organisations', { side, month: state.month });

/** Residents' organisations alone, which have members in the picture. */
const groups = (side) => standing(side)?.residents ?? [];

/** Draws what is wanted over one picture. */
export function drawOver(view) {
  const pen = view.over.getContext('2d');
  pen.clearRect(0, 0, view.over.width, view.over.height);
  if (!view.plan || !state.game) return;
  const at = (resident) => middle(view.plan, resident);
  pen.lineCap = 'round';
  if (state.organisations && !state.playing) {
    for (const organisation of groups(view.side)) drawMembers(pen, view, organisation, at);
  }
  if (state.pick?.kind === 'organisation') {
    const chosen = groups(view.side).find((organisation) => organisation.id === state.pick.id);
    if (chosen) drawMembers(pen, view, chosen, at, true);
  }
  if (state.pick?.kind === 'resident') {
    const resident = Number(state.pick.id);
    const here = at(indexOf(resident));
    if (!here) return;
    if (state.ties && !state.playing) {
      for (const tie of asked('ties', { side: view.side, resident, month: state.month })?.ties ?? []) {
        const active = (view.bytes()?.rung[indexOf(tie)] ?? 0) > 0;
        line(pen, here, at(indexOf(tie)), active ? colours.accent : colours.quiet, (active ? 1.6 : 1) * view.scale);
      }
    }
    ring(pen, here, Math.max(view.plan.pitch * 0.75, 5 * view.scale), colours.ink, 2 * view.scale);
  }
}

function drawMembers(pen, view, organisation, at, chosen = false) {
  const leader = organisation.leader === null || organisation.leader === undefined ? null : at(indexOf(organisation.leader));
  pen.globalAlpha = chosen ? 1 : 0.75;
  for (const member of organisation.members ?? []) {
    const here = at(indexOf(member));
    if (!here) continue;
    if (leader && chosen) line(pen, leader, here, colours.ink, 0.8 * view.scale);
    ring(pen, here, Math.max(view.plan.pitch * 0.55, 2.5 * view.scale), colours.ink, (chosen ? 1.6 : 1.1) * view.scale);
  }
  if (leader) ring(pen, leader, Math.max(view.plan.pitch * 0.85, 5 * view.scale), colours.accent, 2 * view.scale);
  pen.globalAlpha = 1;
}

function line(pen, from, to, colour, width) {
  if (!from || !to) return;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  const bend = Math.hypot(to.x - from.x, to.y - from.y) * 0.12;
  pen.quadraticCurveTo((from.x + to.x) / 2, (from.y + to.y) / 2 - bend, to.x, to.y);
  pen.stroke();
}

function ring(pen, at, radius, colour, width) {
  pen.strokeStyle = colours.paper;
  pen.lineWidth = width * 2;
  pen.beginPath();
  pen.arc(at.x, at.y, radius, 0, Math.PI * 2);
  pen.stroke();
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}
