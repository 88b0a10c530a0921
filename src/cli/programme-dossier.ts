import type { Command } from 'commander';
import type { Contexte } from './contexte.ts';
import { EXEMPLES_DOSSIER } from './exemples-dossier.ts';
import { ajouterCi, FORMATS_CI, type OptionsCi } from './options-ci.ts';
import { ajouterDossier, ajouterLecture, type OptionsDossier } from './options-dossier.ts';
import { exigerCsvPourDetail, exigerCsvPourExcel } from './valeurs.ts';

type Finir = (code: number) => void;

const DEPOT = 'dossier qui contient essms.csv, et au besoin depot.yaml';

/** Les commandes qui instruisent la grappe d'un dépôt : éligibilité, plan de financement, dépenses. */
export function definirDossier(programme: Command, contexte: Contexte, finir: Finir): void {
  definirEligibilite(programme, contexte, finir);
  definirPlan(programme, contexte, finir);
  definirDepenses(programme, contexte, finir);
}

function definirEligibilite(programme: Command, contexte: Contexte, finir: Finir): void {
  const formats = ['table', 'json', 'csv', 'markdown', ...FORMATS_CI];
  ajouterCi(ajouterDossier(programme.command('eligibilite'), formats))
    .description(
      'dire si la grappe et chacun de ses ESSMS sont éligibles, avec toutes les raisons et leurs règles',
    )
    .option('--tout', 'dans le tableau, montrer aussi les ESSMS éligibles et les contrôles conformes')
    .argument('<DEPOT>', DEPOT)
    .addHelpText('after', EXEMPLES_DOSSIER.eligibilite)
    .action(async (depot: string, options: OptionsDossier & OptionsCi) => {
      exigerCsvPourExcel(options);
      const { eligibilite } = await import('./commandes/eligibilite.ts');
      finir(await eligibilite(depot, options, contexte));
    });
}

function definirPlan(programme: Command, contexte: Contexte, finir: Finir): void {
  ajouterLecture(ajouterDossier(programme.command('financement'), ['table', 'json', 'csv', 'markdown']))
    .description(
      'établir le plan de financement de la grappe : qui est payé, combien, quand, sur quelle preuve',
    )
    .argument('<DEPOT>', DEPOT)
    .addHelpText('after', EXEMPLES_DOSSIER.financement)
    .action(async (depot: string, options: OptionsDossier) => {
      exigerCsvPourExcel(options);
      const { financement } = await import('./commandes/financement.ts');
      finir(await financement(depot, options, contexte));
    });
}

function definirDepenses(programme: Command, contexte: Contexte, finir: Finir): void {
  const formats = ['table', 'json', 'csv', 'markdown', 'html'];
  ajouterLecture(ajouterDossier(programme.command('depenses'), formats))
    .description("dresser l'état récapitulatif des dépenses, devant les forfaits du plan")
    .option('--detail', 'avec --format csv : une rangée par dépense, au lieu des postes')
    .argument('<DEPOT>', 'dossier qui contient essms.csv et depenses.csv, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES_DOSSIER.depenses)
    .action(async (depot: string, options: OptionsDossier) => {
      exigerCsvPourExcel(options);
      exigerCsvPourDetail(options);
      const { depenses } = await import('./commandes/depenses.ts');
      finir(await depenses(depot, options, contexte));
    });
}
