/** Chaque format ne se charge que si on le demande. */
export const FORMATS_RESTE_A_FAIRE = {
  table: () => import('./table.ts'),
  csv: () => import('./csv.ts'),
  json: () => import('./json.ts'),
};
