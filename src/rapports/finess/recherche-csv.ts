import { ecrireCsv } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportRecherche } from './recherche-json.ts';

/** Une rangée par établissement, dans l'ordre du classement. */
export function rendre({ trouves }: RapportRecherche, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    [
      'finess_et',
      'finess_ej',
      'nom',
      'nom_ej',
      'acheminement',
      'departement',
      'categorie',
      'libelle_categorie',
      'secteur',
      'ouvert',
    ],
    trouves.map((un) => [
      un.finessEt,
      un.finessEj,
      un.nom,
      un.nomEj,
      un.acheminement,
      un.departement,
      un.categorie,
      un.libelleCategorie,
      un.secteur,
      un.ouvert,
    ]),
    excel,
  );
}
