import type { Recherche } from '../../domaine/finess/recherche.ts';
import type { IndexCite } from '../../domaine/finess/verification.ts';
import { ecrireJson, jsonIndex } from '../json.ts';

export const SCHEMA_RECHERCHE = 'esms/finess-recherche@1';

export interface RapportRecherche extends Recherche {
  readonly index: IndexCite;
}

/** Le contrat `esms/finess-recherche@1`. */
export function rendre({ index, criteres, total, trouves }: RapportRecherche): string {
  return ecrireJson({
    schema: SCHEMA_RECHERCHE,
    index: jsonIndex(index),
    criteres: {
      mots: criteres.mots,
      departement: criteres.departement,
      categorie: criteres.categorie,
      secteur: criteres.secteur,
      finess_ej: criteres.finessEj,
      fermes: criteres.fermes,
      limite: criteres.limite,
    },
    total,
    resultats: trouves.map((un) => ({
      finess_et: un.finessEt,
      finess_ej: un.finessEj,
      nom: un.nom,
      nom_ej: un.nomEj,
      acheminement: un.acheminement,
      departement: un.departement,
      categorie: un.categorie,
      libelle_categorie: un.libelleCategorie,
      secteur: un.secteur,
      ouvert: un.ouvert,
    })),
  });
}
