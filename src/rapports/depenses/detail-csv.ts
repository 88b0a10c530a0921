import { ecrireCsv } from '../csv.ts';
import { donneeEuros } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportDepenses } from './modele.ts';

const COLONNES = [
  'fichier',
  'ligne',
  'date',
  'fournisseur',
  'objet',
  'poste',
  'montant_ttc',
  'numero_facture',
  'finess_et',
  'finess_ej',
  'paye_le',
  'etat',
  'ecart',
  'raison',
] as const;

/** Une rangée par dépense lue, celles qui sont mises à part comprises (`--detail`). */
export function rendre({ etat }: RapportDepenses, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(
    COLONNES,
    etat.depenses.map((une) => [
      une.fichier,
      une.ligne,
      une.date,
      une.fournisseur,
      une.objet,
      une.poste,
      donneeEuros(une.montant),
      une.numeroFacture,
      une.finessEt,
      une.og,
      une.payeLe,
      une.etat,
      une.ecart?.motif ?? null,
      une.ecart?.message ?? null,
    ]),
    excel,
  );
}
