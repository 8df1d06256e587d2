/**
 * The language in use, and what is said in it.
 *
 * Texts stay in step with the language: whoever shows one registers it by {@link follow}, so that switching needs no
 * reload and moves no focus.
 */
import { dictionary } from './dictionary.js';

/** @typedef {'en'|'zh'} Language */
/** @typedef {{en: string, zh: string}} Told a text of the model in both languages */

let language = /^zh/i.test(navigator.language ?? '') ? 'zh' : 'en';
const followers = new Set();
const listeners = new Set();

/** @returns {Language} */
export function languageInUse() { return language; }

/** Switches the language; everything shown follows. */
export function speak(next) {
  if (next !== 'en' && next !== 'zh') return;
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : 'en';
  for (const follower of followers) {
    const node = follower.node.deref();
    if (node) follower.update(node);
    else followers.delete(follower);
  }
  for (const listener of listeners) listener(next);
}

/** Calls `update(node)` now and whenever the language changes, as long as the node lives. */
export function follow(node, update) {
  followers.add({ node: new WeakRef(node), update });
  update(node);
}

/** Calls after each switch, when all texts have followed. */
export function onLanguage(listener) { listeners.add(listener); }

/**
 * What the page says under a key of the dictionary, `{name}` replaced by values.
 * @param {string} key
 * @param {Object<string, any>} [values]
 */
export function say(key, values = {}) {
  const entry = dictionary[key];
  if (!entry) throw new Error(`no words for ${key}`);
  return entry[language === 'zh' ? 1 : 0].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** A function that says it, for places that follow the language. */
export const saying = (key, values) => () => say(key, typeof values === 'function' ? values() : values);

/** A text of the model in the language in use. */
export function told(text) {
  if (text === null || text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? text.en ?? '';
}
