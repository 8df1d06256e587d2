/**
 * Where everybody stands in the picture: communities share the ground by their people, buildings are blocks in them,
 * residents dots in rows. Nothing here is a map: space in the model is social.
 */

/** Ground above the blocks of a community for its name, and around it, in points of the screen. */
const title = 15;
const margin = 5;

/** Widths of buildings for their heights that are tried. */
const aspects = [0.7, 1, 1.4, 1.9, 2.6];

/**
 * Places all residents of these communities on a ground of this size.
 * @param {Array<any>} communities as the server tells them
 * @param {number} width @param {number} height in points of the canvas
 * @param {number} scale points of the canvas for one of the screen
 * @returns {{pitch: number, x: Int32Array, y: Int32Array, blocks: Array<{x:number,y:number,width:number,height:number}>, plots: Array<any>, first: number}}
 */
export function arrange(communities, width, height, scale) {
  const plots = divide(communities, { x: 0, y: 0, width, height });
  const named = communities.length > 1;
  const inset = named ? margin * scale : 0;
  const head = named ? title * scale : 0;
  for (const plot of plots) {
    plot.inner = { x: plot.x + inset, y: plot.y + inset + head, width: plot.width - 2 * inset, height: plot.height - 2 * inset - head };
  }
  // Flat or tall buildings, whichever lets dots be largest.
  const best = aspects.map((aspect) => ({ aspect, pitch: Math.min(...plots.map((plot) => largestPitch(plot.community.buildings, plot.inner, aspect))) }))
    .reduce((one, other) => (other.pitch > one.pitch ? other : one));
  const pitch = Math.max(1, Math.min(13 * scale, best.pitch));
  const last = communities.reduce((most, one) => Math.max(most, one.first + one.count), 0);
  const first = communities.reduce((least, one) => Math.min(least, one.first), Infinity);
  const x = new Int32Array(last - first), y = new Int32Array(last - first);
  const blocks = [];
  for (const plot of plots) {
    pack(plot.community.buildings, plot.inner.width, pitch, best.aspect, (building, left, top, columns, rows) => {
      const at = { x: plot.inner.x + left, y: plot.inner.y + top, width: columns * pitch, height: rows * pitch };
      blocks.push(at);
      for (let one = 0; one < building.count; one += 1) {
        x[building.first - first + one] = Math.round(at.x + (one % columns) * pitch);
        y[building.first - first + one] = Math.round(at.y + Math.floor(one / columns) * pitch);
      }
    }, plot.inner.height);
  }
  return { pitch, x, y, blocks, plots, first };
}

/** The greatest distance of dots with which these buildings fit. */
function largestPitch(buildings, inner, aspect) {
  let low = 0.5, high = 40;
  for (let round = 0; round < 18; round += 1) {
    const pitch = (low + high) / 2;
    if (pack(buildings, inner.width, pitch, aspect) <= inner.height) low = pitch;
    else high = pitch;
  }
  return low >= 2 ? Math.floor(low) : low;
}

/**
 * Sets buildings in rows as words on a line; what is left of width and height goes between them.
 * @returns {number} the height that they take, infinite where one is wider than the ground
 */
function pack(buildings, width, pitch, aspect, place = null, height = 0) {
  const street = Math.max(1, pitch * 0.9);
  const rows = [];
  for (const building of buildings) {
    const columns = Math.max(1, Math.ceil(Math.sqrt(building.count * aspect)));
    const block = { building, columns, rows: Math.ceil(building.count / columns) };
    if (columns * pitch > width) return Infinity;
    let row = rows.at(-1);
    if (!row || row.width + street + columns * pitch > width) rows.push((row = { blocks: [], width: -street, tallest: 0 }));
    row.blocks.push(block);
    row.width += street + columns * pitch;
    row.tallest = Math.max(row.tallest, block.rows);
  }
  const tall = rows.reduce((sum, row) => sum + row.tallest * pitch + street, -street);
  if (!place) return tall;
  const below = Math.min(Math.max(26, pitch), Math.max(0, height - tall) / Math.max(1, rows.length - 1));
  const beside = rows.slice(0, -1).map((row) => (width - row.width) / Math.max(1, row.blocks.length - 1));
  const usual = beside.length ? Math.min(...beside) : 0;
  // What still is left stands above and below alike.
  let top = Math.max(0, height - tall - below * (rows.length - 1)) / 2;
  rows.forEach((row, at) => {
    const wider = Math.min(beside[at] ?? usual, pitch * 6);
    let left = 0;
    for (const block of row.blocks) {
      place(block.building, Math.round(left), Math.round(top), block.columns, block.rows);
      left += block.columns * pitch + street + wider;
    }
    top += row.tallest * pitch + street + below;
  });
  return tall;
}

/** Divides a ground into plots in proportion to people, as square as can be (Bruls, Huizing and van Wijk 2000). */
function divide(communities, ground) {
  const all = communities.reduce((sum, one) => sum + one.count, 0);
  const rest = [...communities].sort((one, other) => other.count - one.count)
    .map((community) => ({ community, area: (community.count / all) * ground.width * ground.height }));
  const plots = [];
  let free = { ...ground };
  while (rest.length) {
    const side = Math.min(free.width, free.height);
    const row = [rest.shift()];
    while (rest.length && worst([...row, rest[0]], side) <= worst(row, side)) row.push(rest.shift());
    const depth = row.reduce((sum, one) => sum + one.area, 0) / side;
    let along = 0;
    for (const { community, area } of row) {
      const length = area / depth;
      plots.push(free.width >= free.height
        ? { community, x: free.x, y: free.y + along, width: depth, height: length }
        : { community, x: free.x + along, y: free.y, width: length, height: depth });
      along += length;
    }
    free = free.width >= free.height
      ? { x: free.x + depth, y: free.y, width: free.width - depth, height: free.height }
      : { x: free.x, y: free.y + depth, width: free.width, height: free.height - depth };
  }
  return plots;
}

function worst(row, side) {
  const sum = row.reduce((total, one) => total + one.area, 0);
  return Math.max(...row.map(({ area }) => Math.max((side * side * area) / (sum * sum), (sum * sum) / (side * side * area))));
}

/** The resident at a point of the canvas, or null. */
export function residentAt(plan, x, y) {
  for (let one = 0; one < plan.x.length; one += 1) {
    const right = x - plan.x[one], below = y - plan.y[one];
    if (right >= 0 && below >= 0 && right < plan.pitch && below < plan.pitch) return plan.first + one;
  }
  return null;
}

/** The middle of a resident's dot. */
export function middle(plan, resident) {
  const one = resident - plan.first;
  return one < 0 || one >= plan.x.length ? null : { x: plan.x[one] + plan.pitch / 2, y: plan.y[one] + plan.pitch / 2 };
}
