import type { Depense } from '../domaine/financement/depenses.ts';
import { normaliser } from '../tables/normaliser.ts';

/** Ce qu'une ligne répète d'une autre, plus haut dans les fichiers. */
export interface Repetition {
  readonly premiere: Depense;
  /** Tout est pareil : la seconde est en trop. Sinon, la facture se répartit peut-être sur plusieurs lignes. */
  readonly identique: boolean;
}

function facture({ fournisseur, numeroFacture }: Depense): string | null {
  const numero = normaliser(numeroFacture ?? '');
  return numero === '' ? null : `${normaliser(fournisseur)}|${numero}`;
}

function contenu({ date, poste, montant, finessEt, finessEj }: Depense): string {
  return [date, poste, montant, finessEt, finessEj].join('|');
}

/** Les lignes qui répètent une facture : même fournisseur et même numéro, sans casse, accents ni ponctuation. */
export function repetitions(depenses: readonly Depense[]): Map<Depense, Repetition> {
  const parFacture = new Map<string, Depense[]>();
  const trouvees = new Map<Depense, Repetition>();
  for (const depense of depenses) {
    const cle = facture(depense);
    if (cle === null) continue;
    const memes = parFacture.get(cle) ?? [];
    const jumelle = memes.find((une) => contenu(une) === contenu(depense));
    const [premiere] = memes;
    if (jumelle) trouvees.set(depense, { premiere: jumelle, identique: true });
    else if (premiere) trouvees.set(depense, { premiere, identique: false });
    parFacture.set(cle, [...memes, depense]);
  }
  return trouvees;
}
