/**
 * Building elements without ever reading markup from a string: whatever people wrote goes in as text.
 */
import { follow } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element.
 *
 * Properties named `on…` are listeners; a function as a property or child is asked again whenever the language
 * changes; `null` and `false` are left out, `true` sets an empty attribute.
 * @param {string} tag
 * @param {Object<string, any>} [properties]
 * @param {...(Node|string|number|Function|Array|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function h(tag, properties, ...children) {
  return furnish(document.createElement(tag), properties, children);
}

/**
 * An SVG element, furnished as {@link h} does.
 * @returns {SVGElement}
 */
export function s(tag, properties, ...children) {
  return furnish(document.createElementNS(SVG, tag), properties, children);
}

function furnish(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (typeof value === 'function') follow(element, (node) => attribute(node, name, value()));
    else attribute(element, name, value);
  }
  fill(element, children);
  return element;
}

/** Sets or takes away one attribute; values of fields go to the property, where the browser keeps them. */
export function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else if (name === 'value' && 'value' in element) element.value = value;
  else if (name === 'checked') element.checked = Boolean(value);
  else element.setAttribute(name, value === true ? '' : value);
}

/** Appends children to an element. */
export function fill(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === 'function') {
      const text = document.createTextNode('');
      follow(text, (node) => { node.data = child(); });
      element.append(text);
    } else element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Puts new children in place of all that there are. */
export function refill(element, ...children) {
  element.replaceChildren();
  return fill(element, children);
}

/** A button with a text. */
export function button(label, onclick, properties = {}) {
  return h('button', { type: 'button', onclick, ...properties }, label);
}

/** A small drawing of strokes on a 24 by 24 ground, hidden from readers of the screen: the button beside it has the name. */
export function icon(path) {
  return s('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' }, s('path', { d: path }));
}

/** The paths of the drawings in use. */
export const shapes = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M7 5h3.2v14H7zM13.8 5H17v14h-3.2z',
  back: 'M15.5 5.5 9 12l6.5 6.5',
  forward: 'M8.5 5.5 15 12l-6.5 6.5',
  rewind: 'M6 5v14M18.5 5.5 9.5 12l9 6.5z',
  close: 'M6 6l12 12M18 6 6 18',
  reset: 'M5 12a7 7 0 1 0 2.3-5.2M5 4v4h4',
  fork: 'M5 12h6l6-6M11 12l6 6M17 6h-3M17 6v3M17 18h-3M17 18v-3',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  alone: 'M14 5h5v5M19 5l-6 6M10 19H5v-5M5 19l6-6',
};
