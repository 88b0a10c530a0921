import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import type { Contexte } from './contexte.ts';
import { ErreurUsage } from './erreurs.ts';
import { ajouterAffichage, ajouterDateReference, ajouterRegles, type OptionsRegles } from './options.ts';
import { ajouterCi, FORMATS_CI, type OptionsCi } from './options-ci.ts';
import { ajouterReglagesPreuve, type OptionsPreuve } from './options-preuve.ts';
import { definirTirage } from './programme-lot/tirage.ts';
import { choix, entier, lireOptionMois } from './valeurs.ts';

export interface OptionsLot extends OptionsRegles, OptionsPreuve, OptionsCi {
  readonly mois?: Mois;
  readonly du?: Mois;
  readonly au?: Mois;
  readonly taches: number;
  readonly memoire: number;
  readonly sortie?: string;
  readonly reprendre?: true;
  readonly format: string;
  readonly tout?: true;
  readonly index?: string;
  readonly dateReference?: DateCivile;
}

const FORMATS = ['table', 'json', 'parquet', ...FORMATS_CI];

const EXEMPLES = `
Exemples :
  esms lot soumissions
  esms lot soumissions --sortie region
  esms lot soumissions --du 2025-07 --au 2025-09 --sortie region --reprendre
  esms lot soumissions --sortie region --format parquet
  esms lot tirage region --graine 20251001

Chaque sous-dossier est une soumission : des relevés (releve-*.json), ou un dépôt d'exports, mesuré aux mois
demandés. Une soumission qui échoue est dite et n'arrête pas les autres. --sortie écrit lot.csv, lot.json,
anomalies.csv, synthese.html, et registre.json, l'empreinte de chaque relevé à sa première réception ;
journal.txt sert à --reprendre. La date de référence compte dans ce qui est inchangé : donnez-la pour reprendre
un autre jour.
Code de sortie 1 s'il y a un échec ou une erreur ; 2 si le lot ne se lit pas, ou si la sortie est tenue.`;

/** Les commandes `lot` et `lot tirage`. */
export function definirLot(programme: Command, contexte: Contexte, finir: (code: number) => void): void {
  const commande = programme.command('lot');
  ajouterTraitement(commande);
  ajouterReglagesPreuve(commande);
  ajouterDateReference(commande, 'date du traitement, et de première réception des relevés');
  ajouterAffichage(ajouterRegles(ajouterCi(commande)))
    .description('traiter les soumissions de toute une région : relevés, contrôles croisés, propositions')
    .argument('<DOSSIER>', 'dossier dont chaque sous-dossier est une soumission')
    .helpCommand(false)
    .addHelpText('after', EXEMPLES)
    .action(async (dossier: string, options: OptionsLot) => {
      exigerSortie(options);
      const { lot } = await import('./commandes/lot.ts');
      finir(await lot(dossier, options, contexte));
    });
  definirTirage(commande, contexte, finir);
}

function ajouterTraitement(commande: Command): void {
  commande
    .addOption(new Option('--mois <AAAA-MM>', 'un seul mois').argParser(lireOptionMois))
    .addOption(new Option('--du <AAAA-MM>', 'premier mois').argParser(lireOptionMois))
    .addOption(new Option('--au <AAAA-MM>', 'dernier mois').argParser(lireOptionMois))
    .addOption(
      new Option('--taches <N>', 'soumissions traitées en parallèle')
        .default(availableParallelism(), 'le nombre de cœurs')
        .argParser(auMoinsUn('--taches')),
    )
    .addOption(
      new Option('--memoire <MIO>', "borne de mémoire d'une tâche, en Mio")
        .default(512)
        .argParser(auMoinsUn('--memoire')),
    )
    .option('--sortie <DOSSIER>', 'dossier où tout écrire ; sans lui, rien ne s’écrit')
    .option('--reprendre', 'ne pas refaire les soumissions inchangées depuis la dernière fois')
    .addOption(
      new Option('--format <FORMAT>', `${FORMATS.join(', ')} ; parquet ajoute lot.parquet à la sortie`)
        .default('table')
        .argParser(choix('--format', FORMATS)),
    )
    .option('--tout', 'dans le tableau, montrer toutes les soumissions')
    .option(
      '--index <FICHIER>',
      "index du répertoire FINESS (défaut : celui du dossier de données de l'usager)",
    );
}

function auMoinsUn(option: string): (valeur: string) => number {
  return (valeur) => {
    const nombre = entier(option)(valeur);
    if (nombre > 0) return nombre;
    throw new ErreurUsage(`${option} : il en faut au moins 1.`);
  };
}

function exigerSortie({ sortie, reprendre, format }: OptionsLot): void {
  if (sortie !== undefined) return;
  if (reprendre) throw new ErreurUsage('--reprendre va avec --sortie DOSSIER : le journal y est.');
  if (format === 'parquet') throw new ErreurUsage('--format parquet va avec --sortie DOSSIER.');
}
