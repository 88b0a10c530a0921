import type { Mois } from '../../domaine/date-civile.ts';
import { grouper } from '../../domaine/grouper.ts';
import {
  type Blocage,
  estCorrigible,
  MOIS_DE_PREUVE,
  type Motif,
  type SerieSuivie,
  type Suivi,
} from '../../domaine/suivi.ts';
import { accorder, INSECABLE } from '../nombres.ts';
import { enumerer, nommer } from '../texte.ts';
import { moisCourt } from './marques.ts';

const MOTIFS_EN_MOTS: Readonly<Record<Motif, string>> = {
  non_atteint: 'non atteint',
  incertain: 'incertain',
  non_evaluable: 'non évaluable',
  provisoire: 'provisoire',
  premiere_mesure: 'première mesure non comptée',
  premiere_mesure_tardive: 'première mesure tardive',
  hors_releve: 'absent du relevé',
  absent: 'mois sans relevé',
  altere: 'relevé altéré',
};

const NOMS_MONTRES = 2;

/**
 * Ce qui manque à une série : « 56 DMP », « réexporter (IME Les Alizés) », « tenir 2 mois, ou août : réexporter » ;
 * « – » : rien.
 */
export function direManque({ restants, restantsCorriges, blocages, mesures }: SerieSuivie): string {
  if (restants === 0) return '–';
  const dernier = mesures.at(-1)?.mois;
  const attente = `tenir ${accorder(restants, 'mois', 'mois')}`;
  const [premier] = blocages;
  const auDernier = premier !== undefined && premier.mois === dernier;
  const definitif = auDernier && !estCorrigible(premier.motif) ? [direGestes(premier)] : [];
  const utiles = blocages.filter(
    ({ mois, motif }) => estCorrigible(motif) && (restantsCorriges < restants || mois === dernier),
  );
  const gestes = [...definitif, ...direCorrections(utiles, dernier)];
  if (gestes.length === 0) return attente;
  return `${auDernier ? '' : `${attente}, ou `}${gestes.join(' ; ')}`;
}

/** Les mois qui se corrigent d'un même geste ensemble, le plus ancien d'abord ; le dernier, seul, ne se nomme pas. */
function direCorrections(blocages: readonly Blocage[], dernier: Mois | undefined): string[] {
  return [...grouper([...blocages].reverse(), direGestes)].map(([gestes, siens]) =>
    blocages.length === 1 && siens[0]?.mois === dernier
      ? gestes
      : `${enumerer(siens.map(({ mois }) => moisCourt(mois)))} : ${gestes}`,
  );
}

function direGestes({ gestes, motif }: Blocage): string {
  if (gestes.length === 0) return MOTIFS_EN_MOTS[motif];
  return gestes
    .map(({ geste, essms }) => {
      const noms = essms.map(({ nom }) => nom);
      return lier(noms.length > 0 ? `${geste} (${nommer(noms, NOMS_MONTRES)})` : geste);
    })
    .join(', ');
}

/** Un nombre ne se sépare pas de ce qu'il compte. */
export function lier(texte: string): string {
  return texte.replace(/(?<=\d) (?=\p{L})/gu, INSECABLE);
}

/** « 3/3 » : la série, ou les mois partagés quand ce sont eux qui comptent. */
export function direSerie({ serie, partages }: SerieSuivie, { reglages }: Suivi): string {
  const compte = reglages.lecture === 'trois_atteints' ? serie : partages;
  return `${Math.min(compte, MOIS_DE_PREUVE)}/${MOIS_DE_PREUVE}`;
}
