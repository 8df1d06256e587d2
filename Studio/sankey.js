/**
 * Flows in three columns: sources, holders, uses; widths are money.
 */
import { h, s } from './dom.js';
import { yuan } from './format.js';
import { holderName, sourceName, useName } from './money-flows.js';
import { say } from './words.js';

const width = 340, bar = 9, gap = 18;

/** @param {ReturnType<import('./money-flows.js').gather>} flows @param {number} height @param {boolean} moving */
export function sankey(flows, height, moving) {
  const columns = [flows.sources, flows.holders, flows.uses];
  const most = Math.max(...columns.map((column) => column.reduce((sum, one) => sum + one[1], 0)));
  const rows = Math.max(...columns.map((column) => column.length));
  const tall = Math.max(height, rows * 30);
  const rate = (tall - gap * (rows - 1) - 30) / most;
  const nodes = columns.map((column, index) => {
    let y = 18;
    return new Map(column.map(([key, fen]) => {
      const node = { key, fen, x: (index * (width - bar)) / 2, y, height: Math.max(1.5, fen * rate), into: 0, out: 0 };
      y += Math.max(node.height, 2) + gap;
      return [key, node];
    }));
  });
  const link = (from, to, fen, kind) => {
    const thick = Math.max(0.75, fen * rate);
    const y0 = from.y + from.out + thick / 2, y1 = to.y + to.into + thick / 2;
    from.out += thick;
    to.into += thick;
    const x0 = from.x + bar, x1 = to.x, half = (x0 + x1) / 2;
    const d = `M${x0} ${y0.toFixed(1)}C${half} ${y0.toFixed(1)} ${half} ${y1.toFixed(1)} ${x1} ${y1.toFixed(1)}`;
    return s('g', { class: `flow ${kind}` }, s('path', { d, 'stroke-width': thick }),
      moving && thick > 2 ? s('path', { d, class: 'drift', 'stroke-width': Math.max(1, thick * 0.25) }) : null,
      s('title', {}, `${from.name} → ${to.name}: ${yuan(fen / 100)}`));
  };
  const names = [sourceName, holderName, useName];
  nodes.forEach((column, index) => column.forEach((node) => { node.name = names[index](node.key); }));
  const ordered = (map) => [...map].map(([key, fen]) => [...key.split('>'), fen]);
  const links = [
    ...sorted(ordered(flows.into), nodes[0], nodes[1]).map(([from, to, fen]) => link(nodes[0].get(from), nodes[1].get(to), fen, 'in')),
    ...sorted(ordered(flows.out), nodes[1], nodes[2]).map(([from, to, fen]) => link(nodes[1].get(from), nodes[2].get(to), fen, to)),
  ];
  // Names of the outer columns stand beside their bars, those of the middle above theirs, so that they never meet.
  const text = (node, index) => s('text', {
    class: 'node-name', x: [node.x + bar + 4, node.x + bar / 2, node.x - 4][index], y: index === 1 ? node.y - 5 : node.y + Math.min(node.height / 2, 12) + 3.5,
    'text-anchor': ['start', 'middle', 'end'][index],
  }, s('tspan', {}, node.name), s('tspan', { class: 'node-sum', dx: 4 }, index === 1 ? '' : yuan(node.fen / 100)));
  const drawing = s('svg', {
    class: 'sankey', viewBox: `0 0 ${width} ${tall}`, role: 'img',
    'aria-label': say('money.label', {
      sources: flows.sources.map(([key, fen]) => `${sourceName(key)} ${yuan(fen / 100)}`).join(say('comma')),
      uses: flows.uses.map(([key, fen]) => `${useName(key)} ${yuan(fen / 100)}`).join(say('comma')),
    }),
  },
  links,
  nodes.map((column, index) => [...column.values()].map((node) => s('g', { class: 'node' },
    s('rect', { x: node.x, y: node.y, width: bar, height: node.height, rx: 1.5 }), text(node, index)))));
  return h('div', { class: 'sankey-box' }, drawing);
}

/** Links in the order of their ends, so that they do not cross without need. */
function sorted(links, from, to) {
  return links.sort((one, other) => from.get(one[0]).y - from.get(other[0]).y || to.get(one[1]).y - to.get(other[1]).y);
}
