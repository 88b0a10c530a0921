import { ecrireCsv } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportVa } from './modele.ts';

const ENTETES = [
  'acte',
  'finess_ej',
  'finess_et',
  'essms',
  'type_projet',
  'obligation',
  'condition',
  'origine',
  'etat',
  'faux',
  'inconnus',
  'mois',
  'date_reference',
];

/** Une ligne par ESSMS et par condition. */
export function rendre(rapport: RapportVa, { excel }: Pick<Presentation, 'excel'>): string {
  const { verification, mesure, dateReference } = rapport;
  const lignes = verification.og.flatMap(({ finessEj, essms }) =>
    essms.flatMap(({ finessEt, libelle, typeProjet, obligation, conditions }) =>
      conditions.map(({ code, origine, etat, faux, inconnus }) => [
        verification.acte,
        finessEj,
        finessEt,
        libelle,
        typeProjet,
        obligation,
        code,
        origine,
        etat,
        faux.join(' '),
        inconnus.join(' '),
        mesure?.fenetre.mois ?? null,
        dateReference,
      ]),
    ),
  );
  return ecrireCsv(ENTETES, lignes, excel);
}
