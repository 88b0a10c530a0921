import type { Command } from 'commander';
import type { Contexte } from './contexte.ts';
import { EXEMPLES_FINESS as EXEMPLES } from './exemples-finess.ts';
import {
  ajouterChercher,
  ajouterImporter,
  ajouterPerimetre,
  ajouterVerifierFiness,
  type OptionsChercher,
  type OptionsImporter,
  type OptionsPerimetre,
  type OptionsVerifierFiness,
} from './options-finess.ts';
import { exigerCsvPourExcel } from './valeurs.ts';
import { finessEj } from './valeurs-finess.ts';

type Finir = (code: number) => void;

/** Le répertoire FINESS : l'importer, y chercher, contrôler des numéros, en tirer un périmètre. */
export function definirFiness(programme: Command, contexte: Contexte, finir: Finir): void {
  const finess = programme
    .command('finess')
    .description('importer le répertoire FINESS, y chercher, vérifier des numéros, en tirer un périmètre');
  finess.usage('<commande>').helpCommand(false).addHelpText('after', EXEMPLES.finess);
  ajouterImporter(finess.command('importer'))
    .description("lire des extractions du répertoire et en construire l'index")
    .argument('<FICHIER...>', 'CSV ou JSON, compressés en .gz ou non')
    .addHelpText('after', EXEMPLES.importer)
    .action(async (fichiers: readonly string[], options: OptionsImporter) => {
      const { importer } = await import('./commandes/finess/importer.ts');
      finir(await importer(fichiers, options, contexte));
    });
  ajouterVerifierFiness(finess.command('verifier'))
    .description('contrôler des numéros : forme, clé, existence, ouverture, rattachement, catégorie')
    .argument('[NUMERO...]', "numéros d'établissement ou d'entité juridique")
    .addHelpText('after', EXEMPLES.verifier)
    .action(async (numeros: readonly string[], options: OptionsVerifierFiness) => {
      exigerCsvPourExcel(options);
      const { verifier } = await import('./commandes/finess/verifier.ts');
      finir(await verifier(numeros, options, contexte));
    });
  ajouterChercher(finess.command('chercher'))
    .description('chercher un établissement par les mots de son nom ou de sa commune, sans accents ni ordre')
    .argument('[MOT...]', 'mots, ou débuts de mots')
    .addHelpText('after', EXEMPLES.chercher)
    .action(async (mots: readonly string[], options: OptionsChercher) => {
      exigerCsvPourExcel(options);
      const { chercher } = await import('./commandes/finess/chercher.ts');
      finir(await chercher(mots, options, contexte));
    });
  ajouterPerimetre(finess.command('perimetre'))
    .description("écrire la table essms d'un organisme, prête à poser dans un dépôt")
    .argument('<EJ>', "numéro FINESS de l'entité juridique")
    .addHelpText('after', EXEMPLES.perimetre)
    .action(async (ej: string, options: OptionsPerimetre) => {
      exigerCsvPourExcel(options);
      const { perimetre } = await import('./commandes/finess/perimetre.ts');
      finir(await perimetre(finessEj('EJ')(ej), options, contexte));
    });
}
