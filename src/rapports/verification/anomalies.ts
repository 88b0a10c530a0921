import type { Anomalie } from '../../domaine/anomalie.ts';
import { grouper } from '../../domaine/grouper.ts';
import type { Palette } from '../presentation.ts';
import { assainir, couper } from '../texte.ts';

/** Une valeur fautive peut être un champ de dix mégaoctets : son début suffit à la reconnaître. */
const VALEUR_MONTREE = 60;

export const HORS_FICHIER = 'dépôt';

/** « fichier:ligne:colonne gravité code « valeur » message », puis « aide : … ». */
export function direAnomalie(anomalie: Anomalie, palette: Palette): string[] {
  const { gravite, code, valeur, message, aide } = anomalie;
  const teinte = gravite === 'erreur' ? palette.mauvais : palette.doute;
  return [
    `${palette.fort(direLieu(anomalie))} ${teinte(gravite)} ${code} ${direValeur(valeur)}${assainir(message)}`,
    palette.discret(`    aide : ${assainir(aide)}`),
  ];
}

/** « fichier:ligne:colonne » */
export function direLieu({
  fichier,
  ligne,
  colonne,
}: Pick<Anomalie, 'fichier' | 'ligne' | 'colonne'>): string {
  return assainir([fichier ?? HORS_FICHIER, ligne, colonne].filter((partie) => partie !== null).join(':'));
}

/** Le début de la valeur fautive, devant son message ; rien si l'anomalie n'en a pas. */
export function direValeur(valeur: string | null): string {
  return valeur === null ? '' : `« ${couper(assainir(valeur), VALEUR_MONTREE)} » `;
}

/** Un groupe par fichier, par ligne ; ce qui concerne tout le dépôt vient d'abord. */
export function parFichier(anomalies: readonly Anomalie[]): Anomalie[][] {
  return [...grouper(anomalies, ({ fichier }) => fichier ?? '')]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, groupe]) => groupe.sort((a, b) => (a.ligne ?? 0) - (b.ligne ?? 0)));
}
