/**
 * Light and dark, and the colours that drawings take from the style sheet.
 */
import { readColours } from './palette.js';

const listeners = new Set();
const dark = matchMedia('(prefers-color-scheme: dark)');

/** 'light', 'dark', or '' for what the system prefers. */
export function chosenTheme() { return document.documentElement.dataset.theme ?? ''; }

export function chooseTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  refresh();
}

export function isDark() { return chosenTheme() === 'dark' || (!chosenTheme() && dark.matches); }

export function onTheme(listener) { listeners.add(listener); }

function refresh() {
  readColours();
  for (const listener of listeners) listener();
}

dark.addEventListener('change', refresh);

/** Whether people asked for little motion. */
export const calm = matchMedia('(prefers-reduced-motion: reduce)');
