import { CommanderError } from 'commander';
import { ErreurEcriture } from '../terminal/ecriture.ts';
import { VERSION } from '../version.ts';
import { type Contexte, contexteReel } from './contexte.ts';
import { CODES, ErreurUsage } from './erreurs.ts';
import { traduire } from './francais.ts';
import { resumerDefaut } from './masquage.ts';
import { creerProgramme } from './programme.ts';

/** Exécute une ligne de commande (sans `node` ni le script) et rend le code de sortie. */
export async function executer(argv: readonly string[], contexte: Contexte): Promise<number> {
  try {
    let code: number = CODES.ok;
    const programme = creerProgramme(contexte, (rendu) => {
      code = rendu;
    });
    await programme.parseAsync(avecAide(argv), { from: 'user' });
    return code;
  } catch (erreur) {
    return rendreCompte(erreur, contexte, argv);
  }
}

/** `--help` vaut `--aide`, sauf après « -- ». */
function avecAide(argv: readonly string[]): string[] {
  const fin = argv.indexOf('--');
  return argv.map((mot, rang) => (mot === '--help' && (fin < 0 || rang < fin) ? '--aide' : mot));
}

function rendreCompte(erreur: unknown, contexte: Contexte, argv: readonly string[]): number {
  const dire = (texte: string): void => contexte.erreur.write(`${texte}\n`);
  if (contexte.signal?.aborted) {
    dire('esms : interrompu.');
    return CODES.interrompu;
  }
  if (erreur instanceof CommanderError) {
    if (erreur.exitCode === 0) return CODES.ok;
    if (erreur.code === 'commander.help') return CODES.usage;
    dire(`esms : ${traduire(erreur)}\n${inviterAide(erreur, argv)}`);
    return CODES.usage;
  }
  if (erreur instanceof ErreurUsage || erreur instanceof ErreurEcriture) {
    dire(`esms : ${erreur.message}`);
    return CODES.usage;
  }
  dire(`défaut interne : ${resumerDefaut(erreur, contexte)}`);
  if (contexte.env.ESMS_TRACE === '1' && erreur instanceof Error) dire(erreur.stack ?? '');
  dire(
    `Ce n'est pas votre faute : signalez-le avec la commande, la version (esms ${VERSION}) et le détail que donne ESMS_TRACE=1, relu pour n'y laisser aucune donnée nominative.`,
  );
  return CODES.defaut;
}

function inviterAide(erreur: CommanderError, [commande = '']: readonly string[]): string {
  const connue = erreur.code !== 'commander.unknownCommand' && /^[a-z]/.test(commande);
  return `« esms ${connue ? `${commande} ` : ''}--aide » donne les options et des exemples.`;
}

const SIGNAUX = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Point d'entrée du processus. Pose le code de sortie sans terminer de force : une sortie redirigée
 * serait tronquée. Le premier signal interrompt proprement, le second tue.
 */
export async function demarrer(): Promise<void> {
  const interruption = new AbortController();
  for (const signal of SIGNAUX) process.once(signal, () => interruption.abort());
  const contexte = contexteReel(interruption.signal);
  process.once('uncaughtException', (erreur) => {
    process.exitCode = rendreCompte(erreur, contexte, []);
    interruption.abort();
  });
  const code = await executer(process.argv.slice(2), contexte);
  process.exitCode ??= code;
}
