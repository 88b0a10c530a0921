import { type Mois, nommerMois } from '../../domaine/date-civile.ts';
import type { MesureSuivie, MoisSuivi, Motif, PreuveIdentifiant, Tendance } from '../../domaine/suivi.ts';
import { celluleDe, estDeclare, MARQUE_DECLARE } from '../indicateurs/cellule.ts';
import { INSECABLE } from '../nombres.ts';
import type { Palette } from '../presentation.ts';

const MARQUES_MOTIFS: Readonly<Record<Motif, string>> = {
  non_atteint: '✗',
  incertain: '?',
  non_evaluable: '–',
  provisoire: 'P',
  premiere_mesure: '1',
  premiere_mesure_tardive: '1',
  hors_releve: 'N',
  absent: 'A',
  altere: '!',
};

const SENS: Readonly<Record<string, string>> = {
  '✓': 'atteint',
  D: 'dispensé (compte)',
  H: 'hors période (neutre)',
  '✗': 'non atteint',
  '?': 'incertain',
  '–': 'non évaluable',
  P: 'provisoire (non probant)',
  '1': 'première mesure non comptée',
  N: 'pas encore dans le relevé',
  A: 'mois sans relevé',
  '!': 'relevé altéré',
};

/** Ce qu'un mois apporte, en un signe lisible sans couleur. */
function marqueDe({ apport, motif, resultat }: MesureSuivie): string {
  if (motif !== null) return MARQUES_MOTIFS[motif];
  if (apport === 'neutre') return 'H';
  return resultat?.etat === 'dispense' ? 'D' : '✓';
}

/** « ✓✓✗ » : du plus ancien au dernier. */
export function bandeDe(mesures: readonly MesureSuivie[]): string {
  const declare = mesures.some(({ resultat }) => resultat !== null && estDeclare(resultat));
  return mesures.map(marqueDe).join('') + (declare ? MARQUE_DECLARE : '');
}

/** « ✓ atteint, ✗ non atteint » : les seules marques qui servent. */
export function legendeDe(preuves: readonly PreuveIdentifiant[]): string {
  const servies = new Set(
    preuves.flatMap(({ series }) => series.flatMap(({ mesures }) => mesures.map(marqueDe))),
  );
  return Object.entries(SENS)
    .filter(([marque]) => servies.has(marque))
    .map(([marque, sens]) => `${marque}${INSECABLE}${sens.replaceAll(' ', INSECABLE)}`)
    .join(', ');
}

/** « 92,0 ✓ », « 92,0 ✓ P » s'il est provisoire ; sans chiffre, la marque seule. */
export function chiffreDe(mesure: MesureSuivie): string {
  const { resultat, motif, apport } = mesure;
  if (resultat === null || apport === 'neutre') return marqueDe(mesure);
  if (resultat.etat === 'dispense' && motif === null) return 'dispensé';
  const reserve = motif !== null && motif !== resultat.etat ? ` ${marqueDe(mesure)}` : '';
  return celluleDe(resultat) + reserve;
}

export function teinteDe({ apport, motif }: MesureSuivie, palette: Palette): (texte: string) => string {
  if (apport === 'probant') return palette.bon;
  if (apport === 'neutre') return palette.discret;
  return motif === 'non_atteint' || motif === 'altere' ? palette.mauvais : palette.doute;
}

export const TENDANCES: Readonly<Record<Tendance, string>> = { hausse: '↗', baisse: '↘', stable: '=' };

const COURTS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

/** « sept. » */
export function moisCourt(mois: Mois): string {
  return COURTS[Number(mois.slice(5)) - 1] ?? nommerMois(mois);
}

/** L'en-tête d'une colonne : « mai-juil. » sur « (1re) », « août » sur « absent ». */
export function enteteDe({ mois, etat, recu, premiereMesure }: MoisSuivi): readonly [string, string] {
  const debut = premiereMesure === null ? null : (recu?.scelle.releve.fenetre.debut.slice(0, 7) as Mois);
  const nom = debut === null ? moisCourt(mois) : `${moisCourt(debut)}-${moisCourt(mois)}`;
  if (etat !== 'releve') return [nom, etat === 'absent' ? 'absent' : 'altéré'];
  return [nom, premiereMesure === null ? mois.slice(0, 4) : '(1re)'];
}
