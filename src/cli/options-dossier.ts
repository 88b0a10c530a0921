import { type Command, Option } from 'commander';
import { LECTURES_REDUIT, type LectureReduit } from '../domaine/financement/forfaits.ts';
import { ajouterDepot, type OptionsDepot } from './options.ts';
import { choix } from './valeurs.ts';
import { annee } from './valeurs-financement.ts';

/** Ce que partagent les commandes qui instruisent la grappe d'un dépôt. */
export interface OptionsDossier extends OptionsDepot {
  readonly annee?: number;
  readonly lecture?: LectureReduit;
  readonly tout?: true;
  readonly detail?: true;
}

export function ajouterDossier(commande: Command, formats: readonly string[]): Command {
  commande.addOption(
    new Option(
      '--annee <AAAA>',
      "année de l'instruction dont le projet relève (défaut : celle de la convention)",
    ).argParser(annee),
  );
  return ajouterDepot(commande, formats);
}

export function ajouterLecture(commande: Command): Command {
  return commande.addOption(
    new Option('--lecture <LECTURE>', `à partir de 50 ESSMS : ${LECTURES_REDUIT.join(', ')}`)
      .default(LECTURES_REDUIT[0])
      .argParser(choix<LectureReduit>('--lecture', LECTURES_REDUIT)),
  );
}
