import type { Recueil } from '../domaine/anomalie.ts';
import { type DateCivile, ecrireDate } from '../domaine/date-civile.ts';
import type { Fiche, IndexCite, Repertoire } from '../domaine/finess/verification.ts';
import { aCleJuste } from '../domaine/finess.ts';
import type { DepotCharge } from '../lecture/charger.ts';
import { secteurDeCategorie } from '../regles/categories.ts';

interface LigneEssms {
  readonly finessEt: string;
  readonly finessEj: string;
  readonly categorie: string | null;
  readonly secteur: string | null;
  readonly ou: { readonly fichier: string | null; readonly ligne: number };
}

/** « index du 12/05/2026 » */
function direDateIndex({ dateExtraction }: IndexCite): string {
  return dateExtraction === null ? 'index sans date' : `index du ${ecrireDate(dateExtraction as DateCivile)}`;
}

/**
 * Ce que le répertoire FINESS dit de chaque ligne d'`essms` : inconnue, fermée, rattachée ailleurs, d'une autre
 * catégorie. Des avertissements : l'index a une date, et le dépôt peut en savoir plus. Rend les fiches lues.
 */
export async function controlerRepertoire(
  { session, fichiers }: DepotCharge,
  recueil: Recueil,
  repertoire: Repertoire,
): Promise<ReadonlyMap<string, Fiche>> {
  const lignes = await session.lignes(
    'SELECT fichier::INTEGER AS fichier, ligne, finess_et, finess_ej, categorie, secteur FROM essms ORDER BY fichier, ligne',
  );
  const essms = lignes.map(
    (ligne): LigneEssms => ({
      finessEt: String(ligne.finess_et),
      finessEj: String(ligne.finess_ej),
      categorie: ligne.categorie === null ? null : String(ligne.categorie).trim(),
      secteur: ligne.secteur === null ? null : String(ligne.secteur),
      ou: { fichier: fichiers.get(Number(ligne.fichier)) ?? null, ligne: Number(ligne.ligne) },
    }),
  );
  const fiches = await repertoire.lire(essms.flatMap(({ finessEt, finessEj }) => [finessEt, finessEj]));
  const quand = direDateIndex(repertoire.cite);
  for (const un of essms) noter(un, fiches.get(un.finessEt), quand, recueil);
  return fiches;
}

function noter(essms: LigneEssms, fiche: Fiche | undefined, quand: string, recueil: Recueil): void {
  const { finessEt, finessEj, categorie, secteur, ou } = essms;
  const ici = { ...ou, colonne: 'finess_et', valeur: finessEt };
  if (fiche === undefined) {
    // Une clé fausse est déjà une erreur : qu'elle soit inconnue n'apprend rien de plus.
    if (aCleJuste(finessEt)) {
      recueil.ajouter({ ...ici, code: 'finess.inconnu', message: `numéro absent du répertoire (${quand})` });
    }
    return;
  }
  if (fiche.role === 'entite_juridique') {
    const message = `c'est le numéro d'une entité juridique, pas d'un établissement (${quand})`;
    recueil.ajouter({ ...ici, code: 'finess.inconnu', message });
    return;
  }
  if (!fiche.ouvert) {
    recueil.ajouter({ ...ici, code: 'finess.ferme', message: `fermé, selon le répertoire (${quand})` });
  }
  if (fiche.finessEj !== finessEj) {
    const nom = fiche.nomEj === null ? '' : ` (${fiche.nomEj})`;
    const message = `rattaché à l'entité juridique ${fiche.finessEj}${nom} dans le répertoire (${quand})`;
    recueil.ajouter({ ...ou, colonne: 'finess_ej', valeur: finessEj, code: 'finess.autre_ej', message });
  }
  const connue = fiche.categorie?.code ?? null;
  if (categorie !== null && connue !== null && categorie !== connue) {
    const message = `le répertoire dit ${connue} (${quand})`;
    recueil.ajouter({
      ...ou,
      colonne: 'categorie',
      valeur: categorie,
      code: 'finess.categorie_differente',
      message,
    });
  }
  const sansSecteur = secteur === null && secteurDeCategorie(categorie ?? '') === null;
  if (sansSecteur && fiche.secteur !== null) {
    const message = `secteur ${fiche.secteur}, proposé par la catégorie ${connue} du répertoire (${quand})`;
    recueil.ajouter({ ...ou, colonne: 'secteur', code: 'essms.secteur_de_l_index', message });
  }
}
