/** Chaque format ne se charge que si on le demande. */
export const FORMATS_VA = {
  table: () => import('./table.ts'),
  json: () => import('./json.ts'),
  csv: () => import('./csv.ts'),
  markdown: () => import('./markdown.ts'),
  html: () => import('./html.ts'),
};
