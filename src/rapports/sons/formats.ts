/** Chaque format ne se charge que si on le demande : la commande démarre en un instant. */
export const FORMATS_SONS = {
  table: () => import('./table.ts'),
  json: () => import('./json.ts'),
  csv: () => import('./csv.ts'),
  markdown: () => import('./markdown.ts'),
};

export const FORMATS_LISTE_SONS = {
  table: () => import('./liste-table.ts'),
  json: () => import('./liste-json.ts'),
  csv: () => import('./liste-csv.ts'),
  markdown: () => import('./liste-markdown.ts'),
};
