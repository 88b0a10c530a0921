import type { Versement } from '../domaine/financement/commun.ts';
import { type Centimes, partager } from '../domaine/montant.ts';

type Versements = readonly [avance: Versement, solde: Versement];

/** Sur quelles preuves paient l'avance et le solde. */
interface Preuves {
  readonly avance: string;
  readonly solde: string;
}

/** ESMS Numérique, au porteur (ARS Occitanie 2022, diapositives 20 et 21). */
export const PREUVES_ESMS: Preuves = {
  avance: 'signature de la convention ARS/porteur',
  solde: "cibles d'usage atteintes et VSR signée",
};

/** SONS, à l'éditeur (ARS Occitanie 2022, diapositive 80). */
export const PREUVES_SONS: Preuves = {
  avance: 'bon de commande signé, solution référencée Ségur',
  solde: 'attestation de VA et copie de la facture',
};

/** Les deux parts d'un financement ; elles font toujours le total. Inconnu d'un côté, inconnu de l'autre. */
export function verser(total: Centimes | null, avance: number | null, preuves: Preuves): Versements {
  const parts = total === null || avance === null ? null : partager(total, avance);
  return [
    { part: 'avance', pourcent: avance, montant: parts?.avance ?? null, preuve: preuves.avance },
    {
      part: 'solde',
      pourcent: avance === null ? null : 100 - avance,
      montant: parts?.solde ?? null,
      preuve: preuves.solde,
    },
  ];
}
