import { type Command, Option } from 'commander';
import type { Niveau } from '../../domaine/resultat.ts';
import type { Contexte } from '../contexte.ts';
import { ajouterAffichage, ajouterSortie, type OptionsSortie } from '../options.ts';
import { ajouterReglagesPreuve, type OptionsPreuve } from '../options-preuve.ts';
import { choix, exigerCsvPourExcel, lireNiveaux } from '../valeurs.ts';

export interface OptionsSuivi extends OptionsSortie, OptionsPreuve {
  readonly format: string;
  readonly excel?: true;
  readonly tout?: true;
  readonly niveau: readonly Niveau[];
  readonly exigerPreuve?: true;
}

const FORMATS = ['table', 'json', 'csv', 'markdown'] as const;

const EXEMPLES = `
Exemples :
  esms suivi releves
  esms suivi releves/releve-2025-07.json releves/releve-2025-08.json releves/releve-2025-09.json
  esms suivi releves --niveau grappe --exiger-preuve
  esms suivi releves --format csv --excel --sortie suivi.csv

Un dossier donne ses fichiers releve-*.json. Code de sortie 1 pour un relevé altéré, un mois en double, des
définitions ou des cibles mêlées ; 2 pour un relevé illisible, d'une autre version ou d'une autre grappe.`;

/** La commande `suivi`. */
export function definirCommandeSuivi(
  programme: Command,
  contexte: Contexte,
  finir: (code: number) => void,
): void {
  ajouterOptions(programme.command('suivi'))
    .description(
      'suivre des relevés mois par mois : séries, ce qui manque, et quand la preuve peut être complète',
    )
    .argument('<RELEVE...>', 'relevés, ou dossiers de relevés')
    .addHelpText('after', EXEMPLES)
    .action(async (releves: readonly string[], options: OptionsSuivi) => {
      exigerCsvPourExcel(options);
      const { suivi } = await import('../commandes/suivi.ts');
      finir(await suivi(releves, options, contexte));
    });
}

function ajouterOptions(commande: Command): Command {
  commande
    .addOption(
      new Option('--format <FORMAT>', FORMATS.join(', '))
        .default('table')
        .argParser(choix('--format', FORMATS)),
    )
    .option('--excel', 'avec --format csv : marque UTF-8 et virgule décimale, pour Excel')
    .addOption(
      new Option('--niveau <NIVEAU>', 'niveaux à montrer : essms, og, grappe ou tous')
        .default(lireNiveaux('tous'), 'tous')
        .argParser(lireNiveaux),
    );
  ajouterReglagesPreuve(commande)
    .option('--tout', 'dans le tableau, montrer aussi ceux qui ont la preuve')
    .option('--exiger-preuve', "code de sortie 1 si la preuve n'est pas faite au niveau qui fait foi");
  return ajouterAffichage(ajouterSortie(commande));
}
