import { CODES_INDICATEURS, type Etat, NIVEAUX, type Niveau, type Resultat } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder } from '../nombres.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { estDeclare } from './cellule.ts';
import { estAuxCibles, type Ligne, lignesDe } from './lignes.ts';

export type Issue = 'ATTEINT' | 'NON ATTEINT' | 'INCERTAIN' | 'NON ÉVALUABLE' | 'SANS OBJET';

export interface Verdict {
  readonly issue: Issue | null;
  readonly phrase: string;
  /** Une phrase par niveau quand aucun n'est élu (A6). */
  readonly parNiveau: readonly string[];
}

export const NOMS_NIVEAUX: Readonly<Record<Niveau, string>> = { grappe: 'Grappe', og: 'OG', essms: 'ESSMS' };

/**
 * A6 : le niveau que dit la convention décide ; si elle n'en dit pas, les trois sont montrés et aucun
 * n'est élu. Ils peuvent seulement se trouver d'accord.
 */
export function verdictDe(rapport: RapportIndicateurs): Verdict {
  const presents = [...NIVEAUX].reverse().flatMap((niveau) => {
    const lignes = lignesDe(rapport.resultats, niveau);
    return lignes.length > 0 ? [{ niveau, lignes, issue: issueDe(lignes) }] : [];
  });
  const preuve = rapport.grappe.niveauPreuve;
  const elu = presents.find(({ niveau }) => niveau === preuve);
  if (elu) {
    const details = detailler(elu.niveau, elu.lignes);
    return { issue: elu.issue, phrase: `${dire(elu.issue, rapport)} : ${details}.`, parNiveau: [] };
  }
  const commune = presents.every(({ issue }) => issue === presents[0]?.issue)
    ? presents[0]?.issue
    : undefined;
  return {
    issue: commune ?? null,
    phrase: sansElu(commune, presents.length, rapport),
    parNiveau: presents.map(
      ({ niveau, lignes, issue }) =>
        `${NOMS_NIVEAUX[niveau].padEnd(6)} ${issue} : ${detailler(niveau, lignes)}.`,
    ),
  };
}

function sansElu(commune: Issue | undefined, nombre: number, rapport: RapportIndicateurs): string {
  const preuve = rapport.grappe.niveauPreuve;
  const motif =
    preuve === null
      ? 'la convention ne dit pas quel niveau fait foi (grappe.niveau_preuve)'
      : `le niveau qui fait foi (${preuve}) n'est pas montré`;
  if (commune === undefined) return `PAS DE VERDICT${reserve(rapport)} : ${motif}.`;
  if (nombre < NIVEAUX.length) return `${dire(commune, rapport)} au niveau montré ; ${motif}.`;
  return `${dire(commune, rapport)} aux trois niveaux ; ${motif}.`;
}

function dire(issue: Issue, rapport: RapportIndicateurs): string {
  return `${issue}${reserve(rapport)}`;
}

/** D4 : un résultat provisoire n'est jamais probant ; un résultat déclaré n'est pas calculé. */
function reserve({ resultats }: RapportIndicateurs): string {
  const reserves = [
    ...(resultats.some((r) => r.provisoire) ? ['PROVISOIRE, non probant'] : []),
    ...(resultats.some(estDeclare) ? ['EN PARTIE DÉCLARÉ, non calculé'] : []),
  ];
  return reserves.length > 0 ? ` (${reserves.join(' ; ')})` : '';
}

function issueDe(lignes: readonly Ligne[]): Issue {
  const etats = new Set(lignes.flatMap((ligne) => ligne.resultats.map((r) => r.etat)));
  if (etats.has('non_atteint')) return 'NON ATTEINT';
  if (etats.has('incertain')) return 'INCERTAIN';
  if (etats.has('non_evaluable')) return 'NON ÉVALUABLE';
  return etats.has('atteint') ? 'ATTEINT' : 'SANS OBJET';
}

const GROUPES: readonly (readonly [Etat, string])[] = [
  ['incertain', 'incertaine'],
  ['non_atteint', 'manquée'],
  ['non_evaluable', 'non évaluable'],
  ['dispense', 'dispensée'],
  ['hors_periode', 'hors période'],
];

function detailler(niveau: Niveau, lignes: readonly Ligne[]): string {
  const seule = lignes[0];
  if (lignes.length === 1 && seule) return detaillerUn(seule.resultats);
  return detaillerPlusieurs(niveau, lignes);
}

/** « 3 cibles sûres, 1 incertaine (projets), 1 manquée (DMP) » */
function detaillerUn(resultats: readonly Resultat[]): string {
  const atteintes = resultats.filter((r) => r.etat === 'atteint');
  const declarees = atteintes.filter(estDeclare).map((r) => INDICATEURS[r.indicateur].court);
  const sures = atteintes.length - declarees.length;
  const autres = GROUPES.flatMap(([etat, mot]) => {
    const noms = resultats.filter((r) => r.etat === etat).map((r) => INDICATEURS[r.indicateur].court);
    const accorde = noms.length > 1 && etat !== 'hors_periode' ? `${mot}s` : mot;
    return noms.length > 0 ? [`${noms.length} ${accorde} (${noms.join(', ')})`] : [];
  });
  return [
    sures > 0 ? accorder(sures, 'cible sûre', 'cibles sûres') : 'aucune cible sûre',
    ...(declarees.length > 0 ? [`${accorder(declarees.length, 'déclarée')} (${declarees.join(', ')})`] : []),
    ...autres,
  ].join(', ');
}

/** « 9 ESSMS sur 16 aux cibles ; manquées : DMP 4, actifs 1 » */
function detaillerPlusieurs(niveau: Niveau, lignes: readonly Ligne[]): string {
  const aux = lignes.filter(estAuxCibles).length;
  const manques = GROUPES.slice(0, 3).flatMap(([etat, mot]) => {
    const resultats = lignes.flatMap((ligne) => ligne.resultats.filter((r) => r.etat === etat));
    const detail = CODES_INDICATEURS.flatMap((code) => {
      const fois = resultats.filter((r) => r.indicateur === code).length;
      return fois > 0 ? [`${INDICATEURS[code].court} ${fois}`] : [];
    });
    return detail.length > 0 ? [`${mot}s : ${detail.join(', ')}`] : [];
  });
  return [`${aux} ${NOMS_NIVEAUX[niveau]} sur ${lignes.length} aux cibles`, ...manques].join(' ; ');
}
