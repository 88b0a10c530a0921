import type { EntiteJuridique, Etablissement } from '../domaine/repertoire.ts';

type Ligne = readonly (string | null)[];

/** Dans l'ordre des colonnes de `lus_etablissements`. */
export function lignesEtablissements(etablissements: readonly Etablissement[], rang: number): Ligne[] {
  return etablissements.map((un) => [
    String(rang),
    un.finessEt,
    un.finessEj,
    un.nom,
    un.nomLong,
    un.categorie,
    un.agregat,
    un.departement,
    un.acheminement,
    un.siret,
    String(un.ouvert),
    un.dateOuverture,
    un.dateFermeture,
  ]);
}

/** Dans l'ordre des colonnes de `lus_entites`. */
export function lignesEntites(entites: readonly EntiteJuridique[], rang: number): Ligne[] {
  return entites.map((une) => [String(rang), une.finessEj, une.nom, String(une.ouverte), une.siren]);
}
