import type { Fiche } from '../domaine/finess/verification.ts';
import type { Ligne } from './perimetre.ts';

/**
 * Les ESSMS que la table ne nomme pas prennent le nom du répertoire, et un secteur qui manque celui de leur catégorie
 * (`essms.secteur_de_l_index` le dit). Aucun compte ne change.
 */
export function nommerEssms(
  lignes: readonly Ligne[],
  fiches: ReadonlyMap<string, Fiche> | undefined,
): readonly Ligne[] {
  if (fiches === undefined) return lignes;
  return lignes.map(({ essms, comptes }) => {
    const fiche = fiches.get(essms.finessEt);
    if (fiche?.role !== 'etablissement') return { essms, comptes };
    const libelle = essms.libelle === essms.finessEt ? (fiche.nom ?? essms.libelle) : essms.libelle;
    return { essms: { ...essms, libelle, secteur: essms.secteur ?? fiche.secteur }, comptes };
  });
}

/** « OG Association Limagne », ou « OG 630990018 » si rien ne le nomme. */
export function nommerOg(finessEj: string, fiches: ReadonlyMap<string, Fiche> | undefined): string {
  const fiche = fiches?.get(finessEj);
  return `OG ${(fiche?.role === 'entite_juridique' ? fiche.nom : null) ?? finessEj}`;
}
