/**
 * Organisations and projects of the month, to be asked about; residents by number or by what they did.
 */
import { button, h, refill } from './dom.js';
import { number, yuan } from './format.js';
import { standing } from './picture-over.js';
import { refusalWords } from './notice.js';
import { sideName, swatch } from './sides.js';
import { on, set, state } from './store.js';
import { onLanguage, say, saying, told } from './words.js';

export function who() {
  const body = h('div', { class: 'who-body' });
  const field = h('input', { type: 'text', inputmode: 'numeric', id: 'resident-number', autocomplete: 'off', class: 'exact' });
  const fault = h('p', { class: 'fault', hidden: true, id: 'resident-fault', role: 'alert' });
  const ask = h('form', { class: 'row', onsubmit: (event) => {
    event.preventDefault();
    const wanted = Number(field.value);
    const most = state.game?.residents ?? 0;
    const wrong = !Number.isInteger(wanted) || wanted < 1 || wanted > most;
    fault.hidden = !wrong;
    refill(fault, wrong ? say('who.wrong', { found: field.value, high: most }) : '');
    if (!wrong) set({ pick: { kind: 'resident', id: String(wanted) }, right: 'why', playing: false });
  } }, h('label', { for: 'resident-number' }, saying('who.resident')), field, h('button', { type: 'submit', class: 'small' }, saying('who.ask')));
  const box = h('div', { class: 'who' }, h('h2', { class: 'unseen' }, saying('panel.who')), ask, fault, body);
  const draw = () => {
    if (state.right !== 'who') return;
    ask.hidden = !state.game;
    if (!state.game) return refill(body, h('p', { class: 'empty' }, say('panel.empty')));
    if (state.playing) return refill(body, h('p', { class: 'empty' }, say('who.paused')));
    const side = state.game.sides[state.side];
    const found = standing(side.side);
    const pick = (kind, id) => () => set({ pick: { kind, id: String(id) }, right: 'why' });
    const section = (title, rows, wanted) => h('section', {}, h('h3', {}, say(title, { count: rows?.length ?? 0 })),
      !rows ? h('p', { class: 'empty' }, found?.refused ? refusalWords(found.refused) : say('waiting')) : rows.length ? h('ul', { class: 'cards' }, rows.map(wanted)) : h('p', { class: 'empty' }, say('who.none')));
    const communities = state.game.layout?.communities ?? [];
    const where = (id) => told(communities.find((one) => one.id === id)?.title) || id || '';
    refill(body,
      h('p', { class: 'facts' }, swatch(side.side), ' ', sideName(side)),
      h('section', {}, h('h3', {}, say('who.committees', { count: communities.length })),
        h('ul', { class: 'cards' }, communities.slice(0, 60).map((one) => h('li', {}, button([h('b', {}, told(one.title))], pick('committee', one.id), { class: 'card' }))))),
      section('who.social', found?.social, (one) => h('li', {}, button([
        h('b', {}, told(one.name)), h('span', {}, say(one.isPresent ? 'who.here' : 'who.away')),
      ], pick('organisation', one.id), { class: 'card' }))),
      section('who.organisations', found?.residents, (one) => h('li', {}, button([
        h('b', {}, say('who.group', { domain: say(`domain.${one.domain}`) })), h('span', {}, [where(one.community), say('who.members', { count: one.members.length })].filter(Boolean).join(' · ')),
      ], pick('organisation', one.id), { class: 'card' }))),
      section('who.projects', found?.projects, (one) => h('li', {}, button([
        h('b', {}, `${say(`domain.${one.domain}`)} · ${say(`provider.${one.provider}`)}`),
        h('span', {}, [where(one.community), yuan((one.grant ?? 0) / 100), one.progress === undefined ? '' : say('who.progress', { percent: number(one.progress * 100, 0) })].filter(Boolean).join(' · ')),
      ], pick('project', one.id), { class: 'card' }))));
  };
  on(['right', 'month', 'side', 'game', 'arrived', 'playing'], draw);
  onLanguage(draw);
  return box;
}
