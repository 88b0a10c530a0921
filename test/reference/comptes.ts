import { aUnEvenement } from './agenda.ts';
import { type Contexte, estCouvert } from './contexte.ts';
import { compterDmp } from './dmp.ts';
import { lireEffectifs } from './effectifs.ts';
import { compterMessages } from './mssante.ts';
import { estEligible, lirePopulation, type Personne } from './population.ts';
import { aUnProjet } from './projets.ts';
import { estActif, estIndetermine } from './traces.ts';

/** Les lettres de la section 6 pour un ESSMS ; `null` = inconnu (N9). */
export interface ComptesReference {
  readonly couvert: { readonly dossiers: boolean; readonly projets: boolean; readonly agenda: boolean };
  readonly D: number | null;
  readonly E: number | null;
  /** D (E) est-il déduit de la population ? */
  readonly dDeduit: boolean;
  readonly eDeduit: boolean;
  readonly R: number;
  readonly A: number;
  readonly I: number;
  readonly P: number;
  readonly I1: number;
  readonly G: number;
  readonly J1: number;
  readonly M: number | null;
  readonly B: number | null;
  readonly bHaut: number;
}

/** R : lignes de `dossiers` rejetées dont le FINESS se lit. */
function compterRejets(contexte: Contexte): number {
  return contexte.rejetees.filter((ligne) => ligne.table === 'dossiers').length;
}

export function compter(contexte: Contexte): ComptesReference {
  const couvert = {
    dossiers: estCouvert(contexte, 'dossiers'),
    projets: estCouvert(contexte, 'projets'),
    agenda: estCouvert(contexte, 'agenda'),
  };
  const population = lirePopulation(contexte);
  const effectifs = lireEffectifs(contexte);
  const D = effectifs.personnes ?? (couvert.dossiers ? population.length : null);
  const E = effectifs.eligibles ?? (couvert.dossiers ? population.filter(estEligible).length : null);
  const actifs = population.filter((p) => estActif(p, contexte));
  const indetermines = population.filter((p) => !actifs.includes(p) && estIndetermine(p, contexte));
  const lecture = contexte.demande.definitions.evenement_agenda;
  const avecProjet = (liste: readonly Personne[]) => liste.filter((p) => aUnProjet(p, contexte)).length;
  const avecEvenement = (liste: readonly Personne[]) =>
    liste.filter((p) => aUnEvenement(p, contexte, lecture)).length;
  const dmp = compterDmp(contexte, E);
  return {
    couvert,
    D,
    E,
    dDeduit: effectifs.personnes === null && couvert.dossiers,
    eDeduit: effectifs.eligibles === null && couvert.dossiers,
    R: compterRejets(contexte),
    A: actifs.length,
    I: indetermines.length,
    P: avecProjet(actifs),
    I1: avecProjet(indetermines),
    G: avecEvenement(actifs),
    J1: avecEvenement(indetermines),
    M: compterMessages(contexte),
    B: dmp?.valeur ?? null,
    bHaut: dmp?.haut ?? 0,
  };
}
