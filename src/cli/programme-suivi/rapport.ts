import type { Command } from 'commander';
import type { Contexte } from '../contexte.ts';
import { ErreurUsage } from '../erreurs.ts';
import { ajouterDepot } from '../options.ts';
import { ajouterMesure, type OptionsMesure } from '../options-mesure.ts';
import { ajouterReglagesPreuve, type OptionsPreuve } from '../options-preuve.ts';

export type OptionsRapport = OptionsMesure & OptionsPreuve;

const EXEMPLES = `
Exemples :
  esms rapport mon-depot --mois 2025-09 --sortie rapport.html
  esms rapport releves --sortie rapport.html
  esms rapport releves/releve-2025-0*.json --sortie rapport.html

Une page HTML qui se suffit : à lire dans un navigateur sans réseau, à imprimer, à transmettre. Aucun identifiant de
dossier. Avec --mois, l'argument est un dépôt, et les deux mois d'avant sont relus dans les mêmes exports ; sans
--mois, ce sont des relevés (ou des dossiers de relevés), et le dernier donne le mois montré.`;

/** La commande `rapport`. */
export function definirRapport(programme: Command, contexte: Contexte, finir: (code: number) => void): void {
  const commande = ajouterReglagesPreuve(
    ajouterMesure(programme.command('rapport'), 'mois à montrer, avec un dépôt (à donner)'),
  );
  ajouterDepot(commande, ['html'])
    .description("écrire la page qu'un directeur lit : cibles, trois mois, ESSMS, reste à faire, sources")
    .argument('<DEPOT|RELEVE...>', 'un dossier de dépôt (avec --mois), ou des relevés')
    .addHelpText('after', EXEMPLES)
    .action(async (noms: readonly string[], options: OptionsRapport) => {
      const { mois } = options;
      const commandes = await import('../commandes/rapport.ts');
      if (mois === undefined) finir(await commandes.rapporterReleves(noms, options, contexte));
      else finir(await commandes.rapporterDepot(unDepot(noms), { ...options, mois }, contexte));
    });
}

function unDepot(noms: readonly string[]): string {
  const [depot, ...autres] = noms;
  if (depot !== undefined && autres.length === 0) return depot;
  throw new ErreurUsage('--mois : un seul dépôt à la fois ; pour des relevés, sans --mois.');
}
