import { type Command, Option } from 'commander';
import type { Contexte } from '../contexte.ts';
import { ajouterAffichage, ajouterSortie, type OptionsSortie } from '../options.ts';
import { choix, entier, exigerCsvPourExcel } from '../valeurs.ts';

export interface OptionsTirage extends OptionsSortie {
  readonly graine?: number;
  readonly taille: number;
  readonly format: string;
  readonly excel?: true;
}

const FORMATS = ['table', 'csv'] as const;

const EXEMPLES = `
Exemples :
  esms lot tirage sortie --graine 20251001
  esms lot tirage sortie/lot.csv --graine 20251001 --taille 60 --format csv --sortie tirage.csv

LOT est le dossier où « esms lot » a écrit, ou son lot.csv. La même graine et le même lot redonnent le même
tirage ; une taille plus grande le prolonge.`;

/** La sous-commande `lot tirage`. */
export function definirTirage(lot: Command, contexte: Contexte, finir: (code: number) => void): void {
  // « lot » a aussi --format et --sortie : ce qui suit « tirage » est à lui.
  const commande = lot
    .enablePositionalOptions()
    .command('tirage')
    .description('tirer des ESSMS pour un contrôle sur pièces, de façon reproductible')
    .argument('<LOT>', 'dossier écrit par « esms lot », ou son lot.csv')
    .addOption(
      new Option(
        '--graine <N>',
        'graine du tirage (à donner) : un entier choisi avant de voir les résultats',
      ).argParser(entier('--graine')),
    )
    .addOption(new Option('--taille <N>', "nombre d'ESSMS à tirer").default(30).argParser(entier('--taille')))
    .addOption(
      new Option('--format <FORMAT>', FORMATS.join(', '))
        .default('table')
        .argParser(choix('--format', FORMATS)),
    )
    .option('--excel', 'avec --format csv : marque UTF-8 et virgule décimale, pour Excel');
  ajouterAffichage(ajouterSortie(commande))
    .addHelpText('after', EXEMPLES)
    .action(async (chemin: string, options: OptionsTirage) => {
      exigerCsvPourExcel(options);
      const { tirage } = await import('../commandes/lot/tirage.ts');
      finir(await tirage(chemin, options, contexte));
    });
}
