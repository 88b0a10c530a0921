import { basename, relative } from 'node:path';
import { type DateCivile, lireDate } from '../domaine/date-civile.ts';
import { ErreurEcriture } from '../terminal/ecriture.ts';
import { largeurUtile } from '../terminal/largeur.ts';

/** Un flux de sortie, réduit à ce que le programme en demande. */
export interface Flux {
  write(texte: string): void;
  readonly estTerminal: boolean;
  readonly colonnes: number;
}

/** Tout ce que le programme reçoit du monde : injecté, pour que les mêmes entrées rendent les mêmes octets. */
export interface Contexte {
  readonly sortie: Flux;
  readonly erreur: Flux;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dossierCourant: string;
  aujourdhui(): DateCivile;
  readonly signal?: AbortSignal;
  /** Où le programme garde ce qu'il construit pour l'usager, selon la convention du système ; absent : nulle part. */
  dossierDonnees?(): Promise<string>;
  /** Comment l'usager a appelé le programme (« esms », « npx esms », « node bin/esms.js »). */
  readonly invocation?: string;
}

/** Le contexte du processus : le seul endroit qui lit l'horloge. */
export function contexteReel(signal: AbortSignal): Contexte {
  return {
    sortie: fluxReel(process.stdout),
    erreur: fluxReel(process.stderr),
    env: process.env,
    dossierCourant: process.cwd(),
    aujourdhui,
    signal,
    dossierDonnees: async () => (await import('env-paths')).default('esms', { suffix: '' }).data,
    invocation: invocationDe(process.argv[1] ?? 'esms', process.cwd()),
  };
}

function fluxReel(flux: NodeJS.WriteStream): Flux {
  // Un lecteur parti avant la fin (`esms … | head`) n'est pas une erreur.
  flux.on('error', (erreur: NodeJS.ErrnoException) => {
    if (erreur.code !== 'EPIPE') throw new ErreurEcriture(`impossible d'écrire : ${erreur.code}`);
  });
  return {
    write: (texte) => void flux.write(texte),
    estTerminal: flux.isTTY === true,
    colonnes: largeurUtile(flux.columns, process.env.COLUMNS),
  };
}

/** La date civile du poste, là où il est. */
function aujourdhui(): DateCivile {
  const maintenant = new Date();
  const parties = [maintenant.getFullYear(), maintenant.getMonth() + 1, maintenant.getDate()];
  const date = lireDate(parties.map((n) => String(n).padStart(2, '0')).join('-'));
  if (date === null) throw new Error("l'horloge du poste donne une date hors de 1900 à 2200");
  return date;
}

/** De quoi recopier une commande qui marche, que le programme soit installé ou lancé depuis ses sources. */
export function invocationDe(script: string, dossierCourant: string): string {
  if (/[\\/]node_modules[\\/]/.test(script)) return 'npx esms';
  if (basename(script) !== 'esms.js') return 'esms';
  const chemin = relative(dossierCourant, script).replaceAll('\\', '/');
  return `node ${/\s/.test(chemin) ? `"${chemin}"` : chemin}`;
}
