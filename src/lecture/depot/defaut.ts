import type { Depot, Source } from './schema.ts';

/**
 * Ce que vaut un dépôt sans `depot.yaml`, écrit ici pour n'avoir pas à charger zod : un test vérifie que c'est
 * bien ce que le schéma rend.
 */
export const SOURCE_PAR_DEFAUT: Source = {
  encodage: 'auto',
  separateur: null,
  format_date: 'auto',
  guillemets: true,
  colonnes: {},
  valeurs: {},
  constantes: {},
  lignes_ignorees: { debut: 0, fin: 0 },
  types_exclus: [],
  couvre: [],
};

export const DEPOT_PAR_DEFAUT: Depot = {
  version: '1',
  grappe: {},
  definitions: {},
  cibles: {},
  alias_finess: {},
  tables: {},
};
