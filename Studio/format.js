/**
 * Numbers, dates and units as people read them.
 */
import { languageInUse, say, told } from './words.js';

/** Digits after the point that tell a value of this size apart. */
function decimals(size) {
  if (size >= 100) return 0;
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 3;
}

const plain = (value, places) =>
  value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places }).replace('-', '−');

/** A number without unit. */
export function number(value, places = decimals(Math.abs(value))) {
  return value === null || value === undefined || Number.isNaN(value) ? '–' : plain(value, places);
}

/** A value of an observable or lever, with its unit as far as it is one. */
export function measured(value, unit) {
  if (value === null || value === undefined) return '–';
  if (unit === 'share') return `${plain(value * 100, Math.abs(value) < 0.0995 ? 1 : Math.abs(value) < 1 ? 1 : 0)} %`;
  if (unit === 'index') return plain(value, 2);
  if (unit === 'yuan') return yuan(value);
  return number(value);
}

/** Yuan, in thousands or ten thousands where there are many. */
export function yuan(value) {
  const size = Math.abs(value);
  if (languageInUse() === 'zh') {
    if (size >= 1e8) return `${plain(value / 1e8, 2)} 亿元`;
    if (size >= 1e4) return `${plain(value / 1e4, size >= 1e6 ? 0 : 1)} 万元`;
    return `${plain(value, 0)} 元`;
  }
  if (size >= 1e6) return `¥${plain(value / 1e6, 2)} m`;
  if (size >= 1e4) return `¥${plain(value / 1e3, 0)} k`;
  return `¥${plain(value, 0)}`;
}

/** The year and month of a run's month. */
export function calendar(start, month) {
  const [year, first] = start.split('-').map(Number);
  const since = first - 1 + month - 1;
  return { year: year + Math.floor(since / 12), month: (since % 12) + 1 };
}

/** "Mar 2014", "2014 年 3 月". */
export function dated(start, month) {
  const at = calendar(start, month);
  return say('date', { year: at.year, month: at.month, name: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[at.month - 1] });
}

/** A lever's value. */
export function leverValue(value, lever) {
  if (lever.kind === 'switch') return say(value === true || value === 'true' ? 'on' : 'off');
  if (lever.kind === 'choice') return told(lever.choices?.find((choice) => choice.id === value)?.title) || choiceWords(value);
  const places = Number.isInteger(Number(value)) ? 0 : 2;
  return number(Number(value), places);
}

const known = { anyone: 'anyone', byNeed: 'byNeed', vulnerableFirst: 'vulnerableFirst', alongTies: 'alongTies', atRandom: 'atRandom' };

/** A choice's name where the server sends none, or only the key. */
export function choiceWords(value) { return known[value] ? say(`choice.${value}`) : String(value); }
