import type { EssmsReleve } from '../../domaine/releve.ts';
import type { CodeIndicateur } from '../../domaine/resultat.ts';
import type { Ligne } from '../../indicateurs/perimetre.ts';
import type { Session, Valeur } from '../../moteur/session.ts';

/** Ce que la table `essms` dit d'un ESSMS, et que le calcul n'a pas lu. */
export type EssmsDit = Pick<
  EssmsReleve,
  'finessEt' | 'categorie' | 'modeAccueil' | 'departement' | 'typeProjet' | 'logiciel'
>;

function texte(valeur: Valeur | undefined): string | null {
  return valeur === null || valeur === undefined ? null : String(valeur);
}

export async function lirePerimetre(session: Session): Promise<EssmsDit[]> {
  const dites = await session.lignes(
    'SELECT finess_et, categorie, mode_accueil, departement, type_projet, logiciel FROM essms ORDER BY finess_et',
  );
  return dites.map((dite) => ({
    finessEt: String(dite.finess_et),
    categorie: texte(dite.categorie),
    modeAccueil: texte(dite.mode_accueil),
    departement: texte(dite.departement),
    typeProjet: texte(dite.type_projet),
    logiciel: texte(dite.logiciel),
  }));
}

/** Le périmètre d'un relevé, trié par numéro FINESS : ce que `essms` en dit, et d'où viennent ses chiffres. */
export function decrirePerimetre(
  lignes: readonly Ligne[],
  dites: readonly EssmsDit[],
  declares: ReadonlyMap<string, readonly CodeIndicateur[]>,
): EssmsReleve[] {
  const parFiness = new Map(dites.map((dite) => [dite.finessEt, dite]));
  return lignes
    .map(({ essms, comptes }) => {
      const dite = parFiness.get(essms.finessEt);
      const siens = declares.get(essms.finessEt) ?? [];
      return {
        finessEt: essms.finessEt,
        finessEj: essms.finessEj,
        libelle: essms.libelle,
        categorie: dite?.categorie ?? null,
        secteur: essms.secteur,
        modeAccueil: dite?.modeAccueil ?? null,
        departement: dite?.departement ?? null,
        typeProjet: dite?.typeProjet ?? null,
        logiciel: dite?.logiciel ?? null,
        places: essms.places,
        personnesDeclarees: comptes.effectifPersonnes,
        population: comptes.couvert.dossiers ? comptes.population : null,
        preuve: siens.length > 0 ? ('declare' as const) : ('calcule' as const),
        declares: siens,
      };
    })
    .sort((a, b) => (a.finessEt < b.finessEt ? -1 : 1));
}
