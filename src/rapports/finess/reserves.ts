import type { PerimetrePropose } from '../../domaine/finess/perimetre.ts';
import { accorder } from '../nombres.ts';

/** Ce que le répertoire ne dit pas du périmètre d'un projet. */
export function direReserves({ essms, autres, tous }: PerimetrePropose): string[] {
  const aVerifier = essms.filter((un) => un.essms === null);
  const sansSecteur = essms.filter((un) => un.secteur === null);
  return [
    'un site secondaire a son propre numéro, et compte ici pour un établissement : ôtez-le, ou rattachez-le par alias_finess dans depot.yaml',
    ...(autres > 0
      ? [
          `${accorder(autres, 'établissement')} d'une catégorie qui n'est pas celle d'un ESSMS ${autres > 1 ? 'sont laissés' : 'est laissé'} de côté (--tous)`,
        ]
      : []),
    ...(tous && essms.some((un) => un.essms === false)
      ? ["--tous garde des établissements qui ne sont pas des ESSMS : le projet n'en finance aucun"]
      : []),
    ...(aVerifier.length > 0
      ? [
          `${accorder(aVerifier.length, 'établissement')} d'une catégorie à vérifier (article L. 312-1) : ${aVerifier.map((un) => un.finessEt).join(', ')}`,
        ]
      : []),
    ...(sansSecteur.length > 0
      ? [
          `secteur à remplir pour ${sansSecteur.map((un) => un.finessEt).join(', ')} : sa catégorie n'en a pas`,
        ]
      : []),
  ];
}
