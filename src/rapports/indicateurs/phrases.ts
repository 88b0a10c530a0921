import { ecrireDate } from '../../domaine/date-civile.ts';
import { NIVEAUX } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import { assainir, nommer } from '../texte.ts';
import { INDICATEURS } from '../vocabulaire.ts';
import { CODES_ABSENCE } from './cellule.ts';
import { type Constat, constatsDe, ficheDe } from './constats.ts';
import { estProvisoire, lignesDe } from './lignes.ts';

/** Ce qui élargit les intervalles ou empêche de conclure, et que l'usager peut fournir. */
export const MANQUES: ReadonlySet<string> = new Set([
  ...CODES_ABSENCE,
  'declare.mois_absent',
  'declare.premiere_mesure',
  'denominateur.nul',
  'dossiers.indetermines',
  'dossiers.rejetes',
  'groupe.places',
  'groupe.taille_inconnue',
]);

/** Ce qui ne se dit qu'avec les nombres de son indicateur. */
const PROPRES_A_UN_INDICATEUR: ReadonlySet<string> = new Set(['declare.denominateur', 'declare.ecart']);

const NOMS_MONTRES = 4;
const NOMS_RESUMES = 2;

/** Ce qui manque : une phrase par cause, avec le geste. */
export function direManques(rapport: RapportIndicateurs): string[] {
  const constats = constatsDe(rapport).filter(({ code }) => MANQUES.has(code));
  return [...constats.map(direConstat), ...direProvisoires(rapport)];
}

/** Ce que le déclaré et le calculé ont de différent : une phrase par ESSMS et par indicateur. */
export function direEcarts({ resultats }: RapportIndicateurs): string[] {
  const niveau = NIVEAUX.find((un) => resultats.some((r) => r.niveau === un));
  if (niveau === undefined) return [];
  return lignesDe(resultats, niveau).flatMap(({ nom, resultats: siens }) =>
    siens.flatMap(({ indicateur, avertissements }) =>
      avertissements
        .filter(({ code }) => PROPRES_A_UN_INDICATEUR.has(code))
        .map(({ message }) => `${nom}, ${INDICATEURS[indicateur].court} : ${assainir(message)}`),
    ),
  );
}

/** Ce que le calcul a supposé : une phrase par hypothèse, avec le geste. */
export function direHypotheses(rapport: RapportIndicateurs): string[] {
  return hypothesesDe(rapport).map(direConstat);
}

/** Les mêmes en une ligne : titre, nombre, ESSMS, et le code que `esms regles montrer` explique. */
export function resumerHypotheses(rapport: RapportIndicateurs): string[] {
  return hypothesesDe(rapport).map((constat) => {
    const fiche = ficheDe(constat.code);
    if (!fiche) return direConstat(constat);
    return `${fiche.titre}${direNombre(constat)} : ${nommer(constat.noms, NOMS_RESUMES)} [${constat.code}]`;
  });
}

function hypothesesDe(rapport: RapportIndicateurs): Constat[] {
  return constatsDe(rapport).filter(({ code }) => !MANQUES.has(code) && !PROPRES_A_UN_INDICATEUR.has(code));
}

function direConstat(constat: Constat): string {
  const { code, noms, message } = constat;
  const fiche = ficheDe(code);
  if (noms.length === 1 || CODES_ABSENCE.has(code) || !fiche) {
    return `${nommer(noms, NOMS_MONTRES)} : ${assainir(message)}`;
  }
  const qui = `${accorder(noms.length, 'ESSMS', 'ESSMS')} (${nommer(noms, NOMS_MONTRES)})`;
  return `${fiche.titre}${direNombre(constat)} : ${qui} ; ${fiche.aide}`;
}

/** Un par ESSMS : le nombre n'apprend rien. */
function direNombre({ noms, nombre }: Constat): string {
  return nombre === noms.length ? '' : ` (${ecrireEntier(nombre)})`;
}

/** D4 : des exports trop tôt ne prouvent rien. */
function direProvisoires({ resultats, fenetre }: RapportIndicateurs): string[] {
  const provisoires = lignesDe(resultats, 'essms')
    .filter(estProvisoire)
    .map(({ nom }) => nom);
  if (provisoires.length === 0) return [];
  const qui = `${accorder(provisoires.length, 'ESSMS', 'ESSMS')} (${nommer(provisoires, NOMS_RESUMES)})`;
  const fin = ecrireDate(fenetre.fin);
  return [`Provisoire : ${qui}, mesurés avant le ${fin}, fin de la période ; réexportez après ce jour`];
}
