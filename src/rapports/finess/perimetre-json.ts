import type { PerimetrePropose } from '../../domaine/finess/perimetre.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import { ecrireJson, jsonIndex } from '../json.ts';

export const SCHEMA_PERIMETRE = 'esms/finess-perimetre@1';

export interface RapportPerimetre {
  readonly index: IndexCite;
  readonly perimetre: PerimetrePropose;
}

/** Le contrat `esms/finess-perimetre@1`. */
export function rendre({ index, perimetre }: RapportPerimetre): string {
  const { finessEj, nom, essms, autres, tous } = perimetre;
  return ecrireJson({
    schema: SCHEMA_PERIMETRE,
    index: jsonIndex(index),
    finess_ej: finessEj,
    nom,
    tous,
    autres_etablissements: autres,
    essms: essms.map((un) => ({
      finess_et: un.finessEt,
      finess_ej: un.finessEj,
      raison_sociale: un.raisonSociale,
      categorie: un.categorie,
      secteur: un.secteur,
      departement: un.departement,
      date_ouverture: un.dateOuverture,
      essms: un.essms,
    })),
  });
}
