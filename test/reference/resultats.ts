import type { CodeIndicateur, Etat } from '../../src/domaine/resultat.ts';
import { type Evaluation, evaluer } from './agregation.ts';
import type { ComptesReference } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import { estPlusPetit, manqueACible, tronquer } from './fractions.ts';
import { type Situation, situer } from './situations.ts';

/** Un résultat du contrat `esms/indicateurs@1`, sans ses avertissements ni les libellés des agrégats. */
export interface ResultatAttendu {
  readonly niveau: 'essms' | 'og' | 'grappe';
  readonly identifiant: string;
  /** Des ESSMS seulement ; la raison sociale si la table `essms` la donne. */
  readonly libelle?: string;
  readonly secteur?: string | null;
  readonly indicateur: CodeIndicateur;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly taux: number | null;
  readonly borne_basse: number | null;
  readonly borne_haute: number | null;
  readonly cible: number;
  readonly etat: Etat;
  readonly reste_a_faire: number | null;
  readonly provisoire: boolean;
  readonly essms_evalues?: number;
  readonly essms_atteints?: number;
  readonly plus_bas?: { readonly identifiant: string; readonly taux: number } | null;
  readonly partiel?: true;
  readonly manquants?: readonly string[];
}

/** Un ESSMS et ce que la référence en sait. */
export interface Fiche {
  readonly contexte: Contexte;
  readonly comptes: ComptesReference;
  /** Les mêmes comptes sous l'autre lecture de l'agenda (N5). */
  readonly comptesAutreLecture: ComptesReference;
  readonly provisoire: boolean;
}

/** Un ESSMS, ou un groupe d'ESSMS, face à un indicateur. */
export interface Sujet {
  readonly niveau: ResultatAttendu['niveau'];
  readonly identifiant: string;
  readonly indicateur: CodeIndicateur;
  readonly cible: number;
  readonly fiches: readonly Fiche[];
}

export function situationsDe({ indicateur, fiches }: Sujet): Situation[] {
  return fiches.map((f) => situer(indicateur, f.contexte, f.comptes));
}

function valeursDe({ encadrement }: Evaluation, cible: number) {
  if (encadrement === null) {
    return {
      numerateur: null,
      denominateur: null,
      taux: null,
      borne_basse: null,
      borne_haute: null,
      reste_a_faire: null,
    };
  }
  const { valeur, basse, haute } = encadrement;
  return {
    numerateur: Number(valeur.n),
    denominateur: Number(valeur.d),
    taux: tronquer(valeur),
    borne_basse: tronquer(basse),
    borne_haute: haute && tronquer(haute),
    reste_a_faire: manqueACible(valeur, cible),
  };
}

function nommer({ niveau, fiches }: Sujet) {
  const essms = fiches[0]?.contexte.essms;
  if (niveau !== 'essms' || !essms) return {};
  return { secteur: essms.secteur, ...(essms.libelle === null ? {} : { libelle: essms.libelle }) };
}

/** A3, A4 : ce qu'un agrégat dit en plus. Les fiches sont par FINESS croissant : à égalité, la première. */
function agregatDe(sujet: Sujet, situations: readonly Situation[]) {
  const { indicateur, cible, fiches } = sujet;
  const seuls = fiches.map((f, i) => ({
    identifiant: f.contexte.essms.finess,
    manque: situations[i]?.genre === 'manquant',
    ...evaluer(indicateur, situations.slice(i, i + 1), cible),
  }));
  const evalues = seuls.flatMap(({ identifiant, encadrement }) =>
    encadrement ? [{ identifiant, valeur: encadrement.valeur }] : [],
  );
  const bas = evalues.find((e) => !evalues.some((autre) => estPlusPetit(autre.valeur, e.valeur)));
  const manquants = seuls.filter((s) => s.manque).map((s) => s.identifiant);
  return {
    essms_evalues: evalues.length,
    essms_atteints: seuls.filter((s) => s.etat === 'atteint').length,
    plus_bas: bas ? { identifiant: bas.identifiant, taux: tronquer(bas.valeur) } : null,
    ...(manquants.length > 0 ? { partiel: true as const, manquants } : {}),
  };
}

/** D4 : un manquant est sommé dans les bornes (A3), dont l'état dépend. */
function estSomme(situation: Situation | undefined): boolean {
  return situation?.genre === 'compte' || situation?.genre === 'manquant';
}

export function resultatDe(sujet: Sujet): ResultatAttendu {
  const { niveau, identifiant, indicateur, cible, fiches } = sujet;
  const situations = situationsDe(sujet);
  const evaluation = evaluer(indicateur, situations, cible);
  const sommees = fiches.filter((_, i) => niveau === 'essms' || estSomme(situations[i]));
  return {
    niveau,
    identifiant,
    ...nommer(sujet),
    indicateur,
    ...valeursDe(evaluation, cible),
    cible,
    etat: evaluation.etat,
    provisoire: sommees.some((f) => f.provisoire),
    ...(niveau === 'essms' ? {} : agregatDe(sujet, situations)),
  };
}
