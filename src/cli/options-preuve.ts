import { type Command, Option } from 'commander';
import { LECTURES_PREUVE, type LecturePreuve, type ReglagesPreuve } from '../domaine/suivi.ts';
import { choix } from './valeurs.ts';

/** S1 : ce que les textes laissent à lire. */
export interface OptionsPreuve {
  readonly lecturePreuve: LecturePreuve;
  readonly premiereMesureCompte: boolean;
}

export function ajouterReglagesPreuve(commande: Command): Command {
  return commande
    .addOption(
      new Option('--lecture-preuve <LECTURE>', LECTURES_PREUVE.join(' ou '))
        .default(LECTURES_PREUVE[0])
        .argParser(choix('--lecture-preuve', LECTURES_PREUVE)),
    )
    .addOption(
      new Option('--premiere-mesure-compte <OUI|NON>', 'la première mesure vaut pour son mois')
        .default(true, 'oui')
        .argParser((valeur) => choix('--premiere-mesure-compte', ['oui', 'non'])(valeur) === 'oui'),
    );
}

export function reglagesPreuve({ lecturePreuve, premiereMesureCompte }: OptionsPreuve): ReglagesPreuve {
  return { lecture: lecturePreuve, premiereMesureCompte };
}
