import type { DateCivile } from '../domaine/date-civile.ts';
import type { EssmsPropose, PerimetrePropose } from '../domaine/finess/perimetre.ts';
import { texte } from '../moteur/sql.ts';
import { categorieFiness } from '../regles/categories.ts';
import type { IndexFiness } from './index/ouvrir.ts';

/** Les établissements ouverts d'une entité juridique, triés par numéro. */
async function lireOuverts({ session }: IndexFiness, finessEj: string): Promise<EssmsPropose[]> {
  const lignes = await session.lignes(
    `SELECT finess_et, finess_ej, nom, categorie, departement, strftime(date_ouverture, '%Y-%m-%d') AS date_ouverture
     FROM etablissements WHERE ouvert AND finess_ej = ${texte(finessEj)} ORDER BY finess_et`,
  );
  return lignes.map((ligne) => {
    const code = ligne.categorie === null ? null : String(ligne.categorie);
    const categorie = code === null ? null : categorieFiness(code);
    return {
      finessEt: String(ligne.finess_et),
      finessEj: String(ligne.finess_ej),
      raisonSociale: String(ligne.nom),
      categorie: code,
      secteur: categorie?.secteur ?? null,
      departement: ligne.departement === null ? null : String(ligne.departement),
      dateOuverture: ligne.date_ouverture as DateCivile | null,
      // Hors de la nomenclature : sanitaire, logement, enseignement… pas un ESSMS.
      essms: categorie === null ? false : categorie.essms,
    };
  });
}

/**
 * Le périmètre d'un organisme d'après l'index : ses établissements ouverts dont la catégorie est celle d'un ESSMS, ou
 * est à vérifier ; tous avec `tous`. `null` si l'index ne connaît pas l'entité juridique.
 */
export async function proposerPerimetre(
  index: IndexFiness,
  finessEj: string,
  tous: boolean,
): Promise<PerimetrePropose | null> {
  const [entite] = await index.session.lignes(`SELECT nom FROM entites WHERE finess_ej = ${texte(finessEj)}`);
  if (entite === undefined) return null;
  const ouverts = await lireOuverts(index, finessEj);
  const essms = tous ? ouverts : ouverts.filter((un) => un.essms !== false);
  return {
    finessEj,
    nom: entite.nom === null ? null : String(entite.nom),
    essms,
    autres: ouverts.length - essms.length,
    tous,
  };
}
