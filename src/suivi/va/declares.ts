import type { TypeProjet } from '../../domaine/financement/commun.ts';
import type { Fiche } from '../../domaine/finess/verification.ts';
import type { EssmsDeclareVa } from '../../domaine/va.ts';
import type { DepotCharge } from '../../lecture/charger.ts';
import type { Ligne } from '../../moteur/session.ts';

/** Le type de projet qu'un texte nomme : la lecture qu'en fait le financement. */
export type LireTypeProjet = (texte: string) => TypeProjet | null;

const ESSMS = `SELECT finess_et, finess_ej, raison_sociale, logiciel, type_projet, deploiement_termine, formations_terminees
  FROM essms ORDER BY finess_et`;

/** Ce que la table `essms` déclare, trié par numéro FINESS. */
export async function lireEssmsVa(
  { session, depot }: DepotCharge,
  fiches: ReadonlyMap<string, Fiche> | undefined,
  lireType: LireTypeProjet,
): Promise<EssmsDeclareVa[]> {
  const lignes = await session.lignes(ESSMS);
  return lignes.map((ligne) => {
    const finessEt = String(ligne.finess_et);
    const fiche = fiches?.get(finessEt);
    const type = texte(ligne, 'type_projet') ?? depot.grappe.type_projet ?? null;
    return {
      finessEt,
      finessEj: String(ligne.finess_ej),
      libelle:
        texte(ligne, 'raison_sociale') ?? (fiche?.role === 'etablissement' ? fiche.nom : null) ?? finessEt,
      logiciel: texte(ligne, 'logiciel'),
      typeProjet: type === null ? null : lireType(type),
      deploiementTermine: ouiNon(ligne, 'deploiement_termine'),
      formationsTerminees: ouiNon(ligne, 'formations_terminees'),
    };
  });
}

function texte(ligne: Ligne, nom: string): string | null {
  const valeur = ligne[nom];
  return valeur === null || valeur === undefined || valeur === '' ? null : String(valeur);
}

function ouiNon(ligne: Ligne, nom: string): boolean | null {
  const valeur = ligne[nom];
  return typeof valeur === 'boolean' ? valeur : null;
}
