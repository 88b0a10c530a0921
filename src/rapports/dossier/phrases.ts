import { ecrireDate } from '../../domaine/date-civile.ts';
import type { Avertissement } from '../../domaine/financement/commun.ts';
import type { CodeLigne } from '../../domaine/financement/forfaits.ts';
import type { Somme } from '../../domaine/financement/plan.ts';
import { euros } from '../euros.ts';
import { direDonnees } from '../indicateurs/notes.ts';
import { accorder } from '../nombres.ts';
import { assainir } from '../texte.ts';
import { direFournies } from '../vocabulaire.ts';
import type { EnteteDossier } from './modele.ts';

export const FORFAITS_EN_MOTS: Readonly<Record<CodeLigne, string>> = {
  amorcage: "Phase d'amorçage",
  usages: 'Usages',
  logiciel: 'Logiciel DUI',
  equipement: 'Équipement et infrastructure',
  amoa_marche: 'AMOA marché public',
  amoa_projet: 'AMOA conduite de projet',
};

export function direNom({ nom }: Pick<EnteteDossier, 'nom'>): string {
  return nom === null || nom === '' ? 'Grappe sans nom' : assainir(nom);
}

/** « règles 2022, au 22/11/2026 » */
export function direSituation({ annee, dateReference }: EnteteDossier): string {
  return `règles ${annee ?? '?'}, au ${ecrireDate(dateReference)}`;
}

/** L'année se dit : un appel à projets peut être de l'année qui précède la convention. */
export function avertirAnnee({ annee, anneeSupposee }: EnteteDossier): Avertissement[] {
  if (!anneeSupposee || annee === null) return [];
  const message = `année ${annee}, celle de la convention ; --annee en demande une autre`;
  return [{ code: 'plan.annee_supposee', message }];
}

/** « 112 000,00 € », « 112 000,00 € + ? » si un terme est inconnu, « inconnu » si tous le sont. */
export function direSomme({ connu, inconnues }: Somme): string {
  if (inconnues === 0) return euros(connu);
  return connu === 0 ? 'inconnu' : `${euros(connu)} + ?`;
}

/** « , partiel : 3 montants inconnus » */
export function direPartiel({ inconnues }: Somme): string {
  if (inconnues === 0) return '';
  return `, partiel : ${accorder(inconnues, 'montant inconnu', 'montants inconnus')}`;
}

/** Ce qui a été lu, et avec quelles règles. */
export function direLecture({ outil, sources }: EnteteDossier): string[] {
  return [
    `Règles ${outil.regles.slice(0, 12)}, esms ${outil.version}${direFournies(outil)}.`,
    `Données : ${direDonnees(sources)}.`,
  ];
}

/** Le rejet d'une ligne se dit avant les montants : ils sont faux sans elle. */
export function direRejets({ sources }: EnteteDossier): string[] {
  const rejetees = sources.reduce((somme, { rejetees: n }) => somme + n, 0);
  return rejetees === 0
    ? []
    : [`${accorder(rejetees, 'ligne rejetée', 'lignes rejetées')} : hors de ce résultat, à corriger d'abord`];
}
