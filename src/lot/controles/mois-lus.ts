import { ajouterMois, type Mois } from '../../domaine/date-civile.ts';
import type { Fraction } from '../../domaine/fraction.ts';
import type { EssmsReleve, QualiteReleve, Releve } from '../../domaine/releve.ts';
import type { CodeIndicateur, Resultat } from '../../domaine/resultat.ts';
import type { Suivi } from '../../domaine/suivi.ts';

/** Un ESSMS, un mois, tel qu'un relevé intact le donne. */
export interface EssmsDuMois {
  readonly mois: Mois;
  /** Trois mois cumulés (D2) : ne se compare pas à un mois. */
  readonly premiereMesure: boolean;
  readonly essms: EssmsReleve;
  readonly resultats: ReadonlyMap<CodeIndicateur, Resultat>;
  readonly qualite: QualiteReleve | null;
}

export interface MoisLu {
  readonly releve: Releve;
  readonly essms: ReadonlyMap<string, EssmsDuMois>;
}

/** Les relevés que le suivi retient, du plus ancien au dernier ; un relevé altéré ne se lit pas. */
export function lireMoisRetenus({ mois }: Pick<Suivi, 'mois'>): MoisLu[] {
  return mois.flatMap(({ etat, recu }) =>
    etat === 'releve' && recu !== null ? [lireReleve(recu.scelle.releve)] : [],
  );
}

function lireReleve(releve: Releve): MoisLu {
  const resultats = new Map<string, Map<CodeIndicateur, Resultat>>();
  for (const resultat of releve.resultats) {
    if (resultat.niveau !== 'essms') continue;
    const siens = resultats.get(resultat.identifiant) ?? new Map<CodeIndicateur, Resultat>();
    resultats.set(resultat.identifiant, siens.set(resultat.indicateur, resultat));
  }
  const qualite = new Map(releve.qualite.map((une) => [une.finessEt, une]));
  const essms = releve.perimetre.map((un): [string, EssmsDuMois] => [
    un.finessEt,
    {
      mois: releve.mois,
      premiereMesure: releve.fenetre.premiereMesure,
      essms: un,
      resultats: resultats.get(un.finessEt) ?? new Map(),
      qualite: qualite.get(un.finessEt) ?? null,
    },
  ]);
  return { releve, essms: new Map(essms) };
}

/** Le numérateur et le dénominateur d'un indicateur ; `null` : pas de chiffre. */
export function chiffreDe({ resultats }: EssmsDuMois, indicateur: CodeIndicateur): Fraction | null {
  const { numerateur = null, denominateur = null } = resultats.get(indicateur) ?? {};
  return numerateur === null || denominateur === null ? null : { numerateur, denominateur };
}

/** D, personnes accompagnées (P4) ; `null` : pas connu. */
export function personnesDe(un: EssmsDuMois): number | null {
  return chiffreDe(un, 'dossiers_actifs')?.denominateur ?? null;
}

/** Chaque ESSMS et ce qu'il était le mois d'avant, quand ces deux mois se comparent. */
export function pairesDe(mois: readonly MoisLu[]): (readonly [avant: EssmsDuMois, apres: EssmsDuMois])[] {
  return mois.slice(1).flatMap((apres, rang) => {
    const avant = mois[rang];
    if (avant === undefined || ajouterMois(avant.releve.mois, 1) !== apres.releve.mois) return [];
    return [...apres.essms].flatMap(([finessEt, un]) => {
      const alors = avant.essms.get(finessEt);
      return alors === undefined || alors.premiereMesure || un.premiereMesure ? [] : [[alors, un] as const];
    });
  });
}

/** Tous les ESSMS de tous les mois. */
export function tousLesEssms(mois: readonly MoisLu[]): EssmsDuMois[] {
  return mois.flatMap(({ essms }) => [...essms.values()]);
}
