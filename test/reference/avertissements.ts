import type { CodeIndicateur, Etat } from '../../src/domaine/resultat.ts';
import type { Encadrement } from './bornes.ts';
import type { ComptesReference } from './comptes.ts';
import { type Contexte, retenues } from './contexte.ts';
import { estDispenseAVerifier } from './etats.ts';
import { lirePersonnes, lirePopulation, sortAvantEntree } from './population.ts';
import { aUnePreparationAncienne } from './projets.ts';
import { estActif } from './traces.ts';

/** Un avertissement que les règles nomment ; `nombre` est `null` quand elles ne disent pas ce qu'il compte. */
export interface AvertissementAttendu {
  readonly code: string;
  readonly nombre: number | null;
}

/** Les codes que le résultat doit porter, et ceux qu'il peut porter : tout autre code nommé est de trop. */
export interface AvertissementsAttendus {
  readonly exiges: readonly AvertissementAttendu[];
  readonly permis: readonly string[];
}

/** Les codes nommés par les règles : les autres ne sont pas comparés. */
export const CODES_NOMMES: readonly string[] = [
  'sejour.entree_absente',
  'sejour.clos_sans_sortie',
  'sejour.sortie_avant_entree',
  'effectifs.deduits',
  'dossiers.indetermines',
  'dossiers.rejetes',
  'projets.preparation_ancienne',
  'agenda.lecture',
  'decompte.mois_absent',
  'table.essms_absent',
  'table.absente',
  'taux.superieur_a_100',
  'dispense.a_verifier',
];

export interface AspectEvalue {
  readonly indicateur: CodeIndicateur;
  readonly etat: Etat;
  readonly encadrement: Encadrement | null;
  readonly comptes: ComptesReference;
  readonly manquant: boolean;
  /** N5 : les deux lectures donnent-elles deux états ? */
  readonly deuxLectures: boolean;
}

/** Un code permis si `vrai`, et exigé sur ces indicateurs, avec ce nombre. */
interface Regle {
  readonly code: string;
  readonly vrai: boolean;
  readonly exige: boolean;
  readonly nombre?: number;
  readonly sur: readonly CodeIndicateur[];
}

/** P1, P2 : les avertissements des séjours. */
function reglesDeSejour(contexte: Contexte, evalue: boolean): Regle[] {
  const sejours = retenues(contexte, 'dossiers');
  const vide = (s: (typeof sejours)[number], colonne: string) => (s.valeurs.get(colonne) ?? null) === null;
  const sansEntree = sejours.filter((s) => vide(s, 'date_entree'));
  const clos = sejours.filter((s) => s.valeurs.get('statut') === 'clos' && vide(s, 'date_sortie')).length;
  const inverses = sejours.filter(sortAvantEntree).length;
  const sur = ['dossiers_actifs'] as const;
  return [
    {
      code: 'sejour.entree_absente',
      vrai: sansEntree.length > 0,
      exige: evalue && sansEntree.some((s) => s.valeurs.get('statut') === 'actif'),
      sur,
    },
    { code: 'sejour.clos_sans_sortie', vrai: clos > 0, exige: evalue && clos > 0, nombre: clos, sur },
    {
      code: 'sejour.sortie_avant_entree',
      vrai: inverses > 0,
      exige: evalue && inverses > 0,
      nombre: inverses,
      sur,
    },
  ];
}

/** P4, N3, N4, R : les avertissements des comptes. */
function reglesDesComptes(contexte: Contexte, { dDeduit, I, R }: ComptesReference, evalue: boolean): Regle[] {
  const anciennes = lirePersonnes(contexte).filter((p) => aUnePreparationAncienne(p, contexte));
  const actifs = lirePopulation(contexte).filter((p) => estActif(p, contexte));
  const actifAvecAncienne = actifs.some((p) => anciennes.some(({ id }) => id === p.id));
  const sur = ['dossiers_actifs'] as const;
  return [
    { code: 'effectifs.deduits', vrai: true, exige: evalue && dDeduit, sur },
    { code: 'dossiers.indetermines', vrai: I > 0, exige: evalue && I > 0, nombre: I, sur },
    { code: 'dossiers.rejetes', vrai: R > 0, exige: evalue && R > 0, nombre: R, sur },
    {
      code: 'projets.preparation_ancienne',
      vrai: anciennes.length > 0,
      exige: evalue && actifAvecAncienne,
      sur: ['projets'],
    },
  ];
}

/** N5, T5, T6, N8, N9 : les avertissements de l'évaluation. */
function reglesDeLEvaluation(contexte: Contexte, aspect: AspectEvalue): Regle[] {
  const { encadrement, etat, manquant, deuxLectures } = aspect;
  const { essms, fenetre } = contexte;
  const depasse = encadrement !== null && encadrement.valeur.n > encadrement.valeur.d;
  const aVerifier = etat !== 'hors_periode' && estDispenseAVerifier(essms, fenetre);
  const absences = ['decompte.mois_absent', 'table.essms_absent', 'table.absente'];
  return [
    { code: 'agenda.lecture', vrai: deuxLectures, exige: deuxLectures, sur: ['agenda'] },
    { code: 'taux.superieur_a_100', vrai: depasse, exige: depasse, sur: ['dossiers_actifs', 'dmp'] },
    {
      code: 'dispense.a_verifier',
      vrai: essms.secteur === 'AHI' && essms.eligibleSons === null,
      exige: aVerifier,
      sur: ['mssante', 'dmp'],
    },
    ...absences.map((code) => ({ code, vrai: manquant, exige: false, sur: [] })),
  ];
}

/** Les avertissements d'un ESSMS pour un indicateur. */
export function avertir(contexte: Contexte, aspect: AspectEvalue): AvertissementsAttendus {
  const evalue = aspect.encadrement !== null;
  const regles = [
    ...reglesDeSejour(contexte, evalue),
    ...reglesDesComptes(contexte, aspect.comptes, evalue),
    ...reglesDeLEvaluation(contexte, aspect),
  ];
  return {
    exiges: regles
      .filter((r) => r.exige && r.sur.includes(aspect.indicateur))
      .map(({ code, nombre }) => ({ code, nombre: nombre ?? null })),
    permis: regles.filter((r) => r.vrai).map((r) => r.code),
  };
}
