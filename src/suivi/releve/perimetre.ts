import type { EssmsReleve } from '../../domaine/releve.ts';
import type { Calcul } from '../../indicateurs/calculer.ts';
import type { Session, Valeur } from '../../moteur/session.ts';

function texte(valeur: Valeur | undefined): string | null {
  return valeur === null || valeur === undefined ? null : String(valeur);
}

/** Le périmètre d'un relevé, trié par numéro FINESS : ce que `essms` en dit, et d'où viennent ses chiffres. */
export async function decrirePerimetre(
  session: Session,
  { lignes, declares }: Pick<Calcul, 'lignes' | 'declares'>,
): Promise<EssmsReleve[]> {
  const dites = await session.lignes(
    'SELECT finess_et, categorie, mode_accueil, departement, type_projet, logiciel FROM essms ORDER BY finess_et',
  );
  const parFiness = new Map(dites.map((ligne) => [String(ligne.finess_et), ligne]));
  return lignes
    .map(({ essms, comptes }) => {
      const dite = parFiness.get(essms.finessEt);
      const siens = declares.get(essms.finessEt) ?? [];
      return {
        finessEt: essms.finessEt,
        finessEj: essms.finessEj,
        libelle: essms.libelle,
        categorie: texte(dite?.categorie),
        secteur: essms.secteur,
        modeAccueil: texte(dite?.mode_accueil),
        departement: texte(dite?.departement),
        typeProjet: texte(dite?.type_projet),
        logiciel: texte(dite?.logiciel),
        places: essms.places,
        personnesDeclarees: comptes.effectifPersonnes,
        population: comptes.couvert.dossiers ? comptes.population : null,
        preuve: siens.length > 0 ? ('declare' as const) : ('calcule' as const),
        declares: siens,
      };
    })
    .sort((a, b) => (a.finessEt < b.finessEt ? -1 : 1));
}
