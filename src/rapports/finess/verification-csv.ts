import { ecrireCsv } from '../csv.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportNumeros } from './verification-json.ts';

/** Une rangée par numéro, dans l'ordre demandé. */
export function rendre({ numeros }: RapportNumeros, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    [
      'numero',
      'ligne',
      'etat',
      'raisons',
      'suggestion',
      'nom',
      'ouvert',
      'finess_ej',
      'nom_ej',
      'categorie',
      'secteur',
      'essms',
      'sons',
    ],
    numeros.map(({ numero, ligne, etat, raisons, suggestion, fiche }) => [
      numero,
      ligne,
      etat,
      raisons.map(({ message }) => message).join(' ; '),
      suggestion?.numero ?? null,
      fiche?.nom ?? null,
      fiche?.ouvert ?? null,
      fiche?.finessEj ?? null,
      fiche?.nomEj ?? null,
      fiche?.categorie?.code ?? null,
      fiche?.secteur ?? null,
      fiche?.essms ?? null,
      fiche?.sons ?? null,
    ]),
    excel,
  );
}
