import { type Command, Option } from 'commander';
import type { DateCivile } from '../domaine/date-civile.ts';
import { TYPES_PROJET, type TypeProjet } from '../domaine/financement/commun.ts';
import { LECTURES_REDUIT, type LectureReduit } from '../domaine/financement/forfaits.ts';
import type { Centimes } from '../domaine/montant.ts';
import type { Secteur } from '../domaine/secteur.ts';
import {
  ajouterAffichage,
  ajouterDateReference,
  ajouterRegles,
  ajouterSortie,
  type OptionsRegles,
  type OptionsSortie,
} from './options.ts';
import { choix, entier } from './valeurs.ts';
import {
  annee,
  dateCivile,
  heures,
  moisCivils,
  montantEuros,
  nombreEssms,
  secteur,
} from './valeurs-financement.ts';
import { finessEj } from './valeurs-finess.ts';

/** Ce que partagent les calculs de financement, qui ne lisent pas de dépôt. */
interface OptionsCalcul extends OptionsSortie, OptionsRegles {
  readonly format: string;
  readonly excel?: true;
  /** Absente : la date du jour, lue dans le contexte. */
  readonly dateReference?: DateCivile;
}

export interface OptionsSons extends OptionsCalcul {
  readonly essmsOg?: number;
  /** L'organisme dont l'index FINESS compte les ESSMS, à défaut de `essmsOg`. */
  readonly finessEj?: string;
  readonly index?: string;
  readonly essmsCommande?: number;
  readonly vague: string;
  readonly dateCommande?: DateCivile;
  readonly dateReferencement?: DateCivile;
  readonly maxAnomalies: number;
}

export interface OptionsForfaits extends OptionsCalcul {
  readonly annee?: number;
  readonly type?: TypeProjet;
  readonly secteur?: Secteur;
  readonly essms?: number;
  readonly duiNonReference?: true;
  readonly essmsPetitsOg?: number;
  readonly lecture: LectureReduit;
  /** En centièmes d'heure. */
  readonly heuresEligibles?: number;
  readonly heuresTotales?: number;
}

export interface OptionsEcheancier extends OptionsCalcul {
  readonly signature?: DateCivile;
  readonly type?: TypeProjet;
  readonly annee?: number;
  readonly delaiMois?: number;
  readonly montant?: Centimes;
  readonly montantSons?: Centimes;
  readonly nom?: string;
}

function ajouterFormat(commande: Command, formats: readonly string[]): void {
  commande
    .addOption(
      new Option('--format <FORMAT>', formats.join(', '))
        .default('table')
        .argParser(choix('--format', formats)),
    )
    .option('--excel', 'avec --format csv : marque UTF-8 et virgule décimale, pour Excel');
}

function ajouterRestitution(commande: Command, sensDate: string): Command {
  ajouterSortie(commande);
  ajouterDateReference(commande, sensDate);
  return ajouterAffichage(ajouterRegles(commande));
}

function optionType(): Option {
  return new Option('--type <TYPE>', TYPES_PROJET.join(' ou ')).argParser(choix('--type', TYPES_PROJET));
}

export function ajouterSons(commande: Command): Command {
  commande
    .addOption(
      new Option(
        '--essms-og <N>',
        "nombre d'ESSMS de l'organisme gestionnaire : il donne la tranche",
      ).argParser(nombreEssms('--essms-og')),
    )
    .addOption(
      new Option(
        '--finess-ej <NUMERO>',
        "organisme : ses ESSMS sont comptés dans l'index FINESS, à défaut de --essms-og",
      ).argParser(finessEj('--finess-ej')),
    )
    .addOption(
      new Option('--essms-commande <N>', "nombre d'ESSMS de la commande (défaut : ceux de l'OG)").argParser(
        nombreEssms('--essms-commande'),
      ),
    )
    .addOption(
      new Option('--vague <N>', 'vague du Ségur, 1 ou 2')
        .default('1')
        .argParser(choix('--vague', ['1', '2'])),
    )
    .addOption(
      new Option('--date-commande <AAAA-MM-JJ>', 'date du bon de commande signé').argParser(
        dateCivile('--date-commande'),
      ),
    )
    .addOption(
      new Option(
        '--date-referencement <AAAA-MM-JJ>',
        "dépôt, par l'éditeur, de son dossier complet de référencement",
      ).argParser(dateCivile('--date-referencement')),
    )
    .addOption(
      new Option('--max-anomalies <N>', 'pour une liste : anomalies détaillées ; les totaux restent vrais')
        .default(100)
        .argParser(entier('--max-anomalies')),
    );
  commande.option(
    '--index <FICHIER>',
    "index du répertoire FINESS (défaut : celui du dossier de données de l'usager)",
  );
  ajouterFormat(commande, ['table', 'json', 'csv', 'markdown']);
  return ajouterRestitution(commande, 'date à laquelle on regarde le calendrier de la vague');
}

export function ajouterForfaits(commande: Command): Command {
  commande
    .addOption(new Option('--annee <AAAA>', "année de l'instruction").argParser(annee))
    .addOption(optionType())
    .addOption(new Option('--secteur <SECTEUR>', 'PA, PH, DOM, PDS, PDE, AHI ou PJM').argParser(secteur))
    .addOption(new Option('--essms <N>', "nombre d'ESSMS du projet entier").argParser(nombreEssms('--essms')))
    .option('--dui-non-reference', "la solution DUI n'est pas référencée Ségur")
    .addOption(
      new Option(
        '--essms-petits-og <N>',
        "combien relèvent d'OG de moins de 15 ESSMS : ajoute les plafonds complémentaires",
      ).argParser(nombreEssms('--essms-petits-og', 0)),
    )
    .addOption(
      new Option('--lecture <LECTURE>', `à partir de 50 ESSMS : ${LECTURES_REDUIT.join(', ')}`)
        .default(LECTURES_REDUIT[0])
        .argParser(choix<LectureReduit>('--lecture', LECTURES_REDUIT)),
    )
    .addOption(
      new Option('--heures-eligibles <H>', "secteur DOM : heures éligibles à l'aide").argParser(
        heures('--heures-eligibles'),
      ),
    )
    .addOption(
      new Option('--heures-totales <H>', 'secteur DOM : heures totales, confort compris').argParser(
        heures('--heures-totales'),
      ),
    );
  ajouterFormat(commande, ['table', 'json', 'csv', 'markdown']);
  return ajouterRestitution(commande, "admise partout ; ici, les montants ne dépendent que de l'année");
}

export function ajouterEcheancier(commande: Command): Command {
  commande
    .addOption(
      new Option('--signature <AAAA-MM-JJ>', 'signature de la convention ARS/porteur').argParser(
        dateCivile('--signature'),
      ),
    )
    .addOption(optionType())
    .addOption(
      new Option('--annee <AAAA>', "année de l'instruction (défaut : celle de la signature)").argParser(
        annee,
      ),
    )
    .addOption(
      new Option(
        '--delai-mois <N>',
        "délai écrit dans la convention, à la place de celui de l'année",
      ).argParser(moisCivils('--delai-mois')),
    )
    .addOption(
      new Option('--montant <EUROS>', 'total des forfaits, à partager en deux versements').argParser(
        montantEuros('--montant'),
      ),
    )
    .addOption(
      new Option('--montant-sons <EUROS>', "montée de version : SONS de l'éditeur").argParser(
        montantEuros('--montant-sons'),
      ),
    )
    .option('--nom <NOM>', 'nom du projet, pour le reconnaître dans un agenda');
  ajouterFormat(commande, ['table', 'json', 'csv', 'markdown', 'ics']);
  return ajouterRestitution(commande, 'date qui sépare le passé du reste');
}
