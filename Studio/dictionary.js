/**
 * All words of the page, English and Chinese, by key; texts of the model come from the server.
 */
import { asking } from './words-asking.js';
import { general } from './words-general.js';
import { setting } from './words-setting.js';
import { teaching } from './words-teaching.js';

/** @type {Object<string, [string, string]>} */
export const dictionary = { ...general, ...setting, ...asking, ...teaching };
