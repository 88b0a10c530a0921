import { type DateCivile, lireDate } from '../../domaine/date-civile.ts';

/** Un objet JSON dont rien n'est garanti : clés absentes, `null`, chaînes vides ou bourrées d'espaces. */
export type Objet = Readonly<Record<string, unknown>>;

export function estObjet(valeur: unknown): valeur is Objet {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);
}

export function objet(parent: Objet, cle: string): Objet {
  const valeur = parent[cle];
  return estObjet(valeur) ? valeur : {};
}

export function liste(parent: Objet, cle: string): readonly Objet[] {
  const valeur = parent[cle];
  return Array.isArray(valeur) ? valeur.filter(estObjet) : [];
}

/** Le texte d'une clé, rogné ; `null` s'il est absent ou vide. */
export function texte(parent: Objet, cle: string): string | null {
  const valeur = parent[cle];
  if (typeof valeur !== 'string') return null;
  const rogne = valeur.trim();
  return rogne === '' ? null : rogne;
}

/** La date d'une clé, hors de l'heure qui peut la suivre ; `null` si ce n'en est pas une. */
export function date(parent: Objet, cle: string): DateCivile | null {
  return lireDate((texte(parent, cle) ?? '').slice(0, 10));
}
