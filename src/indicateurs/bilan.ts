import type { NiveauDePreuve } from '../domaine/releve.ts';
import { CODES_INDICATEURS, type CodeIndicateur } from '../domaine/resultat.ts';
import type { Comptes, Essms } from './comptes.ts';
import type { Contexte } from './contexte.ts';
import { termesDeclares } from './declares.ts';
import { denominateurConnu, type Effectif } from './effectifs.ts';
import { type Exclusion, exclusion } from './etat.ts';
import { lacunes } from './lacunes.ts';
import { type Signal, sommerSignaux } from './signaux.ts';
import { signalerDeclare, signalerEcart, signalerInutilisable } from './signaux-declares.ts';
import { lectureContraire, type Termes, termesDe } from './termes.ts';
import { vigilances } from './vigilances.ts';

/** Ce qu'un ESSMS apporte à un indicateur, avant toute cible : la matière commune aux trois niveaux. */
export type Apport =
  /** A2 : n'entre dans aucune somme. */
  | { readonly sorte: 'exclu'; readonly etat: Exclusion }
  | {
      readonly sorte: 'connu';
      readonly preuve: NiveauDePreuve;
      readonly termes: Termes;
      /** N5 : les termes de l'autre lecture de l'agenda ; pour les autres indicateurs, le même objet. */
      readonly autreLecture: Termes;
      readonly signaux: readonly Signal[];
    }
  | {
      readonly sorte: 'manquant';
      /** A3 : son dénominateur connu ; `null` si rien ne dit sa taille. */
      readonly taille: Effectif | null;
      readonly signaux: readonly Signal[];
    };

export interface Bilan {
  readonly essms: Essms;
  readonly provisoire: boolean;
  readonly apports: Readonly<Record<CodeIndicateur, Apport>>;
}

/** Les cinq apports d'un ESSMS. */
export function dresserBilan(essms: Essms, comptes: Comptes, contexte: Contexte): Bilan {
  const apports = CODES_INDICATEURS.map((code) => [code, apportDe(code, essms, comptes, contexte)]);
  return {
    essms,
    provisoire: comptes.provisoire,
    apports: Object.fromEntries(apports) as Record<CodeIndicateur, Apport>,
  };
}

function apportDe(indicateur: CodeIndicateur, essms: Essms, comptes: Comptes, contexte: Contexte): Apport {
  const etat = exclusion(indicateur, essms, contexte);
  if (etat !== null) return { sorte: 'exclu', etat };
  const lecture = contexte.definitions.evenement_agenda;
  const { fenetre, tables } = contexte;
  const supposes = vigilances(indicateur, essms, comptes, contexte);
  const termes = termesDe(indicateur, comptes, lecture);
  const autreLecture =
    indicateur === 'agenda' ? termesDe(indicateur, comptes, lectureContraire(lecture)) : termes;
  if (termes !== null && autreLecture !== null) {
    const signaux = [...supposes, ...signalerEcart(indicateur, comptes, fenetre, termes.valeur)];
    return { sorte: 'connu', preuve: 'calcule', termes, autreLecture, signaux: sommerSignaux(signaux) };
  }
  const declares = termesDeclares(indicateur, comptes, fenetre);
  if (declares !== null) {
    const signaux = sommerSignaux([...signalerDeclare(indicateur, comptes, fenetre), ...supposes]);
    return { sorte: 'connu', preuve: 'declare', termes: declares, autreLecture: declares, signaux };
  }
  const signaux = [
    ...lacunes(indicateur, comptes, tables),
    ...signalerInutilisable(indicateur, comptes, fenetre),
    ...supposes,
  ];
  const taille = denominateurConnu(indicateur, essms, comptes);
  return { sorte: 'manquant', taille, signaux: sommerSignaux(signaux) };
}

/** Les indicateurs d'un ESSMS que rien ne calcule, et qui viennent de la table `declares`. */
export function declaresDe({ apports }: Bilan): CodeIndicateur[] {
  return CODES_INDICATEURS.filter((code) => {
    const apport = apports[code];
    return apport.sorte === 'connu' && apport.preuve === 'declare';
  });
}
