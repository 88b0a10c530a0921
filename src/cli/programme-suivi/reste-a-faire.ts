import { type Command, Option } from 'commander';
import { aFormeFiness } from '../../domaine/finess.ts';
import { CODES_INDICATEURS, type CodeIndicateur } from '../../domaine/resultat.ts';
import type { Contexte } from '../contexte.ts';
import { ErreurUsage } from '../erreurs.ts';
import { ajouterDepot } from '../options.ts';
import { ajouterMesure, type OptionsMesure } from '../options-mesure.ts';
import { choix, exigerCsvPourExcel } from '../valeurs.ts';
import { exiger } from '../valeurs-financement.ts';

export interface OptionsResteAFaire extends OptionsMesure {
  readonly indicateur?: CodeIndicateur;
  readonly essms?: string;
  readonly moisClos?: true;
  readonly tout?: true;
}

const EXEMPLES = `
Exemples :
  esms reste-a-faire mon-depot --mois 2025-09
  esms reste-a-faire mon-depot --mois 2025-09 --essms 630781227 --indicateur dmp --tout
  esms reste-a-faire mon-depot --mois 2025-09 --format csv --excel --sortie a-faire.csv

Ordre : l'ESSMS où le plus de gestes servent une cible non atteinte d'abord ; puis, dans un ESSMS, le dossier dont un
seul geste règle deux indicateurs (daté du mois, il rend aussi actif un dossier inactif), puis celui dont le geste
sert une cible non atteinte, puis celui à qui il manque le plus. Ni sortis, ni préadmissions, ni listes d'attente.

C'est la seule sortie du programme qui porte des identifiants de dossier. Elle s'écrit sur un terminal ou dans un
fichier (--sortie) ; vers un tube, ou avec CI définie, seulement avec --montrer-valeurs.
Un mois fini depuis plus de 10 jours est clos : code 2, sauf --mois-clos.`;

/** La commande `reste-a-faire`. */
export function definirResteAFaire(
  programme: Command,
  contexte: Contexte,
  finir: (code: number) => void,
): void {
  const commande = ajouterMesure(programme.command('reste-a-faire'));
  commande
    .addOption(
      new Option('--indicateur <INDICATEUR>', `un seul : ${CODES_INDICATEURS.join(', ')}`).argParser(
        choix<CodeIndicateur>('--indicateur', CODES_INDICATEURS),
      ),
    )
    .addOption(new Option('--essms <FINESS>', 'un seul ESSMS du périmètre').argParser(lireFiness))
    .option('--mois-clos', 'accepter un mois fini depuis plus de 10 jours : pour comprendre, pas pour saisir')
    .option('--tout', 'dans le tableau, montrer tous les dossiers de chaque ESSMS');
  ajouterDepot(commande, ['table', 'csv', 'json'])
    .description('lister les dossiers à qui il manque un projet, un événement, une trace, un DMP')
    .argument('<DEPOT>', 'dossier qui contient les exports, et au besoin depot.yaml')
    .addHelpText('after', EXEMPLES)
    .action(async (depot: string, options: OptionsResteAFaire) => {
      exigerCsvPourExcel(options);
      const exemple = `esms reste-a-faire ${depot} --mois 2025-09`;
      const mois = exiger(options.mois, '--mois AAAA-MM, le mois à travailler', exemple);
      const { resteAFaire } = await import('../commandes/reste-a-faire.ts');
      finir(await resteAFaire(depot, { ...options, mois }, contexte));
    });
}

function lireFiness(valeur: string): string {
  if (aFormeFiness(valeur)) return valeur;
  throw new ErreurUsage(
    `--essms : « ${valeur} » n'est pas un numéro FINESS (neuf chiffres, ou 2A/2B et sept).`,
  );
}
