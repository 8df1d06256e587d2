/**
 * Painting residents as dots straight into the picture's points: a hundred thousand in a few milliseconds.
 */
import { colours, rgb } from './palette.js';
import { told } from './words.js';

/** The ground with blocks and names, painted once for each arrangement, language and theme. */
export function ground(canvas, plan, scale) {
  const under = new OffscreenCanvas(canvas.width, canvas.height);
  const pen = under.getContext('2d');
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, under.width, under.height);
  if (plan.plots.length > 1) {
    pen.font = `${11 * scale}px ${getComputedStyle(document.body).fontFamily}`;
    pen.textBaseline = 'top';
    for (const plot of plan.plots) {
      pen.strokeStyle = colours.rule;
      pen.lineWidth = scale;
      pen.strokeRect(plot.x + scale, plot.y + scale, plot.width - 2 * scale, plot.height - 2 * scale);
      pen.fillStyle = colours.quiet;
      pen.save();
      pen.beginPath();
      pen.rect(plot.x, plot.y, plot.width - 4 * scale, 20 * scale);
      pen.clip();
      pen.fillText(told(plot.community.title), plot.x + 6 * scale, plot.y + 4 * scale);
      pen.restore();
    }
  }
  pen.fillStyle = colours.building;
  const edge = plan.pitch >= 4 ? Math.min(3 * scale, plan.pitch * 0.35) : 0;
  for (const block of plan.blocks) {
    pen.beginPath();
    pen.roundRect(block.x - edge, block.y - edge, block.width + 2 * edge, block.height + 2 * edge, edge * 1.2);
    pen.fill();
  }
  return pen.getImageData(0, 0, under.width, under.height);
}

/** One dot of each colour, blended into the block's colour at its edge; 0 where the ground shows. */
export function stamps(list, pitch) {
  const size = Math.max(1, Math.floor(pitch >= 3 ? pitch * 0.86 : pitch));
  const ground = rgb(colours.building);
  const mask = new Float64Array(size * size);
  const radius = size / 2;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const away = Math.hypot(x + 0.5 - radius, y + 0.5 - radius);
      mask[y * size + x] = size < 4 ? 1 : Math.max(0, Math.min(1, radius - away + 0.5));
    }
  }
  return {
    size,
    points: list.map((colour) => {
      const [red, green, blue] = rgb(colour);
      return Uint32Array.from(mask, (cover) => {
        if (cover === 0) return 0;
        const mixed = [red, green, blue].map((value, channel) => Math.round(value * cover + ground[channel] * (1 - cover)));
        return ((255 << 24) | (mixed[2] << 16) | (mixed[1] << 8) | mixed[0]) >>> 0;
      });
    }),
  };
}

/**
 * Paints a month.
 * @param {CanvasRenderingContext2D} pen
 * @param {ImageData} under the ground
 * @param {any} plan @param {any} dots from {@link stamps}
 * @param {(resident: number) => number} kind the colour's number of a resident
 */
export function paint(pen, under, plan, dots, kind) {
  const image = pen.createImageData(under.width, under.height);
  const points = new Uint32Array(image.data.buffer);
  points.set(new Uint32Array(under.data.buffer));
  const { size } = dots;
  const { width, height } = under;
  const inset = Math.floor((plan.pitch - size) / 2);
  for (let one = 0; one < plan.x.length; one += 1) {
    const left = plan.x[one] + inset, top = plan.y[one] + inset;
    if (left < 0 || top < 0 || left + size > width || top + size > height) continue;
    const dot = dots.points[kind(plan.first + one)];
    let at = top * width + left, from = 0;
    for (let row = 0; row < size; row += 1, at += width - size) {
      for (let column = 0; column < size; column += 1, at += 1, from += 1) {
        if (dot[from] !== 0) points[at] = dot[from];
      }
    }
  }
  pen.putImageData(image, 0, 0);
}
