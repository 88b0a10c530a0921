import type { Criteres, Recherche } from '../domaine/finess/recherche.ts';
import { liste, texte } from '../moteur/sql.ts';
import { categorieFiness, toutesLesCategories } from '../regles/categories.ts';
import type { IndexFiness } from './index/ouvrir.ts';
import { sqlMots } from './index/schema.ts';

/** Les conditions qui ne dépendent pas des mots. */
function filtres({ departement, categorie, secteur, finessEj, fermes }: Criteres): string[] {
  const codes = toutesLesCategories().flatMap((une) => (une.secteur === secteur ? [une.code] : []));
  return [
    ...(fermes ? [] : ['ouvert']),
    ...(departement === null ? [] : [`departement = ${texte(departement)}`]),
    ...(categorie === null ? [] : [`categorie = ${texte(categorie)}`]),
    ...(secteur === null ? [] : [`categorie IN (SELECT unnest(${liste(codes)}))`]),
    ...(finessEj === null ? [] : [`e.finess_ej = ${texte(finessEj)}`]),
  ];
}

/**
 * Cherche par mots et par critères. Tous les mots doivent commencer un mot du nom ou de la commune. D'abord le nom
 * exact, puis les mots entiers du nom, puis ses débuts de mots ; à égalité le nom le plus court, puis le numéro.
 */
export async function chercher({ session }: IndexFiness, criteres: Criteres): Promise<Recherche> {
  const lignes = await session.lignes(
    `WITH demande AS (SELECT ${sqlMots(texte(criteres.mots))} AS phrase),
       voulus AS (SELECT phrase, list_filter(string_split(trim(phrase), ' '), m -> m <> '') AS mots FROM demande),
       notes AS (
         SELECT e.finess_et, e.finess_ej, e.nom, j.nom AS nom_ej, acheminement, departement, categorie, ouvert,
           (e.mots LIKE v.phrase || '%')::INTEGER AS debut,
           len(list_filter(v.mots, m -> contains(e.mots, ' ' || m || ' '))) AS entiers,
           len(list_filter(v.mots, m -> contains(e.mots, ' ' || m))) AS debuts
         FROM etablissements e LEFT JOIN entites j USING (finess_ej), voulus v
         WHERE ${[...filtres(criteres), "len(list_filter(v.mots, m -> contains(e.mots || e.lieu, ' ' || m))) = len(v.mots)"].join(' AND ')})
     SELECT * EXCLUDE (debut, entiers, debuts), count(*) OVER ()::INTEGER AS total
     FROM notes ORDER BY debut DESC, entiers DESC, debuts DESC, length(nom), finess_et LIMIT ${criteres.limite}`,
  );
  const ou = (valeur: unknown): string | null => (valeur === null ? null : String(valeur));
  return {
    criteres,
    total: Number(lignes[0]?.total ?? 0),
    trouves: lignes.map((ligne) => {
      const code = ou(ligne.categorie);
      const categorie = code === null ? null : categorieFiness(code);
      return {
        finessEt: String(ligne.finess_et),
        finessEj: String(ligne.finess_ej),
        nom: String(ligne.nom),
        nomEj: ou(ligne.nom_ej),
        acheminement: ou(ligne.acheminement),
        departement: ou(ligne.departement),
        categorie: code,
        libelleCategorie: categorie?.libelle ?? null,
        secteur: categorie?.secteur ?? null,
        ouvert: ligne.ouvert === true,
      };
    }),
  };
}
