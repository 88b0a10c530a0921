import type { IndexCite, NumeroVerifie } from '../../domaine/finess/verification.ts';
import { ecrireJson, jsonIndex } from '../json.ts';

export const SCHEMA_VERIFICATION_FINESS = 'esms/finess-verification@1';

export interface RapportNumeros {
  /** `null` : sans index, seules la forme et la clé sont contrôlées. */
  readonly index: IndexCite | null;
  readonly numeros: readonly NumeroVerifie[];
}

/** Le contrat `esms/finess-verification@1`. */
export function rendre({ index, numeros }: RapportNumeros): string {
  return ecrireJson({
    schema: SCHEMA_VERIFICATION_FINESS,
    index: index && jsonIndex(index),
    numeros: numeros.map(({ numero, finessEj, ligne, etat, raisons, fiche, suggestion }) => ({
      numero,
      finess_ej_declare: finessEj,
      ligne,
      etat,
      raisons: raisons.map(({ code, message }) => ({ code, message })),
      fiche: fiche && {
        role: fiche.role,
        nom: fiche.nom,
        ouvert: fiche.ouvert,
        finess_ej: fiche.finessEj,
        nom_ej: fiche.nomEj,
        acheminement: fiche.acheminement,
        categorie: fiche.categorie,
        secteur: fiche.secteur,
        essms: fiche.essms,
        sons: fiche.sons,
      },
      suggestion,
    })),
  });
}
