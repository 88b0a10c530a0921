import type { Sons, VagueSons } from '../../domaine/financement/sons.ts';
import { LECTURES_EN_MOTS } from '../citations.ts';
import { ecrireCsv, type Valeur } from '../csv.ts';
import { donneeEuros } from '../euros.ts';
import type { Presentation } from '../presentation.ts';
import type { RapportSons } from './modele.ts';

/** Une rangée : le contrat JSON mis à plat. */
export function rendre({ vague, sons }: RapportSons, { excel }: Pick<Presentation, 'excel'>): string {
  return ecrireCsv(COLONNES, [cellulesDe(vague, sons)], excel);
}

export const COLONNES = [
  'vague',
  'tranche',
  'tranche_de',
  'tranche_a',
  'montant_unitaire',
  'essms_og',
  'essms_commande',
  'montant',
  'avance',
  'solde',
  'etat_vague',
  'date_reference',
  'avertissements',
  'lecture',
  'source',
] as const;

export function cellulesDe({ calendrier, dateReference, sources }: VagueSons, sons: Sons): Valeur[] {
  const { vague, tranche, essmsOg, essmsCommande, montant, versements, avertissements } = sons;
  const [avance, solde] = versements;
  const bareme = sources[0];
  return [
    vague,
    tranche?.code ?? null,
    tranche?.de ?? null,
    tranche?.a ?? null,
    donneeEuros(tranche?.montant ?? null),
    essmsOg,
    essmsCommande,
    donneeEuros(montant),
    donneeEuros(avance.montant),
    donneeEuros(solde.montant),
    calendrier.etat,
    dateReference,
    avertissements.map(({ message }) => message).join(' | '),
    bareme ? LECTURES_EN_MOTS[tranche?.lecture ?? bareme.lecture] : null,
    bareme?.source ?? null,
  ];
}
