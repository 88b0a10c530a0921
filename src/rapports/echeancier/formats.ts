/** Chaque format ne se charge que si on le demande : la commande démarre en un instant. */
export const FORMATS_ECHEANCIER = {
  table: () => import('./table.ts'),
  json: () => import('./json.ts'),
  csv: () => import('./csv.ts'),
  markdown: () => import('./markdown.ts'),
  ics: () => import('./ics.ts'),
};
