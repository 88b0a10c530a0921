import type { Fraction } from '../domaine/fraction.ts';
import { type Causes, CODES_CAUSES, type CodeCause } from './comptes.ts';

/** Un chiffre déclaré face à celui que donnent les exports, et ce qui peut les séparer. */
export interface Ecart {
  readonly declare: Fraction;
  readonly calcule: Fraction;
  readonly causes: Causes;
}

/** Les écarts d'un groupe s'additionnent, causes comprises. */
export function sommerEcarts(a: Ecart, b: Ecart): Ecart {
  const somme = (x: Fraction, y: Fraction): Fraction => ({
    numerateur: x.numerateur + y.numerateur,
    denominateur: x.denominateur + y.denominateur,
  });
  const causes = CODES_CAUSES.flatMap((code) => {
    const nombre = (a.causes[code] ?? 0) + (b.causes[code] ?? 0);
    return nombre > 0 ? [[code, nombre] as const] : [];
  });
  return {
    declare: somme(a.declare, b.declare),
    calcule: somme(a.calcule, b.calcule),
    causes: Object.fromEntries(causes),
  };
}

/** « 45 / 50 » */
export function direCouple({ numerateur, denominateur }: Fraction): string {
  return `${numerateur} / ${denominateur}`;
}

/** « 6 dossiers présents sans activité, 1 ligne rejetée », dans l'ordre des causes ; vide : rien n'explique l'écart. */
export function direCauses(causes: Causes): string {
  return CODES_CAUSES.flatMap((code) => {
    const nombre = causes[code] ?? 0;
    return nombre > 0 ? [`${nombre} ${MOTS[code][nombre > 1 ? 1 : 0]}`] : [];
  }).join(', ');
}

const MOTS: Readonly<Record<CodeCause, readonly [singulier: string, pluriel: string]>> = {
  inactifs: ['dossier présent sans activité', 'dossiers présents sans activité'],
  indetermines: ["dossier d'activité inconnue", "dossiers d'activité inconnue"],
  hors_sejour: [
    'dossier dont les traces sont hors de ses séjours',
    'dossiers dont les traces sont hors de leurs séjours',
  ],
  hors_population: [
    'dossier sorti, à venir ou en préadmission',
    'dossiers sortis, à venir ou en préadmission',
  ],
  projets_non_retenus: [
    "dossier actif dont aucun projet n'est en cours",
    "dossiers actifs dont aucun projet n'est en cours",
  ],
  evenements_hors_periode: [
    'dossier actif aux événements tous hors de la période ou du séjour',
    'dossiers actifs aux événements tous hors de la période ou du séjour',
  ],
  evenements_non_retenus: [
    "dossier actif aux événements tous annulés ou d'un type exclu",
    "dossiers actifs aux événements tous annulés ou d'un type exclu",
  ],
  messages_non_retenus: ['message reçu ou rejeté', 'messages reçus ou rejetés'],
  messages_en_double: ['message en double', 'messages en double'],
  depots_en_echec: ['dossier aux dépôts tous en échec', 'dossiers aux dépôts tous en échec'],
  depots_non_eligibles: ['dossier alimenté mais non éligible', 'dossiers alimentés mais non éligibles'],
  non_eligibles: ['personne non éligible à un projet', 'personnes non éligibles à un projet'],
  effectifs_sans_dossier: ['personne des effectifs sans dossier', 'personnes des effectifs sans dossier'],
  dossiers_sans_effectif: ['dossier de plus que les effectifs', 'dossiers de plus que les effectifs'],
  dossiers_rejetes: ['ligne de « dossiers » rejetée', 'lignes de « dossiers » rejetées'],
  lignes_rejetees: ['autre ligne rejetée', 'autres lignes rejetées'],
  lignes_ecartees: ['ligne écartée (dossier inconnu)', 'lignes écartées (dossier inconnu)'],
};
