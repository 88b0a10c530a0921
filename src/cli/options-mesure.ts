import { type Command, Option } from 'commander';
import type { Mois } from '../domaine/date-civile.ts';
import { DEFINITIONS, type Definitions } from '../indicateurs/definitions.ts';
import type { OptionsDepot } from './options.ts';
import { ajouterDefinition, lireOptionMois } from './valeurs.ts';

/** Ce que partagent les commandes qui mesurent un mois pour en tirer autre chose que des taux. */
export interface OptionsMesure extends OptionsDepot {
  readonly mois?: Mois;
  readonly premiereMesure?: true;
  readonly definition?: Partial<Definitions>;
}

export function ajouterMesure(commande: Command, sens = 'mois à mesurer (à donner)'): Command {
  const definitions = Object.entries(DEFINITIONS)
    .map(([cle, valeurs]) => `${cle}=${valeurs.join('|')}`)
    .join(', ');
  return commande
    .addOption(new Option('--mois <AAAA-MM>', sens).argParser(lireOptionMois))
    .option('--premiere-mesure', 'mesurer sur trois mois : le mois donné et les deux qui le précèdent')
    .addOption(
      new Option(
        '--definition <CLE=VALEUR>',
        `changer une définition (répétable) : ${definitions}`,
      ).argParser(ajouterDefinition),
    );
}
