import type {
  DossierAFaire,
  GesteDossier,
  IndicateurNommable,
  Situation,
} from '../../domaine/reste-a-faire.ts';
import type { Definitions } from '../../indicateurs/definitions.ts';

/** Un geste daté de F laisse aussi une trace (N1) : il rend actif un dossier qui ne l'était pas. */
const GESTE_DE: Readonly<Record<Exclude<IndicateurNommable, 'dossiers_actifs'>, GesteDossier>> = {
  agenda: 'evenement',
  projets: 'projet',
  dmp: 'dmp',
};
const GESTES_TRACES = ['agenda', 'projets', 'dmp'] as const;

/** Ce qu'il faut savoir d'un dossier pour choisir son premier geste. */
export interface Besoin {
  readonly situation: Situation;
  readonly manques: readonly IndicateurNommable[];
  /** Les indicateurs de son ESSMS qui ne sont pas atteints. */
  readonly utiles: ReadonlySet<IndicateurNommable>;
}

/**
 * Le geste qui règle le plus, et d'abord une cible qui n'est pas atteinte. À un indéterminé il manque une donnée : un geste
 * ne viendrait qu'après.
 */
export function choisirGeste(
  { situation, manques, utiles }: Besoin,
  dossierActif: Definitions['dossier_actif'],
): Pick<DossierAFaire, 'geste' | 'regle'> {
  const aActiver = manques.includes('dossiers_actifs');
  if (aActiver && dossierActif === 'statut') return { geste: 'statut', regle: ['dossiers_actifs'] };
  if (situation === 'indetermine') return { geste: 'reexporter', regle: ['dossiers_actifs'] };
  const manquants = GESTES_TRACES.filter((code) => manques.includes(code));
  const premier = manquants.find((code) => utiles.has(code)) ?? manquants[0];
  if (premier !== undefined) {
    return { geste: GESTE_DE[premier], regle: aActiver ? ['dossiers_actifs', premier] : [premier] };
  }
  return { geste: 'trace', regle: ['dossiers_actifs'] };
}

/** Vrai si le premier geste sert une cible non atteinte. */
export function sert({ regle }: Pick<DossierAFaire, 'regle'>, utiles: Besoin['utiles']): boolean {
  return regle.some((code) => utiles.has(code));
}

/**
 * D'abord le dossier dont un geste règle le plus d'indicateurs, puis celui dont il sert une cible non atteinte, puis
 * celui à qui il manque le plus ; à égalité, par identifiant.
 */
export function comparerDossiers(utiles: ReadonlySet<IndicateurNommable>) {
  return (a: DossierAFaire, b: DossierAFaire): number =>
    b.regle.length - a.regle.length ||
    Number(sert(b, utiles)) - Number(sert(a, utiles)) ||
    b.manques.length - a.manques.length ||
    (a.idDossier < b.idDossier ? -1 : Number(a.idDossier > b.idDossier));
}
