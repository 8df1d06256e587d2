/**
 * Transfers of the ledger gathered into flows from sources over holders to uses.
 *
 * Funds and their projects are one holder, so that grants between them are not counted twice. What a holder keeps from one month to
 * another is neither flow.
 */
import { say } from './words.js';

/** The kind of an account: outside accounts by name, the others by what they belong to. */
export function kindOf(account) {
  if (account.startsWith('outside:')) return account;
  const kind = account.split(':')[0];
  return kind === 'fund' || kind === 'project' || kind === 'purse' ? 'projects' : kind;
}

/** What money is for, by its purpose; unknown purposes stand under their own name. */
const uses = {
  diversion: 'diverted', surplus: 'returned', failedTender: 'returned', refund: 'returned', clawback: 'returned', writtenOff: 'lost',
  release: 'direct', grant: 'passedOn', donation: 'passedOn',
};

/**
 * @param {Array<{from: string, to: string, purpose: string, fen: number}>} transfers
 * @returns {{sources: Array<[string, number]>, holders: Array<[string, number]>, uses: Array<[string, number]>, into: Map<string, number>, out: Map<string, number>, sum: number}}
 *   greatest first; `into` and `out` are flows by `from>to`
 */
export function gather(transfers) {
  const into = new Map(), out = new Map();
  const add = (map, key, fen) => map.set(key, (map.get(key) ?? 0) + fen);
  for (const { from, to, purpose, fen } of transfers) {
    const payer = kindOf(from), taker = kindOf(to);
    if (!fen || payer === taker) continue;
    const outside = (kind) => kind.startsWith('outside:');
    const use = uses[purpose] ?? purpose;
    if (outside(payer) && outside(taker)) {
      add(into, `${payer}>direct`, fen);
      add(out, `direct>${use}`, fen);
    } else if (outside(payer)) add(into, `${payer}>${taker}`, fen);
    else if (outside(taker)) add(out, `${payer}>${use}`, fen);
    else {
      // From holder to holder: it comes to the one without leaving for the world.
      add(out, `${payer}>${use}`, fen);
    }
  }
  const total = (map, end) => {
    const sums = new Map();
    for (const [key, fen] of map) add(sums, key.split('>')[end], fen);
    return sums;
  };
  const sorted = (sums) => [...sums].sort((one, other) => other[1] - one[1]);
  const holders = total(into, 1);
  for (const [holder, fen] of total(out, 0)) holders.set(holder, Math.max(holders.get(holder) ?? 0, fen));
  const sources = sorted(total(into, 0));
  return { sources, holders: sorted(holders), uses: sorted(total(out, 1)), into, out, sum: sources.reduce((sum, one) => sum + one[1], 0) };
}

const worded = (prefix, key) => {
  try { return say(`${prefix}.${key}`); } catch { return key.replace(/^outside:/, ''); }
};

export const sourceName = (key) => worded('account', key.replace(/^outside:/, ''));
export const holderName = (key) => worded('account', key);
export const useName = (key) => worded('use', key);
