import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Constat, Recueil } from '../domaine/anomalie.ts';
import { lireMois } from '../domaine/date-civile.ts';
import { fenetreDe } from '../domaine/fenetre.ts';
import type { Releve } from '../domaine/releve.ts';
import type { ReleveRecu } from '../domaine/suivi.ts';
import { lireReleveJson } from './releve/lire.ts';

interface Fichier {
  /** Tel que l'appel le nomme. */
  readonly nom: string;
  readonly chemin: string;
}

/**
 * Lit les relevés que nomment les arguments : des fichiers, ou des dossiers dont les `releve-*.json` sont pris. Chaque
 * fichier une fois, dans l'ordre des noms : celui des arguments ne change rien. Ce qui ne se lit pas est noté au recueil.
 */
export async function lireReleves(
  noms: readonly string[],
  dossierCourant: string,
  recueil: Recueil,
  signal?: AbortSignal,
): Promise<ReleveRecu[]> {
  const fichiers = new Map<string, Fichier>();
  for (const nom of noms) {
    for (const fichier of await trouver(nom, resolve(dossierCourant, nom), recueil)) {
      if (!fichiers.has(fichier.chemin)) fichiers.set(fichier.chemin, fichier);
    }
  }
  const recus: ReleveRecu[] = [];
  for (const fichier of [...fichiers.values()].sort((a, b) => (a.nom < b.nom ? -1 : 1))) {
    const lu = await lireUn(fichier, signal);
    if ('code' in lu) recueil.ajouter(lu);
    else recus.push(lu);
  }
  return recus;
}

async function trouver(nom: string, chemin: string, recueil: Recueil): Promise<Fichier[]> {
  try {
    if (!(await stat(chemin)).isDirectory()) return [{ nom, chemin }];
    const releves = (await readdir(chemin)).filter((un) => /^releve-.*\.json$/.test(un)).sort();
    if (releves.length === 0)
      recueil.ajouter(introuvable(nom, 'aucun relevé (releve-*.json) dans ce dossier'));
    const prefixe = nom.replace(/[\\/]+$/, '');
    return releves.map((un) => ({ nom: `${prefixe}/${un}`, chemin: join(chemin, un) }));
  } catch (erreur) {
    recueil.ajouter(introuvable(nom, direEchec(erreur)));
    return [];
  }
}

async function lireUn(
  { nom, chemin }: Fichier,
  signal: AbortSignal | undefined,
): Promise<ReleveRecu | Constat> {
  let texte: string;
  try {
    texte = await readFile(chemin, { encoding: 'utf8', ...(signal && { signal }) });
  } catch (erreur) {
    signal?.throwIfAborted();
    return introuvable(nom, direEchec(erreur));
  }
  return recevoirReleve(nom, texte);
}

/** Le texte d'un relevé, tel qu'on le reçoit sous ce nom ; ou ce qui le fait refuser. */
export function recevoirReleve(nom: string, texte: string): ReleveRecu | Constat {
  const lu = lireReleveJson(texte);
  if (lu.etat === 'refuse') {
    const { valeur = null, ...constat } = lu.constat;
    // Une version se cite ; le contenu d'un fichier quelconque, non.
    return { ...constat, fichier: nom, valeur: constat.code === 'releve.version' ? valeur : null };
  }
  if (!estCoherent(lu.scelle.releve)) {
    return {
      code: 'releve.illisible',
      fichier: nom,
      message: 'le mois et la fenêtre du relevé ne vont pas ensemble',
    };
  }
  return { fichier: nom, scelle: lu.scelle, intact: lu.intact };
}

/** D1, D2 : le contrat ne dit pas qu'un mois est du calendrier, ni que la fenêtre est la sienne. */
function estCoherent({ mois, fenetre }: Releve): boolean {
  if (lireMois(mois) === null) return false;
  const attendue = fenetreDe(mois, fenetre.premiereMesure);
  return fenetre.debut === attendue.debut && fenetre.fin === attendue.fin;
}

function introuvable(fichier: string, message: string): Constat {
  return { code: 'releve.introuvable', fichier, message };
}

const ECHECS: Readonly<Record<string, string>> = {
  ENOENT: "ce fichier ou ce dossier n'existe pas",
  ENOTDIR: "ce fichier ou ce dossier n'existe pas",
  EACCES: 'accès refusé',
  EPERM: 'accès refusé',
  EISDIR: "c'est un dossier, pas un relevé",
};

function direEchec(erreur: unknown): string {
  const code = (erreur as NodeJS.ErrnoException).code ?? '';
  return ECHECS[code] ?? `ne se lit pas (${code})`;
}
