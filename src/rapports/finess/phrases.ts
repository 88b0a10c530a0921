import type { Fiche, NumeroVerifie } from '../../domaine/finess/verification.ts';

/** « EHPAD du Parc, 63000 CLERMONT FERRAND », ou ce qu'on en sait. */
export function direLieu({ nom, acheminement }: Pick<Fiche, 'nom' | 'acheminement'>): string {
  return [nom, acheminement].filter((partie) => partie !== null && partie !== '').join(', ');
}

/** « 500 établissement d'hébergement… · PA · ESSMS · SONS » */
export function direCategorie({ role, categorie, secteur, essms, sons }: Fiche): string {
  if (role === 'entite_juridique') return 'entité juridique';
  if (categorie === null) return 'catégorie inconnue';
  const { code, libelle } = categorie;
  if (libelle === null) return `catégorie ${code}, hors de la nomenclature des ESSMS`;
  return [
    `${code} ${libelle}`,
    secteur,
    direOuiNon(essms, ['ESSMS', "n'est pas un ESSMS", 'ESSMS : à vérifier']),
    direOuiNon(sons, ['catégorie SONS', 'hors SONS', 'SONS : à vérifier']),
  ]
    .filter((partie) => partie !== null && partie !== '')
    .join(' · ');
}

function direOuiNon(valeur: boolean | null, [oui, non, inconnu]: readonly [string, string, string]): string {
  if (valeur === null) return inconnu;
  return valeur ? oui : non;
}

/** Tout ce qui cloche d'un numéro, et le numéro voulu si l'on croit le reconnaître. */
export function direRaisons({
  raisons,
  suggestion,
}: Pick<NumeroVerifie, 'raisons' | 'suggestion'>): string[] {
  return [
    ...raisons.map(({ message }) => message),
    ...(suggestion === null ? [] : [`vouliez-vous dire ${suggestion.numero}, ${suggestion.nom} ?`]),
  ];
}
