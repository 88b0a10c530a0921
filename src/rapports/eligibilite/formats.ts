/** Chaque format ne se charge que si on le demande. */
export const FORMATS_ELIGIBILITE = {
  table: () => import('./table.ts'),
  json: () => import('./json.ts'),
  csv: () => import('./csv.ts'),
  markdown: () => import('./markdown.ts'),
  junit: async () => ({ rendre: (await import('./ci.ts')).junit }),
  sarif: async () => ({ rendre: (await import('./ci.ts')).sarif }),
  github: async () => ({ rendre: (await import('./ci.ts')).github }),
};
