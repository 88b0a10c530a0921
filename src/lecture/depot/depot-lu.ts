import type { Situer } from './positions.ts';
import type { Depot } from './schema.ts';

export const NOM_DEPOT = 'depot.yaml';

/** `depot.yaml` accepté, et de quoi situer ce qu'il dit. */
export interface DepotLu {
  readonly depot: Depot;
  readonly situer: Situer;
}
