/** Chaque format ne se charge que si on le demande. */
export const FORMATS_IMPORT = {
  table: () => import('./import-table.ts'),
  json: () => import('./import-json.ts'),
};

export const FORMATS_VERIFICATION_FINESS = {
  table: () => import('./verification-table.ts'),
  json: () => import('./verification-json.ts'),
  csv: () => import('./verification-csv.ts'),
};

export const FORMATS_RECHERCHE = {
  table: () => import('./recherche-table.ts'),
  json: () => import('./recherche-json.ts'),
  csv: () => import('./recherche-csv.ts'),
};

export const FORMATS_PERIMETRE = {
  csv: () => import('./perimetre-csv.ts'),
  table: () => import('./perimetre-table.ts'),
  json: () => import('./perimetre-json.ts'),
};
