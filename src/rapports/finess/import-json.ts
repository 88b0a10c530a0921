import type { RapportImport } from '../../domaine/finess/import.ts';
import { ecrireJson } from '../json.ts';

export const SCHEMA_IMPORT = 'esms/finess-import@1';

/** Le contrat `esms/finess-import@1`. */
export function rendre(rapport: RapportImport): string {
  return ecrireJson({
    schema: SCHEMA_IMPORT,
    etablissements: rapport.etablissements,
    ouverts: rapport.ouverts,
    entites_juridiques: rapport.entitesJuridiques,
    cles_invalides: rapport.clesInvalides,
    par_agregat: rapport.parAgregat,
  });
}
