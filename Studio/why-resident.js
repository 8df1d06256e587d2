/**
 * A resident's decision: who it is, what it was asked to, what spoke for and against, and which rungs were in reach.
 */
import { h } from './dom.js';
import { number } from './format.js';
import { state } from './store.js';
import { waterfall } from './waterfall.js';
import { say, told } from './words.js';

/** @param {any} why the explanation as `cogov why --format json` gives it */
export function resident(why) {
  const activity = decisive(why);
  const noise = why.terms.filter((term) => term.key === 'noise');
  const terms = [...why.terms.filter((term) => term.key !== 'noise'), ...(activity?.terms ?? []), ...noise].filter((term) => Math.abs(term.amount) > 0.004);
  const rungs = state.catalogue.rungs;
  return [
    h('p', { class: 'person' }, person(why.person)),
    h('p', { class: 'verdict' }, h('b', {}, say('why.rung', { rung: why.rung, name: told(rungs[why.rung]) })), ' ', say('why.before', { rung: why.before, name: told(rungs[why.before]) })),
    h('p', {}, reason(why, activity)),
    h('h5', {}, say('why.terms')),
    waterfall(terms.map((term) => ({ name: told(term.name), amount: term.amount, note: note(term, why) })), {
      total: why.utility + (activity?.terms ?? []).reduce((sum, term) => sum + term.amount, 0),
      threshold: activity ? activity.barrier : why.rungs.find((rung) => rung.isOpen && rung.rung > 0)?.threshold,
      name: activity ? say('why.barrier', { what: activityName(activity) }) : say('why.threshold', { rung: 1 }),
    }),
    why.draw ? h('p', { class: 'facts' }, say('why.draw', { percent: number(why.draw.rank * 100, 0) })) : null,
    why.rungs.length ? h('h5', {}, say('why.rungs')) : null,
    !why.rungs.length ? null : h('table', { class: 'rungs' },
      h('thead', {}, h('tr', {}, ['why.col.rung', 'why.col.takes', 'why.col.has', 'why.col.reached'].map((key) => h('th', { scope: 'col' }, say(key))))),
      h('tbody', {}, why.rungs.map((rung) => h('tr', {},
        h('th', { scope: 'row' }, `${rung.rung} ${told(rung.name)}`),
        h('td', {}, rung.isOpen ? number(rung.threshold, 2) : say('why.shut')),
        h('td', {}, number(rung.utility, 2)),
        h('td', {}, say(rung.isOpen && rung.utility >= rung.threshold ? 'yes' : 'no')))))),
  ];
}

/** The activity that it was invited to, else the one that it came nearest to. */
function decisive(why) {
  const invited = why.activities?.find((one) => one.invitation);
  if (invited) return invited;
  return null;
}

const activityName = (activity) => say('why.activity', { kind: say(`activity.${activity.kind}`), provider: say(`provider.${activity.provider}`) });

function person(one) {
  return [
    told(one.communityName), say('why.building', { building: one.building }), say(`age.${one.age}`), say(`tenure.${one.tenure}`),
    one.isPartyMember ? say('why.party') : '', one.isVulnerable ? say('why.vulnerable') : '', one.hasChildren ? say('why.children') : '',
    say('why.ties', { active: one.activeTies, ties: one.ties }),
  ].filter(Boolean).join(say('comma'));
}

function reason(why, activity) {
  if (!activity) return say(why.membership ? 'why.member' : 'why.uninvited');
  const margin = number(Math.abs(activity.utility - activity.barrier), 2);
  return say(`why.${activity.invitation.answer}`, { what: activityName(activity), margin });
}

function note(term, why) {
  if (term.value !== undefined && term.weight !== undefined) return `${number(term.value, 2)} × ${number(term.weight, 2)}`;
  if (term.key === 'noise' && why.draw) return say('why.drawn', { percent: number(why.draw.rank * 100, 0) });
  return '';
}
