import { type Command, Option } from 'commander';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import type { Niveau } from '../domaine/resultat.ts';
import { DEFINITIONS, type Definitions } from '../indicateurs/definitions.ts';
import { ajouterDefinition, choix, entier, lireNiveaux, lireOptionDate, lireOptionMois } from './valeurs.ts';

export interface OptionsAffichage {
  readonly silencieux?: true;
  readonly sansCouleur?: true;
}

export interface OptionsSortie extends OptionsAffichage {
  readonly sortie: string;
}

/** Ce que partagent les commandes qui appliquent des règles. */
export interface OptionsRegles extends OptionsAffichage {
  /** Dossier de l'usager, par-dessus les règles livrées. */
  readonly regles?: string;
}

export interface OptionsReglesLister extends OptionsSortie, OptionsRegles {
  readonly format: string;
  readonly dateReference?: DateCivile;
}

/** Ce que partagent les commandes qui lisent un dépôt. */
export interface OptionsDepot extends OptionsSortie, OptionsRegles {
  readonly format: string;
  readonly excel?: true;
  /** Absente : la date du jour, lue dans le contexte. */
  readonly dateReference?: DateCivile;
  readonly maxAnomalies: number;
  readonly montrerValeurs?: true;
  readonly tolererRejets: number;
  /** Absente : l'index FINESS du dossier de données de l'usager, s'il y en a un. */
  readonly index?: string;
}

export interface OptionsIndicateurs extends OptionsDepot {
  readonly mois?: Mois;
  readonly premiereMesure?: true;
  readonly niveau: readonly Niveau[];
  readonly definition?: Partial<Definitions>;
  readonly tout?: true;
  readonly exigerCibles?: true;
  readonly sensibilite?: true;
}

/** Options d'affichage, communes à toutes les commandes. */
export function ajouterAffichage(commande: Command): Command {
  return commande
    .option('--silencieux', "rien sur l'erreur standard, hors refus et erreurs d'appel")
    .option('--sans-couleur', 'pas de couleur (comme la variable NO_COLOR)');
}

export function ajouterSortie(commande: Command): Command {
  return commande.option('--sortie <FICHIER>', 'écrire dans un fichier ; « - » : la sortie standard', '-');
}

/** Pour toute commande qui applique des règles. */
export function ajouterRegles(commande: Command): Command {
  return commande.option('--regles <DOSSIER>', 'vos règles YAML, par-dessus celles que le programme livre');
}

export function ajouterDateReference(commande: Command, sens: string): Command {
  return commande.addOption(
    new Option('--date-reference <AAAA-MM-JJ>', `${sens} (défaut : aujourd'hui)`).argParser(lireOptionDate),
  );
}

/** Options de lecture et de restitution d'un dépôt. */
export function ajouterDepot(commande: Command, formats: readonly string[]): Command {
  commande
    .addOption(
      new Option('--format <FORMAT>', formats.join(', '))
        .default('table')
        .argParser(choix('--format', formats)),
    )
    .option('--excel', 'avec --format csv : marque UTF-8 et virgule décimale, pour Excel');
  ajouterSortie(commande);
  ajouterDateReference(commande, 'date à laquelle la mesure est faite');
  commande
    .addOption(
      new Option('--tolerer-rejets <N>', 'nombre de lignes rejetées admis avant le code de sortie 1')
        .default(0)
        .argParser(entier('--tolerer-rejets')),
    )
    .addOption(
      new Option('--max-anomalies <N>', "nombre d'anomalies détaillées ; les totaux restent vrais")
        .default(100)
        .argParser(entier('--max-anomalies')),
    )
    .option(
      '--index <FICHIER>',
      "index du répertoire FINESS (défaut : celui du dossier de données de l'usager)",
    )
    .option('--montrer-valeurs', "ne pas masquer les identifiants hors d'un terminal ou dans une CI");
  return ajouterAffichage(ajouterRegles(commande));
}

/** Options de `regles lister`. */
export function ajouterListe(commande: Command, formats: readonly string[]): Command {
  commande.addOption(
    new Option('--format <FORMAT>', formats.join(', '))
      .default('table')
      .argParser(choix('--format', formats)),
  );
  ajouterDateReference(ajouterSortie(commande), "date dont l'âge des vérifications se compte");
  return ajouterAffichage(ajouterRegles(commande));
}

/** Options propres à `indicateurs`. */
export function ajouterIndicateurs(commande: Command): Command {
  const definitions = Object.entries(DEFINITIONS)
    .map(([cle, valeurs]) => `${cle}=${valeurs.join('|')}`)
    .join(', ');
  return commande
    .addOption(new Option('--mois <AAAA-MM>', 'mois à mesurer (à donner)').argParser(lireOptionMois))
    .option('--premiere-mesure', 'mesurer sur trois mois : le mois donné et les deux qui le précèdent')
    .addOption(
      new Option('--niveau <NIVEAU>', 'essms, og, grappe ou tous')
        .default(lireNiveaux('tous'), 'tous')
        .argParser(lireNiveaux),
    )
    .addOption(
      new Option(
        '--definition <CLE=VALEUR>',
        `changer une définition (répétable) : ${definitions}`,
      ).argParser(ajouterDefinition),
    )
    .option('--sensibilite', 'dire si chaque verdict tient sous toutes les définitions')
    .option('--tout', 'dans le tableau, montrer aussi les ESSMS aux cibles')
    .option('--exiger-cibles', "code de sortie 1 si une cible n'est pas atteinte au niveau qui fait foi");
}
