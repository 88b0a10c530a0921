import type { Somme } from '../domaine/financement/plan.ts';
import { additionner, type Centimes } from '../domaine/montant.ts';

/** Additionne ce qui est connu, et compte ce qui ne l'est pas. */
export function sommer(montants: readonly (Centimes | null)[]): Somme {
  const connus = montants.filter((montant) => montant !== null);
  return { connu: additionner(connus), inconnues: montants.length - connus.length };
}

export function reunir(sommes: readonly Somme[]): Somme {
  return {
    connu: additionner(sommes.map(({ connu }) => connu)),
    inconnues: sommes.reduce((total, { inconnues }) => total + inconnues, 0),
  };
}
