import type { Fraction } from '../domaine/fraction.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes, Decompte } from './comptes.ts';
import type { Definitions } from './definitions.ts';
import { personnesAccompagnees, personnesEligibles, rejetesManquants } from './effectifs.ts';

/**
 * Les trois rapports de la section 6. Chaque numérateur et chaque dénominateur est une somme de comptes :
 * les termes d'un groupe sont donc la somme des termes de ses ESSMS (A1), jamais une moyenne de taux.
 * `haute` est `null` quand rien ne borne (A3, `mssante`).
 */
export interface Termes {
  readonly valeur: Fraction;
  readonly basse: Fraction;
  readonly haute: Fraction | null;
}

export type LectureAgenda = Definitions['evenement_agenda'];

/** N5 : les deux lectures d'« au moins un événement d'agenda ». */
export function lectureContraire(lecture: LectureAgenda): LectureAgenda {
  return lecture === 'periode' ? 'existence' : 'periode';
}

type Rapport = readonly [numerateur: number, denominateur: number];

function fraction([numerateur, denominateur]: Rapport): Fraction {
  return { numerateur, denominateur };
}

function termes(valeur: Rapport, basse: Rapport, haute: Rapport): Termes {
  return { valeur: fraction(valeur), basse: fraction(basse), haute: fraction(haute) };
}

/** Les formules de la section 6 ; `null` si un compte manque (N8, N9). */
export function termesDe(
  indicateur: CodeIndicateur,
  comptes: Comptes,
  lecture: LectureAgenda,
): Termes | null {
  switch (indicateur) {
    case 'dossiers_actifs':
      return dossiersActifs(comptes);
    case 'projets':
      return comptes.couvert.projets
        ? parmiLesActifs(comptes, comptes.actifsAvecProjet, comptes.indeterminesAvecProjet)
        : null;
    case 'agenda':
      return comptes.couvert.agenda
        ? parmiLesActifs(
            comptes,
            comptes.actifsAvecEvenement[lecture],
            comptes.indeterminesAvecEvenement[lecture],
          )
        : null;
    case 'mssante':
      return mssante(comptes);
    case 'dmp':
      return dmp(comptes);
  }
}

function dossiersActifs(comptes: Comptes): Termes | null {
  const personnes = personnesAccompagnees(comptes);
  if (!comptes.couvert.dossiers || personnes === null) return null;
  const { actifs: a, indetermines: i, rejetes: r } = comptes;
  const d = personnes.nombre;
  const elargi = d + rejetesManquants(personnes, comptes);
  return termes([a, d], [a, elargi], [a + i + r, elargi]);
}

/** `projets` (P, I₁) et `agenda` (G, J₁) : un indéterminé ou un rejeté est peut-être actif, avec ou sans trace. */
function parmiLesActifs(comptes: Comptes, avec: number, indeterminesAvec: number): Termes | null {
  if (!comptes.couvert.dossiers) return null;
  const { actifs: a, indetermines: i, rejetes: r } = comptes;
  const i1 = indeterminesAvec;
  const i0 = i - i1;
  return termes([avec, a], [avec, a + i0 + r], [avec + i1 + r, a + i1 + r]);
}

function mssante(comptes: Comptes): Termes | null {
  const eligibles = personnesEligibles(comptes);
  const m = messages(comptes);
  if (eligibles === null || m === null) return null;
  const e = eligibles.nombre;
  return termes([m, e], [m, e + rejetesManquants(eligibles, comptes)], [m, e]);
}

/** M : le détail prime sur les décomptes, dont les mois s'additionnent (N8). */
function messages({ couvert, messages: detail, messagesDecompte }: Comptes): number | null {
  if (couvert.mss) return detail;
  return decompteComplet(messagesDecompte)?.somme ?? null;
}

function dmp(comptes: Comptes): Termes | null {
  const eligibles = personnesEligibles(comptes);
  if (eligibles === null) return null;
  const e = eligibles.nombre;
  const b = dmpAlimentes(comptes, e);
  if (b === null) return null;
  const r = rejetesManquants(eligibles, comptes);
  return termes([b.basse, e], [b.basse, e + r], [b.haute + r, e + r]);
}

/** B : compté dans le détail, encadré par les décomptes (N8 : d'un mois à l'autre, ce sont peut-être les mêmes). */
function dmpAlimentes(comptes: Comptes, e: number): { basse: number; haute: number } | null {
  if (detailDmpUtile(comptes)) return { basse: comptes.dmp, haute: comptes.dmp };
  const decompte = decompteComplet(comptes.dmpDecompte);
  if (decompte === null) return null;
  const b = decompte.maximum;
  return { basse: b, haute: Math.max(b, Math.min(decompte.somme, e)) };
}

/** N9 : sans `dossiers`, B détaillé est inconnu ; des décomptes peuvent alors le remplacer. */
export function detailDmpUtile({ couvert }: Comptes): boolean {
  return couvert.dmp && couvert.dossiers;
}

function decompteComplet(decompte: Decompte | null): Decompte | null {
  return decompte !== null && decompte.moisAbsents === 0 ? decompte : null;
}
