import type { Command } from 'commander';
import type { Contexte } from '../contexte.ts';
import { ajouterDepot } from '../options.ts';
import { ajouterMesure, type OptionsMesure } from '../options-mesure.ts';
import { exigerCsvPourExcel } from '../valeurs.ts';

interface OptionsVsr extends OptionsMesure {
  readonly bugsCorriges?: true;
}

const EXEMPLES = `
Exemples :
  esms vsr mon-depot
  esms vsr mon-depot --mois 2025-09 --bugs-corriges
  esms vsr mon-depot --mois 2025-09 --bugs-corriges --format html --sortie pv-vsr.html

Sans --mois, seul ce qui est déclaré se lit : V1 à V3 restent inconnues. Les cibles d'usage sont montrées à côté :
le solde les demande avec la VSR, elles n'en sont pas une condition.
Code de sortie 1 si une condition n'est pas remplie, ou ne se sait pas.`;

/** La commande `vsr`. */
export function definirVsr(programme: Command, contexte: Contexte, finir: (code: number) => void): void {
  const commande = ajouterMesure(programme.command('vsr'), 'mois à mesurer ; sans lui, rien ne se mesure');
  commande.option('--bugs-corriges', "l'organisme déclare que tous les bugs ont été corrigés");
  ajouterDepot(commande, ['table', 'json', 'csv', 'markdown', 'html'])
    .description('vérifier le service régulier (VSR) : ses conditions, et le brouillon du PV')
    .argument('<DEPOT>', 'dossier qui contient essms.csv, les exports, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES)
    .action(async (depot: string, options: OptionsVsr) => {
      exigerCsvPourExcel(options);
      const { mois = null, bugsCorriges = null } = options;
      const { verifier } = await import('../commandes/va.ts');
      finir(await verifier(depot, { acte: 'vsr', mois, bugsCorriges }, options, contexte));
    });
}
