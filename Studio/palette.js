/**
 * Colours of drawings, as in the reports (Okabe and Ito 2008): people with any kind of colour vision tell them apart, and
 * lines differ by their dashes as well.
 */

/** Lengths of strokes and gaps by side; none: a whole line. */
export const dashes = ['', '7 3', '2 2.5', '9 3 2 3', '12 4', '4 2', '2 5', '14 3 3 3 3 3'];

/** What {@link readColours} last found in the style sheet. */
export const colours = { rungs: [], trust: [], need: [], building: '', ink: '', quiet: '', rule: '', paper: '', accent: '' };

/** Reads the colours in force from the style sheet, where light and dark are told apart. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const at = (name) => style.getPropertyValue(`--${name}`).trim();
  const row = (name, count) => Array.from({ length: count }, (_, index) => at(`${name}${index}`));
  Object.assign(colours, {
    rungs: row('rung', 5), trust: ramp(at('ramp-low'), at('trust-high')), need: ramp(at('ramp-low'), at('need-high')),
    building: at('building'), ink: at('ink'), quiet: at('quiet'), rule: at('rule'), paper: at('paper'), accent: at('accent'),
  });
}

/** Eight steps between two colours. */
function ramp(low, high) {
  const from = rgb(low), to = rgb(high);
  return Array.from({ length: 8 }, (_, step) => {
    const mixed = from.map((value, channel) => Math.round(value + ((to[channel] - value) * step) / 7));
    return `rgb(${mixed.join(' ')})`;
  });
}

/** Red, green and blue of `#rrggbb` or `rgb(r g b)`. */
export function rgb(colour) {
  if (colour.startsWith('#')) return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(/\d+/g) ?? [0, 0, 0]).slice(0, 3).map(Number);
}
