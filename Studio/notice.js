/**
 * Short words on what went wrong or was done, told to all who see or hear.
 */
import { button, h, icon, refill, shapes } from './dom.js';
import { Refusal } from './api.js';
import { saying } from './words.js';

const box = h('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
let timer = 0;

export const notices = () => box;

/** Shows a text, or why something was refused; refusals stay until they are closed. */
export function notice(what) {
  clearTimeout(timer);
  const failed = what instanceof Error;
  if (failed && !(what instanceof Refusal)) console.error(what);
  const words = failed ? refusalWords(what) : what;
  refill(box, h('div', { class: failed ? 'notice failed' : 'notice', role: failed ? 'alert' : null }, h('p', {}, words),
    button(icon(shapes.close), clear, { class: 'quiet tiny', 'aria-label': saying('close') })));
  if (!failed) timer = setTimeout(clear, 6000);
}

const clear = () => box.replaceChildren();

/** What the server said, with the key it is about and the nearest right name. */
export function refusalWords(refusal) {
  const { key, line, nearest } = refusal.told ?? {};
  const where = [line ? `:${line}` : '', key].filter(Boolean).join(' ');
  const said = refusal.message || String(refusal.status ?? '');
  return [where && !said.includes(String(key ?? '')) ? `${where}: ${said}` : said, nearest && !said.includes(nearest) ? `→ ${nearest}` : ''].filter(Boolean).join(' ');
}
