/**
 * A project's story: who asked for what, against whom it stood, what it got, how it went and how it ended.
 */
import { h } from './dom.js';
import { number, yuan } from './format.js';
import { say, told } from './words.js';

/** @param {any} story as `cogov why --format json` gives it */
export function project(story) {
  const { contest, grant, months, end } = story;
  return [
    h('p', {}, say('project.proposed', {
      provider: say(`provider.${story.provider}`), month: story.proposed, date: story.date, line: told(story.lineName), domain: say(`domain.${story.domain}`), ask: yuan(story.ask / 100),
    })),
    contest ? [
      h('h5', {}, say('project.contest')),
      h('p', { class: 'facts' }, say('project.rule', { rule: told(contest.ruleName), voters: number(contest.voters ?? 0, 0), pot: yuan(contest.pot / 100) })),
      h('ul', { class: 'contest' }, (contest.candidates ?? []).map((one) => {
        const bar = h('i', {});
        bar.style.setProperty('width', `${(100 * (one.score ?? 0)) / Math.max(1e-9, ...contest.candidates.map((other) => other.score ?? 0))}%`);
        return h('li', { class: one.id === story.id ? 'own' : null }, h('span', {}, `${say(`domain.${one.domain}`)} · ${say(`provider.${one.provider}`)}`),
          h('span', { class: 'bar' }, bar), h('span', { class: 'num' }, `${number(one.score ?? 0)} · ${one.granted ? yuan(one.granted / 100) : say('project.nothing')}`));
      })),
    ] : null,
    grant ? h('p', {}, say('project.grant', { money: yuan(grant.fen / 100), units: number(grant.plannedUnits, 0), months: grant.plannedMonths, astray: number(grant.diversion * 100, 1) })) : null,
    months?.length ? [
      h('h5', {}, say('project.months')),
      h('table', { class: 'rungs' }, h('thead', {}, h('tr', {}, ['project.col.month', 'project.col.done', 'project.col.spent', 'project.col.risk'].map((key) => h('th', { scope: 'col' }, say(key))))),
        h('tbody', {}, months.map((one, at) => h('tr', {}, h('th', { scope: 'row' }, one.month),
          h('td', {}, `${number(months.slice(0, at + 1).reduce((sum, other) => sum + other.progress, 0) * 100, 0)} %`), h('td', {}, yuan(one.spent / 100)),
          h('td', {}, one.failure ? `${number(one.failure.draw, 3)} / ${number(one.failure.probability, 3)}` : '–'))))),
      h('p', { class: 'facts' }, say('project.risk')),
    ] : null,
    end ? h('p', { class: 'verdict' }, h('b', {}, say('project.end', { month: end.month, name: told(end.name) })), ' ',
      say('project.gave', { units: number(end.delivered, 0), spent: yuan(end.spent / 100), astray: yuan(end.diverted / 100), back: yuan((end.returned ?? 0) / 100) })) : h('p', { class: 'facts' }, say('project.going')),
  ];
}
