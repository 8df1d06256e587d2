/**
 * What is chosen and shown, in one place; parts of the page follow the keys that concern them.
 */

/** @type {Object<string, any>} see the comments */
export const state = {
  /** What the server offers: places, regimes, levers, observables, lessons, tasks. */
  catalogue: null,
  /** 'studio', 'lessons' or 'workshop'. */
  view: 'studio',
  /** On narrow screens one of 'left', 'stage', 'right'. */
  pane: 'left',
  /** What is set up and not yet run; `changes[side][lever]` from month 1 on. */
  draft: { place: '', regimes: [''], months: 120, seed: 1, share: 1, changes: [{}, {}] },
  /** The run that is looked at (see game.js). */
  game: null,
  /** Grows with everything that arrives about the game. */
  arrived: 0,
  /** The month that is looked at, and whether it moves. */
  month: 1, playing: false, speed: 4,
  /** The side whose levers are shown and that is asked about; the sides whose pictures are shown. */
  side: 0, shown: [0],
  /** Levers moved in mid-run and not yet lived. */
  staged: {},
  /** How the picture is coloured and what lies over it. */
  colour: 'rung', ties: true, organisations: false, community: null,
  /** Who is asked about: {kind, id} or null. */
  pick: null,
  left: 'setup', right: 'log', charts: [],
  moneySpan: 'year',
  lesson: null,
  /** The workshop that one is in: {code, role, key, group?, board}. */
  workshop: null,
};

const followers = new Map();
let waiting = new Set();
let planned = false;

/** Changes some of the state; followers are called once, after all changes of the moment. */
export function set(patch) {
  for (const [key, value] of Object.entries(patch)) {
    if (Object.is(state[key], value)) continue;
    state[key] = value;
    waiting.add(key);
  }
  if (waiting.size && !planned) {
    planned = true;
    queueMicrotask(tell);
  }
}

function tell() {
  planned = false;
  const changed = waiting;
  waiting = new Set();
  const called = new Set();
  for (const key of changed) {
    for (const follower of followers.get(key) ?? []) {
      if (called.has(follower)) continue;
      called.add(follower);
      follower(changed);
    }
  }
}

/** Calls the follower now and after any of the keys has changed. */
export function on(keys, follower, now = true) {
  for (const key of keys) {
    if (!followers.has(key)) followers.set(key, new Set());
    followers.get(key).add(follower);
  }
  if (now) follower(new Set(keys));
}

/** Changes the draft. */
export function draft(patch) { set({ draft: { ...state.draft, ...patch } }); }
