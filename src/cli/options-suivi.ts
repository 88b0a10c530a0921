import { type Command, Option } from 'commander';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import { DEFINITIONS, type Definitions } from '../indicateurs/definitions.ts';
import { ajouterAffichage, ajouterDateReference, ajouterRegles, type OptionsRegles } from './options.ts';
import { ajouterDefinition, entier, lireOptionMois } from './valeurs.ts';

/** Les options de `releve`. */
export interface OptionsReleve extends OptionsRegles {
  readonly mois?: Mois;
  readonly premiereMesure?: true;
  readonly definition?: Partial<Definitions>;
  /** Le dossier où le relevé s'écrit. */
  readonly sortie?: string;
  readonly remplacer?: true;
  readonly index?: string;
  readonly dateReference?: DateCivile;
  readonly tolererRejets: number;
  readonly maxAnomalies: number;
  readonly montrerValeurs?: true;
}

export function ajouterReleve(commande: Command): Command {
  const definitions = Object.entries(DEFINITIONS)
    .map(([cle, valeurs]) => `${cle}=${valeurs.join('|')}`)
    .join(', ');
  commande
    .addOption(new Option('--mois <AAAA-MM>', 'mois du relevé (à donner)').argParser(lireOptionMois))
    .option('--sortie <DOSSIER>', 'dossier où écrire le relevé (à donner) ; créé au besoin')
    .option('--premiere-mesure', 'mesurer sur trois mois : le mois donné et les deux qui le précèdent')
    .option('--remplacer', 'remplacer un relevé du même mois qui dit autre chose')
    .addOption(
      new Option(
        '--definition <CLE=VALEUR>',
        `changer une définition (répétable) : ${definitions}`,
      ).argParser(ajouterDefinition),
    )
    .option(
      '--index <FICHIER>',
      "index du répertoire FINESS (défaut : celui du dossier de données de l'usager)",
    );
  ajouterDateReference(commande, 'date à laquelle la mesure est faite');
  commande
    .addOption(
      new Option('--tolerer-rejets <N>', 'nombre de lignes rejetées admis avant le code de sortie 1')
        .default(0)
        .argParser(entier('--tolerer-rejets')),
    )
    .addOption(
      new Option('--max-anomalies <N>', "nombre d'anomalies détaillées si un fichier est refusé")
        .default(100)
        .argParser(entier('--max-anomalies')),
    )
    .option('--montrer-valeurs', "ne pas masquer les identifiants hors d'un terminal ou dans une CI");
  return ajouterAffichage(ajouterRegles(commande));
}
