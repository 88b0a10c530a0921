import type { Fiche } from '../domaine/finess/verification.ts';
import { liste } from '../moteur/sql.ts';
import { categorieFiness } from '../regles/categories.ts';
import type { IndexFiness } from './index/ouvrir.ts';

/** Ce que l'index sait de chaque numéro, établissement ou entité juridique ; un numéro inconnu n'y est pas. */
export async function lireFiches(
  { session }: IndexFiness,
  numeros: readonly string[],
): Promise<ReadonlyMap<string, Fiche>> {
  if (numeros.length === 0) return new Map();
  const voulus = liste([...new Set(numeros)]);
  const lignes = await session.lignes(
    `SELECT finess_et AS numero, 'etablissement' AS role, e.nom, e.ouvert, finess_ej, j.nom AS nom_ej, acheminement, categorie
       FROM etablissements e LEFT JOIN entites j USING (finess_ej) WHERE finess_et IN (SELECT unnest(${voulus}))
     UNION ALL
     SELECT finess_ej, 'entite_juridique', nom, ouverte, finess_ej, nom, NULL, NULL
       FROM entites WHERE finess_ej IN (SELECT unnest(${voulus}))
     ORDER BY role DESC`,
  );
  // Les deux répertoires ne partagent pas de numéro ; s'ils le faisaient, l'établissement l'emporterait.
  return new Map(
    lignes.map((ligne) => {
      const code = texte(ligne.categorie);
      const categorie = code === null ? null : categorieFiness(code);
      const fiche: Fiche = {
        role: ligne.role as Fiche['role'],
        nom: texte(ligne.nom),
        ouvert: ligne.ouvert === true,
        finessEj: String(ligne.finess_ej),
        nomEj: texte(ligne.nom_ej),
        acheminement: texte(ligne.acheminement),
        categorie: code === null ? null : { code, libelle: categorie?.libelle ?? null },
        secteur: categorie?.secteur ?? null,
        essms: categorie?.essms ?? null,
        sons: categorie?.sons ?? null,
      };
      return [String(ligne.numero), fiche] as const;
    }),
  );
}

function texte(valeur: unknown): string | null {
  return valeur === null || valeur === undefined ? null : String(valeur);
}
