import type { TypeProjet } from '../../domaine/financement/commun.ts';
import type { Forfaits, LigneForfait } from '../../domaine/financement/forfaits.ts';
import { direAvertissements, LECTURES_EN_MOTS } from '../citations.ts';
import { euros } from '../euros.ts';
import { enumerer } from '../texte.ts';

export const TYPES_EN_MOTS: Readonly<Record<TypeProjet, string>> = {
  acquisition: 'acquisition ou renouvellement',
  montee_de_version: 'montée de version',
};

/** « ESMS Numérique 2022 : acquisition ou renouvellement, secteur PA, 46 ESSMS, DUI référencé Ségur » */
export function direTitre({ annee, type, secteur, essms, duiReference }: Forfaits): string {
  const dui = duiReference ? 'DUI référencé Ségur' : 'DUI non référencé';
  return `ESMS Numérique ${annee} : ${TYPES_EN_MOTS[type]}, secteur ${secteur}, ${essms} ESSMS, ${dui}`;
}

/** Le total en une phrase, ou ce qui empêche d'en donner un. */
export function verdictDe(forfaits: Forfaits): { readonly connu: boolean; readonly phrase: string } {
  const { total, lignes, fourchette, lecturesUtiles } = forfaits;
  if (total === null) {
    const inconnues = lignes.filter(({ montant }) => montant === null).map(({ libelle }) => libelle);
    return { connu: false, phrase: `TOTAL INCONNU : ${enumerer(inconnues)} sans montant.` };
  }
  const plafond = lignes.some((ligne) => ligne.plafond) ? ', plafonds compris' : '';
  const ecart =
    lecturesUtiles && fourchette.min !== fourchette.max
      ? ` ; selon la lecture, de ${euros(fourchette.min)} à ${euros(fourchette.max)}`
      : '';
  return { connu: true, phrase: `${euros(total)} TTC au porteur du projet${plafond}${ecart}.` };
}

export const TITRES_LIGNES = ['ligne', 'calcul', 'lecture', 'montant TTC'];

/** Une rangée par ligne : libellé, calcul, comment le montant a été lu, montant. */
export function rangeesLignes(lignes: readonly LigneForfait[]): string[][] {
  return lignes.map(({ libelle, detail, montant, provenance }) => [
    libelle,
    detail ?? '–',
    provenance === null ? '–' : LECTURES_EN_MOTS[provenance.lecture],
    euros(montant),
  ]);
}

/** Ce que le verdict n'a pas dit, et ce qui ne relève pas de ce plan. */
export function direRemarques({ avertissements, type, duiReference }: Forfaits): string[] {
  const editeur =
    type === 'montee_de_version' && duiReference
      ? ["le logiciel est payé à l'éditeur par le SONS, hors de ce total (« esms sons »)"]
      : [];
  return [...direAvertissements(avertissements), ...editeur];
}
