import type { Command } from 'commander';
import type { Contexte } from '../contexte.ts';
import { ajouterDepot } from '../options.ts';
import { ajouterMesure, type OptionsMesure } from '../options-mesure.ts';
import { exigerCsvPourExcel } from '../valeurs.ts';
import { exiger } from '../valeurs-financement.ts';

const EXEMPLES = `
Exemples :
  esms va mon-depot --mois 2025-09
  esms va mon-depot --mois 2025-09 --format html --sortie pv-va.html
  esms va mon-depot --mois 2025-09 --format json

V1 à V3 se calculent depuis les exports, V4 se déclare dans la table essms (deploiement_termine,
formations_terminees). markdown et html rendent un brouillon de PV par organisme, à compléter et à signer.
Code de sortie 1 si une condition n'est pas remplie, ou ne se sait pas.`;

/** La commande `va`. */
export function definirVa(programme: Command, contexte: Contexte, finir: (code: number) => void): void {
  ajouterDepot(ajouterMesure(programme.command('va')), ['table', 'json', 'csv', 'markdown', 'html'])
    .description("vérifier l'aptitude (VA) : ses conditions, ESSMS par ESSMS, et le brouillon du PV")
    .argument('<DEPOT>', 'dossier qui contient les exports, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES)
    .action(async (depot: string, options: OptionsMesure) => {
      exigerCsvPourExcel(options);
      const mois = exiger(
        options.mois,
        '--mois AAAA-MM, le mois à mesurer',
        `esms va ${depot} --mois 2025-09`,
      );
      const { verifier } = await import('../commandes/va.ts');
      finir(await verifier(depot, { acte: 'va', mois, bugsCorriges: null }, options, contexte));
    });
}
