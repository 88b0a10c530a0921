import type { Fiche } from '../domaine/finess/verification.ts';
import { NIVEAUX, type Niveau, type Resultat } from '../domaine/resultat.ts';
import { agregerGroupe } from './agregation.ts';
import { type Bilan, dresserBilan } from './bilan.ts';
import type { Comptes, Essms } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import { resultatsEssms } from './evaluer.ts';
import { nommerOg } from './nommer.ts';

/** Un ESSMS du périmètre et ses comptes : un pour chacun, même sans donnée (A5). */
export interface Ligne {
  readonly essms: Essms;
  readonly comptes: Comptes;
}

/** Comment nommer les groupes ; sans fiche du répertoire, un OG n'a que son numéro. */
export interface Noms {
  readonly nomGrappe?: string | null;
  readonly fiches?: ReadonlyMap<string, Fiche> | undefined;
}

/**
 * Tous les résultats d'un périmètre, dans l'ordre du contrat : niveau, identifiant, indicateur. A6 : aucun
 * niveau n'est élu ici.
 */
export function evaluerPerimetre(
  lignes: readonly Ligne[],
  contexte: Contexte,
  { niveaux = NIVEAUX, ...noms }: Noms & { readonly niveaux?: readonly Niveau[] } = {},
): Resultat[] {
  const bilans = lignes
    .map(({ essms, comptes }) => dresserBilan(essms, comptes, contexte))
    .sort((a, b) => (a.essms.finessEt < b.essms.finessEt ? -1 : 1));
  return NIVEAUX.filter((niveau) => niveaux.includes(niveau)).flatMap((niveau) =>
    niveau === 'essms'
      ? bilans.flatMap((bilan) => resultatsEssms(bilan, contexte))
      : agreger(bilans, niveau, contexte, noms),
  );
}

/** A1 : les résultats des OG (par `finess_ej`, triés) ou de la grappe. */
export function agreger(
  bilans: readonly Bilan[],
  niveau: 'og' | 'grappe',
  contexte: Contexte,
  { nomGrappe = null, fiches }: Noms = {},
): Resultat[] {
  if (niveau === 'grappe') {
    const groupe = { niveau, identifiant: 'grappe', libelle: nomGrappe ?? 'Grappe', bilans };
    return agregerGroupe(groupe, contexte);
  }
  return [...new Set(bilans.map(({ essms }) => essms.finessEj))].sort().flatMap((finessEj) => {
    const membres = bilans.filter(({ essms }) => essms.finessEj === finessEj);
    const groupe = { niveau, identifiant: finessEj, libelle: nommerOg(finessEj, fiches), bilans: membres };
    return agregerGroupe(groupe, contexte);
  });
}
