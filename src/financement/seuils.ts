import { type Avertissement, direEuros } from '../domaine/financement/commun.ts';
import type { EffetDeSeuil, TrancheSons } from '../domaine/financement/sons.ts';
import { multiplier } from '../domaine/montant.ts';

/** Toutes les chutes du barème : le dernier ESSMS d'une tranche, le premier de la suivante, s'il vaut moins. */
export function chutesDe(bareme: readonly TrancheSons[]): EffetDeSeuil[] {
  return bareme.flatMap((tranche, rang) => {
    const suivante = bareme[rang + 1];
    if (tranche.a === null || suivante === undefined) return [];
    const avant = { essms: tranche.a, montant: multiplier(tranche.montant, tranche.a) };
    const apres = { essms: suivante.de, montant: multiplier(suivante.montant, suivante.de) };
    return apres.montant < avant.montant ? [{ avant, apres }] : [];
  });
}

/**
 * Les chutes qui touchent un OG qui commande pour tous ses ESSMS : avant le seuil, il perdrait à grandir jusqu'à
 * lui ; après, il perçoit moins que l'OG d'avant le seuil.
 */
export function chutesProches(
  chutes: readonly EffetDeSeuil[],
  tranche: TrancheSons,
  essmsOg: number,
): EffetDeSeuil[] {
  const montant = multiplier(tranche.montant, essmsOg);
  return chutes.filter(({ avant, apres }) => {
    if (avant.essms === tranche.a) return montant > apres.montant;
    return apres.essms === tranche.de && montant < avant.montant;
  });
}

/** « à 10 ESSMS : 21 900 € ; à 11 : 18 073 € » */
function direChute({ avant, apres }: EffetDeSeuil): string {
  return `à ${avant.essms} ESSMS : ${direEuros(avant.montant)} ; à ${apres.essms} : ${direEuros(apres.montant)}`;
}

export function avertirChutes(chutes: readonly EffetDeSeuil[]): Avertissement[] {
  return chutes.map((chute) => ({ code: 'sons.effet_de_seuil', message: direChute(chute) }));
}
