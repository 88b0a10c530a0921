import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { enErreurEcriture } from '../terminal/ecriture.ts';

const NOM = '.esms-lot.verrou';

/** Une autre exécution écrit déjà dans le dossier : la faute est à l'appel. */
export class DossierTenu extends Error {}

interface Tenant {
  readonly pid: number;
  readonly poste: string;
}

/**
 * Prend le dossier de sortie, et rend de quoi le relâcher. Le verrou d'un processus mort, sur ce poste, est repris. Lève
 * `DossierTenu`, qui dit qui le tient, ou `ErreurEcriture`.
 */
export function verrouiller(dossier: string, nom: string): () => void {
  const chemin = join(dossier, NOM);
  const moi: Tenant = { pid: process.pid, poste: hostname() };
  const texte = `${JSON.stringify(moi)}\n`;
  if (!poser(chemin, texte)) {
    const perime = lireTexte(chemin);
    const tenant = lireTenant(perime);
    if (tenant === null || !estMort(tenant)) throw new DossierTenu(direTenant(nom, tenant));
    oter(chemin, perime);
    if (!poser(chemin, texte)) throw new DossierTenu(direTenant(nom, lireTenant(lireTexte(chemin))));
  }
  return () => {
    if (lireTexte(chemin) === texte) rmSync(chemin, { force: true });
  };
}

/** Ôte un verrou périmé. Si un autre l'a repris entre-temps, c'est le sien qui est là : il lui est rendu. */
function oter(chemin: string, perime: string): void {
  const ecarte = `${chemin}.${process.pid}`;
  try {
    renameSync(chemin, ecarte);
    if (lireTexte(ecarte) === perime) rmSync(ecarte, { force: true });
    else renameSync(ecarte, chemin);
  } catch {
    // L'autre l'a déjà ôté.
  }
}

function poser(chemin: string, texte: string): boolean {
  try {
    writeFileSync(chemin, texte, { flag: 'wx' });
    return true;
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // Créé vide sur un disque plein, il bloquerait la suite.
    rmSync(chemin, { force: true });
    throw enErreurEcriture(chemin, erreur);
  }
}

function lireTexte(chemin: string): string {
  try {
    return readFileSync(chemin, 'utf8');
  } catch {
    return '';
  }
}

function lireTenant(texte: string): Tenant | null {
  try {
    const { pid, poste } = JSON.parse(texte) as Partial<Tenant>;
    return typeof pid === 'number' && typeof poste === 'string' ? { pid, poste } : null;
  } catch {
    return null;
  }
}

/** Un processus d'un autre poste ne se sait pas mort. */
function estMort({ pid, poste }: Tenant): boolean {
  if (poste !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (erreur) {
    return (erreur as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function direTenant(nom: string, tenant: Tenant | null): string {
  const qui = tenant === null ? 'une autre exécution' : `le processus ${tenant.pid} du poste ${tenant.poste}`;
  return `${nom} est tenu par ${qui} : attendez qu'il finisse, ou choisissez un autre dossier ; s'il n'existe plus, supprimez ${join(nom, NOM)}.`;
}
