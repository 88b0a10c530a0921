/** Chaque format ne se charge que si on le demande. */
export const FORMATS_DEPENSES = {
  table: () => import('./table.ts'),
  json: () => import('./json.ts'),
  csv: () => import('./csv.ts'),
  csv_detail: () => import('./detail-csv.ts'),
  markdown: () => import('./markdown.ts'),
  html: () => import('./html.ts'),
};
