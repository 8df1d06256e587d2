/**
 * Residents month by month: three bytes each (rung, trust, need), plane after plane, fetched in pieces of a year and kept as far as they fit.
 */
import { api } from './api.js';
import { set, state } from './store.js';

/** Months of one piece, and how many bytes are kept at most. */
const span = 12;
const room = 160e6;

const pieces = new Map();
let bytesKept = 0;

/** Forgets all, for another game. */
export function forgetFrames() {
  pieces.clear();
  bytesKept = 0;
}

/**
 * One month of a side, or null while it is on its way.
 * @param {import('./game.js').Side} side whose own month it is
 * @returns {{rung: Uint8Array, trust: Uint8Array, need: Uint8Array}|null} a byte a resident
 */
export function frame(side, month) {
  const first = month - ((month - 1) % span);
  const last = Math.min(first + span - 1, state.game.months);
  const lived = Math.min(last, side.lived);
  const key = `${side.side}:${first}`;
  const piece = pieces.get(key);
  if (piece?.bytes && month <= piece.until) {
    pieces.delete(key);
    pieces.set(key, piece);
    ahead(side, last + 1);
    const start = 16 + (month - piece.from) * piece.people * 3;
    const plane = (at) => piece.bytes.subarray(start + at * piece.people, start + (at + 1) * piece.people);
    return { rung: plane(0), trust: plane(1), need: plane(2) };
  }
  if (!piece?.waiting && month <= lived) fetchPiece(side, key, first, lived);
  return null;
}

/** Fetches what will be wanted next. */
function ahead(side, first) {
  if (first > state.game.months || first > side.lived || pieces.has(`${side.side}:${first}`)) return;
  const last = Math.min(first + span - 1, state.game.months);
  if (side.lived >= last) fetchPiece(side, `${side.side}:${first}`, first, last);
}

async function fetchPiece(side, key, first, last) {
  const old = pieces.get(key);
  pieces.set(key, { ...old, waiting: true });
  const from = Math.max(first, side.from ?? 1);
  try {
    const bytes = new Uint8Array(await api.bytes(api.game(state.game.id, 'frames.bin'), { side: side.side, from, to: last }));
    const head = new DataView(bytes.buffer);
    if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'COG1') throw new Error('not frames');
    keep(key, { bytes, people: head.getUint32(4, true), from: head.getUint32(8, true), until: head.getUint32(8, true) + head.getUint32(12, true) - 1 });
    set({ arrived: state.arrived + 1 });
  } catch {
    pieces.delete(key);
    setTimeout(() => set({ arrived: state.arrived + 1 }), 500);
  }
}

function keep(key, piece) {
  bytesKept += piece.bytes.length - (pieces.get(key)?.bytes?.length ?? 0);
  pieces.set(key, piece);
  for (const [old, kept] of pieces) {
    if (bytesKept <= room || old === key) break;
    if (!kept.bytes) continue;
    bytesKept -= kept.bytes.length;
    pieces.delete(old);
  }
}
