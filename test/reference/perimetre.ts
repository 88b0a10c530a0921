import type { DepotLogique } from './depot-logique.ts';
import type { LigneLue } from './rejets.ts';

export interface EssmsReference {
  readonly finess: string;
  readonly ej: string;
  readonly libelle: string | null;
  readonly secteur: string | null;
  readonly eligibleSons: string | null;
  readonly places: number | null;
  readonly ouverture: string | null;
  readonly fermeture: string | null;
}

/** P7 : le FINESS de rattachement. */
export function rattacher(finess: string, depot: DepotLogique): string {
  return depot.aliasFiness[finess] ?? finess;
}

/** Le FINESS d'une ligne lisible, après `alias_finess`. */
export function essmsDe(ligne: LigneLue, depot: DepotLogique): string {
  return rattacher(ligne.valeurs.get('finess_et') ?? '', depot);
}

/** Les ESSMS du périmètre, par FINESS croissant. */
export function lirePerimetre(lignes: readonly LigneLue[]): EssmsReference[] {
  return lignes
    .filter((ligne) => ligne.forme === 'essms')
    .map(({ valeurs }) => ({
      finess: valeurs.get('finess_et') ?? '',
      ej: valeurs.get('finess_ej') ?? '',
      libelle: valeurs.get('raison_sociale') ?? null,
      secteur: valeurs.get('secteur') ?? null,
      eligibleSons: valeurs.get('eligible_sons') ?? null,
      places: valeurs.get('places') == null ? null : Number(valeurs.get('places')),
      ouverture: valeurs.get('date_ouverture') ?? null,
      fermeture: valeurs.get('date_fermeture') ?? null,
    }))
    .sort((a, b) => (a.finess < b.finess ? -1 : 1));
}
