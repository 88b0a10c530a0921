import { Command } from 'commander';
import { VERSION } from '../version.ts';
import type { OptionsDemo } from './commandes/demo.ts';
import type { Contexte } from './contexte.ts';
import { EXEMPLES } from './exemples.ts';
import { AIDE_EN_FRANCAIS } from './francais.ts';
import {
  ajouterAffichage,
  ajouterDepot,
  ajouterIndicateurs,
  ajouterListe,
  ajouterRegles,
  ajouterSortie,
  type OptionsAffichage,
  type OptionsDepot,
  type OptionsIndicateurs,
  type OptionsRegles,
  type OptionsReglesLister,
  type OptionsSortie,
} from './options.ts';
import { ajouterCi, FORMATS_CI, type OptionsCi } from './options-ci.ts';
import { definirDossier } from './programme-dossier.ts';
import { definirFinancement } from './programme-financement.ts';
import { definirFiness } from './programme-finess.ts';
import { definirLot } from './programme-lot.ts';
import { definirSuivi } from './programme-suivi.ts';
import { exigerCsvPourExcel, exigerMois } from './valeurs.ts';

type Finir = (code: number) => void;

/** L'arbre des commandes. Chacune ne charge ce qui l'exécute qu'au moment de s'exécuter. */
export function creerProgramme(contexte: Contexte, finir: Finir): Command {
  const programme = new Command('esms')
    .description(
      "Indicateurs d'usage du programme ESMS Numérique, calculés chez vous depuis les exports du DUI.",
    )
    .usage('<commande> [options]')
    .version(`esms ${VERSION}`, '--version', 'afficher la version')
    .helpOption('-h, --aide', 'afficher cette aide')
    .helpCommand(false)
    // Une option va à la commande qu'elle suit : « lot » et « lot tirage » ont chacune leur --format.
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp(AIDE_EN_FRANCAIS)
    .configureOutput({
      writeOut: (texte) => contexte.sortie.write(texte),
      writeErr: (texte) => contexte.erreur.write(texte),
      outputError: () => undefined,
      getOutHelpWidth: () => contexte.sortie.colonnes,
      getErrHelpWidth: () => contexte.erreur.colonnes,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', EXEMPLES.esms);
  definirDemo(programme, contexte, finir);
  definirVerifier(programme, contexte, finir);
  definirIndicateurs(programme, contexte, finir);
  definirFinancement(programme, contexte, finir);
  definirDossier(programme, contexte, finir);
  definirSuivi(programme, contexte, finir);
  definirLot(programme, contexte, finir);
  definirFiness(programme, contexte, finir);
  definirSchema(programme, contexte, finir);
  definirRegles(programme, contexte, finir);
  return programme;
}

function definirDemo(programme: Command, contexte: Contexte, finir: Finir): void {
  ajouterAffichage(programme.command('demo'))
    .description("montrer l'outil sur un dépôt d'exemple, sans rien préparer")
    .option('--sortie <DOSSIER>', 'dossier où écrire les relevés et le rapport', 'esms-demo')
    .addHelpText('after', EXEMPLES.demo)
    .action(async (options: OptionsDemo) => {
      const { demo } = await import('./commandes/demo.ts');
      finir(await demo(options, contexte));
    });
}

function definirVerifier(programme: Command, contexte: Contexte, finir: Finir): void {
  ajouterCi(ajouterDepot(programme.command('verifier'), ['table', 'json', 'csv', ...FORMATS_CI]))
    .description('contrôler les fichiers du dépôt et lister chaque anomalie')
    .argument('<DEPOT>', 'dossier qui contient les exports, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES.verifier)
    .action(async (depot: string, options: OptionsDepot & OptionsCi) => {
      exigerCsvPourExcel(options);
      const { verifier } = await import('./commandes/verifier.ts');
      finir(await verifier(depot, options, contexte));
    });
}

function definirIndicateurs(programme: Command, contexte: Contexte, finir: Finir): void {
  const commande = programme.command('indicateurs');
  ajouterIndicateurs(commande);
  ajouterCi(ajouterDepot(commande, ['table', 'json', 'csv', 'markdown', ...FORMATS_CI]))
    .description("calculer les cinq indicateurs d'usage d'un mois")
    .argument('<DEPOT>', 'dossier qui contient les exports, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES.indicateurs)
    .action(async (depot: string, options: OptionsIndicateurs & OptionsCi) => {
      exigerCsvPourExcel(options);
      const mois = exigerMois(options.mois, depot, contexte.aujourdhui());
      const { indicateurs } = await import('./commandes/indicateurs.ts');
      finir(await indicateurs(depot, { ...options, mois }, contexte));
    });
}

function definirSchema(programme: Command, contexte: Contexte, finir: Finir): void {
  const commande = programme.command('schema');
  ajouterAffichage(ajouterSortie(commande))
    .description("publier le schéma d'une sortie JSON (JSON Schema) ou d'une table (Table Schema)")
    .argument('[NOM]', 'sans lui : la liste des noms')
    .addHelpText('after', EXEMPLES.schema)
    .action(async (nom: string | undefined, options: OptionsSortie) => {
      const { schema } = await import('./commandes/schema.ts');
      finir(await schema(nom, options, contexte));
    });
}

function definirRegles(programme: Command, contexte: Contexte, finir: Finir): void {
  const regles = programme
    .command('regles')
    .description('lister, montrer et vérifier les règles datées ; expliquer un code');
  regles.usage('<commande>').helpCommand(false).addHelpText('after', EXEMPLES.regles);
  ajouterListe(regles.command('lister'), ['table', 'json'])
    .description('toutes les règles : dates, valeurs, sources, et ce qui est à vérifier')
    .addHelpText('after', EXEMPLES.lister)
    .action(async (options: OptionsReglesLister) => {
      const { lister } = await import('./commandes/regles/lister.ts');
      finir(await lister(options, contexte));
    });
  ajouterRegles(ajouterAffichage(regles.command('montrer')))
    .description("montrer une règle, ou expliquer un code d'anomalie")
    .argument('<ID>', 'par exemple sons.vague_1.bareme, ou champ.date_invalide')
    .addHelpText('after', EXEMPLES.montrer)
    .action(async (id: string, options: OptionsRegles) => {
      const { montrer } = await import('./commandes/regles/montrer.ts');
      finir(await montrer(id, options, contexte));
    });
  ajouterAffichage(regles.command('verifier'))
    .description('vérifier des fichiers de règles : schéma, dates, sources, exemples exécutés')
    .argument('[DOSSIER]', 'vos règles ; sans lui, celles que le programme livre')
    .addHelpText('after', EXEMPLES.verifierRegles)
    .action(async (dossier: string | undefined, options: OptionsAffichage) => {
      const { verifier } = await import('./commandes/regles/verifier.ts');
      finir(verifier(dossier, options, contexte));
    });
}
