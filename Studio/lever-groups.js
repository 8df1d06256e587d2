/**
 * Which levers stand together, in the order in which people ask about them.
 */

/** Groups by the beginnings of levers' keys; what fits none stands under `other`. */
export const groups = [
  { id: 'rights', keys: ['rights.'] },
  { id: 'load', keys: ['taskLoad', 'taskReform.', 'projectWorkers'] },
  { id: 'support', keys: ['support.'] },
  { id: 'organising', keys: ['cultivation', 'neighbourTies', 'federation.', 'microGovernance.'] },
  { id: 'sensing', keys: ['sensing.', 'serviceByNeed', 'serviceTargeting', 'linkage'] },
  { id: 'monitoring', keys: ['monitoring.'] },
  { id: 'capacity', keys: ['capacity.'] },
  { id: 'coordination', keys: ['coordination.', 'parties.'] },
  { id: 'engagement', keys: ['engagement.'] },
  { id: 'market', keys: ['partner.', 'merchants.'] },
  { id: 'units', keys: ['workUnits.'] },
];

/** Whether a key belongs to a beginning: `a.` or `a.*` stand for all below, `a` for itself. */
export function belongs(key, beginning) {
  const stem = beginning.replace(/\*$/, '');
  return stem.endsWith('.') ? key.startsWith(stem) : key === stem;
}

/** The id of a lever's group. */
export function groupOf(key) {
  return groups.find((group) => group.keys.some((beginning) => belongs(key, beginning)))?.id ?? 'other';
}
