import { type DateCivile, joursEntre } from '../../domaine/date-civile.ts';
import type { Fenetre } from '../../domaine/fenetre.ts';
import { date, ident } from '../../moteur/sql.ts';
import type { DescriptionTable } from '../../tables/description.ts';

/** Ce que la lecture retient des dates d'une table agrégée : de quoi mesurer chacune des fenêtres demandées. */
export interface Garde {
  readonly fenetres: readonly [Fenetre, ...Fenetre[]];
  /** Compter aussi, par fenêtre, les événements et leurs saisies : les parts de qualité d'un relevé les demandent. */
  readonly saisies: boolean;
}

/*
 * Les jours retenus d'un groupe de lignes sont des ensembles de 62 jours, depuis le premier jour de la première fenêtre :
 * les colonnes `jours_0`, `jours_1`… Des entiers de 64 bits : en décaler un de 128 coûte dix fois plus, à chaque ligne.
 */
const JOURS_PAR_COLONNE = 62;
/** Dans `jours_0` : une ligne retenue, mais d'aucun des jours de la colonne. */
const AILLEURS = `(1::BIGINT << ${JOURS_PAR_COLONNE})`;

/** La colonne qui dit quand une ligne a été écrite. */
export const SAISIE = 'date_saisie';

const PAR_FENETRE = ['evenements_periode', 'saisies_datees', 'saisies_tardives'] as const;

/** Une saisie est tardive quand elle suit la fin de F de plus de cinq jours. */
const JOURS_DE_SAISIE = 5;

/** Ce qu'une lecture doit garder pour mesurer ces fenêtres ; `null` sans fenêtre. */
export function garderPour({
  fenetres: [premiere, ...autres],
  saisies = false,
}: {
  readonly fenetres: readonly Fenetre[];
  readonly saisies?: boolean | undefined;
}): Garde | null {
  return premiere ? { fenetres: [premiere, ...autres], saisies } : null;
}

/** La même, pour une table : une table sans date de saisie n'a pas de saisies à compter. */
export function gardeDe(garde: Garde, { champs }: DescriptionTable): Garde {
  return { ...garde, saisies: garde.saisies && champs.some(({ nom }) => nom === SAISIE) };
}

function origine({ fenetres }: Garde): DateCivile {
  return fenetres.reduce((debut, une) => (une.debut < debut ? une.debut : debut), fenetres[0].debut);
}

function colonnesJours(garde: Garde): string[] {
  const fin = garde.fenetres.reduce((tard, une) => (une.fin > tard ? une.fin : tard), garde.fenetres[0].fin);
  const nombre = Math.ceil((joursEntre(origine(garde), fin) + 1) / JOURS_PAR_COLONNE);
  return Array.from({ length: nombre }, (_, rang) => `jours_${rang}`);
}

/** Les colonnes d'un groupe de lignes, et leurs types. */
export function colonnesGardees(garde: Garde): string[] {
  return [
    ...colonnesJours(garde).map((nom) => `${nom} BIGINT`),
    ...(garde.saisies ? PAR_FENETRE.map((nom) => `${nom} INTEGER[]`) : []),
  ];
}

/** Les agrégats qui les remplissent. `jour` et `saisie` : les colonnes qui datent une ligne, la seconde s'il y en a une. */
export function garderJours(garde: Garde, jour: string, saisie: string | null): string[] {
  const debut = date(origine(garde));
  const rang = `(${ident(jour)} - ${debut})`;
  const jours = colonnesJours(garde).map((nom, i) => {
    const premier = i * JOURS_PAR_COLONNE;
    const dedans = `${rang} BETWEEN ${premier} AND ${premier + JOURS_PAR_COLONNE - 1}`;
    const sinon = i === 0 ? `WHEN retenu THEN ${AILLEURS} ` : '';
    return `bit_or(CASE WHEN retenu AND ${dedans} THEN 1::BIGINT << (${rang} - ${premier})::INTEGER ${sinon}ELSE 0::BIGINT END) AS ${nom}`;
  });
  return garde.saisies ? [...jours, ...compterParFenetre(garde, jour, saisie)] : jours;
}

function compterParFenetre({ fenetres }: Garde, jour: string, saisie: string | null): string[] {
  const compter = (
    nom: (typeof PAR_FENETRE)[number],
    condition: (fenetre: Fenetre) => string | null,
  ): string => {
    const comptes = fenetres.map((fenetre) => {
      const autre = condition(fenetre);
      return autre === null
        ? '0'
        : `count_if(retenu AND ${ident(jour)} BETWEEN ${date(fenetre.debut)} AND ${date(fenetre.fin)}${autre})`;
    });
    return `[${comptes.join(', ')}]::INTEGER[] AS ${nom}`;
  };
  const saisiSi = (condition: string): string | null =>
    saisie === null ? null : ` AND ${ident(saisie)} ${condition}`;
  return [
    compter('evenements_periode', () => ''),
    compter('saisies_datees', () => saisiSi('IS NOT NULL')),
    compter('saisies_tardives', ({ fin }) => saisiSi(`> ${date(fin)} + ${JOURS_DE_SAISIE}`)),
  ];
}

/**
 * Les colonnes d'une table agrégée vues d'une des fenêtres : `jours` (les bits de F, comme dans `requetes/macros.sql`),
 * `existe` (une ligne retenue, de toute date), et les comptes de F. Lève une erreur si la fenêtre n'est pas de celles lues.
 */
export function voirFenetre(garde: Garde, fenetre: Fenetre): string {
  const rang = garde.fenetres.findIndex(({ debut, fin }) => debut === fenetre.debut && fin === fenetre.fin);
  if (rang < 0) throw new Error(`fenêtre non lue : ${fenetre.debut} à ${fenetre.fin}`);
  const colonnes = colonnesJours(garde);
  const ecart = joursEntre(origine(garde), fenetre.debut);
  const longueur = joursEntre(fenetre.debut, fenetre.fin) + 1;
  const jours = colonnes.flatMap((nom, i) => {
    const decalage = i * JOURS_PAR_COLONNE - ecart;
    const bits = Math.min(JOURS_PAR_COLONNE, longueur - decalage);
    if (bits <= 0 || decalage + JOURS_PAR_COLONNE <= 0) return [];
    return [
      `((${nom} & ((1::BIGINT << ${bits}) - 1))::HUGEINT ${decalage < 0 ? `>> ${-decalage}` : `<< ${decalage}`})`,
    ];
  });
  const comptes = garde.saisies ? PAR_FENETRE.map((nom) => `${nom}[${rang + 1}] AS ${nom}`) : [];
  return [
    `* EXCLUDE (${[...colonnes, ...(garde.saisies ? PAR_FENETRE : [])].join(', ')})`,
    `${jours.join(' | ')} AS jours`,
    'jours_0 <> 0 AS existe',
    ...comptes,
  ].join(', ');
}
