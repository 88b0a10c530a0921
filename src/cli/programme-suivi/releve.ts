import type { Command } from 'commander';
import type { Contexte } from '../contexte.ts';
import { EXEMPLES_SUIVI as EXEMPLES } from '../exemples-suivi.ts';
import { ajouterReleve, type OptionsReleve } from '../options-suivi.ts';
import { exiger } from '../valeurs-financement.ts';

/** La commande `releve`. */
export function definirReleve(programme: Command, contexte: Contexte, finir: (code: number) => void): void {
  ajouterReleve(programme.command('releve'))
    .description("écrire le relevé d'un mois : ce qui se transmet, sans identifiant de personne ni chemin")
    .argument('<DEPOT>', 'dossier qui contient les exports, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES.releve)
    .action(async (depot: string, options: OptionsReleve) => {
      const exemple = `esms releve ${depot} --mois 2025-09 --sortie releves`;
      const mois = exiger(options.mois, '--mois AAAA-MM, le mois du relevé', exemple);
      const sortie = exiger(options.sortie, '--sortie DOSSIER, où écrire le relevé', exemple);
      const { releve } = await import('../commandes/releve.ts');
      finir(await releve(depot, { ...options, mois, sortie }, contexte));
    });
}
