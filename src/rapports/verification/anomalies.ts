import type { Anomalie } from '../../domaine/anomalie.ts';
import type { Palette } from '../presentation.ts';
import { assainir, couper } from '../texte.ts';

/** Une valeur fautive peut être un champ de dix mégaoctets : son début suffit à la reconnaître. */
const VALEUR_MONTREE = 60;

const HORS_FICHIER = 'dépôt';

/** « fichier:ligne:colonne gravité code « valeur » message », puis « aide : … ». */
export function direAnomalie(anomalie: Anomalie, palette: Palette): string[] {
  const { fichier, ligne, colonne, gravite, code, valeur, message, aide } = anomalie;
  const lieu = [fichier ?? HORS_FICHIER, ligne, colonne].filter((partie) => partie !== null).join(':');
  const teinte = gravite === 'erreur' ? palette.mauvais : palette.doute;
  const cite = valeur === null ? '' : ` « ${couper(assainir(valeur), VALEUR_MONTREE)} »`;
  return [
    `${palette.fort(assainir(lieu))} ${teinte(gravite)} ${code}${cite} ${assainir(message)}`,
    palette.discret(`    aide : ${assainir(aide)}`),
  ];
}

/** Un groupe par fichier, par ligne ; ce qui concerne tout le dépôt vient d'abord. */
export function parFichier(anomalies: readonly Anomalie[]): Anomalie[][] {
  const groupes = new Map<string, Anomalie[]>();
  for (const anomalie of anomalies) {
    const fichier = anomalie.fichier ?? '';
    const groupe = groupes.get(fichier);
    if (groupe) groupe.push(anomalie);
    else groupes.set(fichier, [anomalie]);
  }
  return [...groupes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, groupe]) => groupe.sort((a, b) => (a.ligne ?? 0) - (b.ligne ?? 0)));
}
