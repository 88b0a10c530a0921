import type { Command } from 'commander';
import type { Contexte } from './contexte.ts';
import { EXEMPLES_FINANCEMENT as EXEMPLES } from './exemples-financement.ts';
import {
  ajouterEcheancier,
  ajouterForfaits,
  ajouterSons,
  type OptionsEcheancier,
  type OptionsForfaits,
  type OptionsSons,
} from './options-financement.ts';
import { exigerCsvPourExcel } from './valeurs.ts';

type Finir = (code: number) => void;

/** Les calculs de financement qui ne lisent pas de dépôt : ni DuckDB, ni YAML, ni schéma au démarrage. */
export function definirFinancement(programme: Command, contexte: Contexte, finir: Finir): void {
  ajouterSons(programme.command('sons'))
    .description("ce que le SONS paie à l'éditeur d'un organisme, ou d'une liste d'organismes")
    .argument('[LISTE]', 'CSV « finess_ej;essms_og;essms_commande », à la place de --essms-og')
    .addHelpText('after', EXEMPLES.sons)
    .action(async (liste: string | undefined, options: OptionsSons) => {
      exigerCsvPourExcel(options);
      const { sons } = await import('./commandes/sons.ts');
      finir(await sons(liste, options, contexte));
    });
  ajouterForfaits(programme.command('forfaits'))
    .description('les forfaits ESMS Numérique au porteur du projet')
    .addHelpText('after', EXEMPLES.forfaits)
    .action(async (options: OptionsForfaits) => {
      exigerCsvPourExcel(options);
      const { forfaits } = await import('./commandes/forfaits.ts');
      finir(await forfaits(options, contexte));
    });
  ajouterEcheancier(programme.command('echeancier'))
    .description("les dates d'un projet depuis la signature, à mettre dans un agenda")
    .addHelpText('after', EXEMPLES.echeancier)
    .action(async (options: OptionsEcheancier) => {
      exigerCsvPourExcel(options);
      const { echeancier } = await import('./commandes/echeancier.ts');
      finir(await echeancier(options, contexte));
    });
}
