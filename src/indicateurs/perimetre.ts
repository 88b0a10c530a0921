import type { Fiche } from '../domaine/finess/verification.ts';
import { grouper } from '../domaine/grouper.ts';
import { NIVEAUX, type Niveau, type Resultat } from '../domaine/resultat.ts';
import { agregerGroupe } from './agregation.ts';
import { dresserBilan } from './bilan.ts';
import type { Comptes, Essms } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import { type BilanConclu, conclureBilan, resultatsEssms } from './evaluer.ts';
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

/** Le bilan conclu de chaque ESSMS, par FINESS. */
export function dresserBilans(lignes: readonly Ligne[], contexte: Contexte): BilanConclu[] {
  return lignes
    .map(({ essms, comptes }) => conclureBilan(dresserBilan(essms, comptes, contexte), contexte))
    .sort((a, b) => (a.essms.finessEt < b.essms.finessEt ? -1 : 1));
}

/** Quels niveaux évaluer, et comment nommer leurs groupes. */
type Voulu = Noms & { readonly niveaux?: readonly Niveau[] };

/** Tous les résultats d'un périmètre. */
export function evaluerPerimetre(
  lignes: readonly Ligne[],
  contexte: Contexte,
  voulu: Voulu = {},
): Resultat[] {
  return evaluerBilans(dresserBilans(lignes, contexte), contexte, voulu);
}

/** Les mêmes, de bilans déjà dressés ; dans l'ordre du contrat : niveau, identifiant, indicateur. A6 : aucun niveau n'est élu ici. */
export function evaluerBilans(
  bilans: readonly BilanConclu[],
  contexte: Contexte,
  { niveaux = NIVEAUX, ...noms }: Voulu = {},
): Resultat[] {
  return NIVEAUX.filter((niveau) => niveaux.includes(niveau)).flatMap((niveau) =>
    niveau === 'essms'
      ? bilans.flatMap((bilan) => resultatsEssms(bilan, contexte))
      : agreger(bilans, niveau, contexte, noms),
  );
}

/** A1 : les résultats des OG (par `finess_ej`, triés) ou de la grappe. */
export function agreger(
  bilans: readonly BilanConclu[],
  niveau: 'og' | 'grappe',
  contexte: Contexte,
  { nomGrappe = null, fiches }: Noms = {},
): Resultat[] {
  if (niveau === 'grappe') {
    const groupe = { niveau, identifiant: 'grappe', libelle: nomGrappe ?? 'Grappe', bilans };
    return agregerGroupe(groupe, contexte);
  }
  return [...grouper(bilans, ({ essms }) => essms.finessEj)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([finessEj, membres]) => {
      const groupe = { niveau, identifiant: finessEj, libelle: nommerOg(finessEj, fiches), bilans: membres };
      return agregerGroupe(groupe, contexte);
    });
}
