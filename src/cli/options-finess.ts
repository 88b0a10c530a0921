import { type Command, Option } from 'commander';
import type { Secteur } from '../domaine/secteur.ts';
import type { OptionsIndex } from './index-finess.ts';
import { ajouterAffichage, ajouterSortie, type OptionsSortie } from './options.ts';
import { choix, entier } from './valeurs.ts';
import { secteur } from './valeurs-financement.ts';
import { categorie, departement, finessEj } from './valeurs-finess.ts';

interface OptionsCommunes extends OptionsSortie, OptionsIndex {
  readonly format: string;
  readonly excel?: true;
}

export interface OptionsImporter extends OptionsCommunes {
  readonly tolererRejets: number;
  readonly maxAnomalies: number;
}

export interface OptionsVerifierFiness extends OptionsCommunes {
  readonly fichier?: string;
  readonly finessEj?: string;
  readonly maxAnomalies: number;
}

export interface OptionsChercher extends OptionsCommunes {
  readonly departement?: string;
  readonly categorie?: string;
  readonly secteur?: Secteur;
  readonly finessEj?: string;
  readonly fermes?: true;
  readonly limite: number;
}

export interface OptionsPerimetre extends OptionsCommunes {
  readonly tous?: true;
}

/** `--index`, pour toute commande qui se sert du répertoire. */
function ajouterIndex(commande: Command): Command {
  return commande.option(
    '--index <FICHIER>',
    "index du répertoire FINESS (défaut : celui du dossier de données de l'usager)",
  );
}

function ajouterFormat(commande: Command, formats: readonly [string, ...string[]]): Command {
  commande.addOption(
    new Option('--format <FORMAT>', formats.join(', '))
      .default(formats[0])
      .argParser(choix('--format', formats)),
  );
  if (formats.includes('csv')) {
    commande.option('--excel', 'avec --format csv : marque UTF-8 et virgule décimale, pour Excel');
  }
  return commande;
}

function ajouterRestitution(commande: Command): Command {
  return ajouterAffichage(ajouterIndex(ajouterSortie(commande)));
}

function maxAnomalies(): Option {
  return new Option('--max-anomalies <N>', "nombre d'anomalies détaillées ; les totaux restent vrais")
    .default(100)
    .argParser(entier('--max-anomalies'));
}

export function ajouterImporter(commande: Command): Command {
  ajouterFormat(commande, ['table', 'json'])
    .addOption(
      new Option(
        '--tolerer-rejets <N>',
        "nombre de lignes illisibles admises ; au-delà, l'index d'avant reste en place",
      )
        .default(0)
        .argParser(entier('--tolerer-rejets')),
    )
    .addOption(maxAnomalies());
  return ajouterRestitution(commande);
}

export function ajouterVerifierFiness(commande: Command): Command {
  ajouterFormat(commande, ['table', 'json', 'csv'])
    .option('--fichier <CSV>', "les numéros de la colonne finess_et (et finess_ej) d'un CSV")
    .addOption(
      new Option(
        '--finess-ej <NUMERO>',
        'entité juridique à laquelle les numéros donnés doivent être rattachés',
      ),
    )
    .addOption(maxAnomalies());
  return ajouterRestitution(commande);
}

export function ajouterChercher(commande: Command): Command {
  ajouterFormat(commande, ['table', 'json', 'csv'])
    .addOption(new Option('--departement <CODE>', 'code du département (01, 2A, 974)').argParser(departement))
    .addOption(
      new Option('--categorie <CODE>', 'code de catégorie FINESS (500 : EHPAD)').argParser(categorie),
    )
    .addOption(new Option('--secteur <SECTEUR>', 'PA, PH, DOM, PDS, PDE, AHI ou PJM').argParser(secteur))
    .addOption(
      new Option('--finess-ej <NUMERO>', "établissements d'une entité juridique").argParser(
        finessEj('--finess-ej'),
      ),
    )
    .option('--fermes', 'montrer aussi les établissements fermés')
    .addOption(new Option('--limite <N>', 'nombre de résultats').default(20).argParser(entier('--limite')));
  return ajouterRestitution(commande);
}

export function ajouterPerimetre(commande: Command): Command {
  ajouterFormat(commande, ['csv', 'table', 'json']).option(
    '--tous',
    'garder aussi les établissements qui ne sont pas des ESSMS',
  );
  return ajouterRestitution(commande);
}
