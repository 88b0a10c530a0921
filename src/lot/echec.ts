import { type Anomalie, anomalie } from '../domaine/anomalie.ts';
import type { CodeAnomalie } from '../domaine/catalogue.ts';
import type { Echec } from '../domaine/lot.ts';

/** L'échec d'une soumission, avec l'aide du catalogue. */
export function echouer(nom: string, code: CodeAnomalie, message: string): Echec {
  return { nom, code, message, aide: anomalie({ code, message }).aide };
}

const RAISONS: Readonly<Record<string, string>> = {
  EACCES: 'accès refusé',
  EPERM: 'accès refusé',
  ENOENT: 'lien qui ne mène à rien',
  ELOOP: 'lien qui tourne en rond',
  EISDIR: "c'est un dossier, pas un fichier",
};

/** L'échec d'un dossier ou d'un fichier que le système refuse d'ouvrir. */
export function echouerALire(nom: string, erreur: unknown, fichier?: string): Echec {
  const { code } = erreur as NodeJS.ErrnoException;
  if (code === undefined) throw erreur;
  const quoi = fichier === undefined ? 'ne se lit pas' : `${fichier} ne se lit pas`;
  return echouer(nom, 'lot.illisible', `${quoi} : ${RAISONS[code] ?? code}`);
}

/** L'échec d'une soumission dont un fichier est refusé : le premier refus, et le compte des autres. */
export function echouerParRefus(nom: string, erreurs: readonly Anomalie[]): Echec {
  const [premiere, ...autres] = erreurs.filter(({ gravite }) => gravite === 'erreur');
  if (premiere === undefined) return echouer(nom, 'lot.defaut', 'refus sans raison');
  const { code, message, aide, fichier, ligne } = premiere;
  const lieu = [fichier, ligne].filter((partie) => partie !== null).join(':');
  const suite = autres.length > 0 ? ` (et ${autres.length} autre${autres.length > 1 ? 's' : ''})` : '';
  return { nom, code, message: `${lieu === '' ? '' : `${lieu} : `}${message}${suite}`, aide };
}
