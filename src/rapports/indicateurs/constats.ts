import { CATALOGUE, type FicheAnomalie } from '../../domaine/catalogue.ts';
import { ecrireDate } from '../../domaine/date-civile.ts';
import { type AvertissementResultat, NIVEAUX } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import { assainir, nommer } from '../texte.ts';
import { CODES_ABSENCE } from './cellule.ts';
import { estProvisoire, type Ligne, lignesDe } from './lignes.ts';

/** Un même avertissement, rassemblé sur les lignes du niveau le plus fin montré. */
interface Constat extends AvertissementResultat {
  readonly noms: readonly string[];
}

/** Ce qui élargit les intervalles ou empêche de conclure, et que l'usager peut fournir. */
const MANQUES: ReadonlySet<string> = new Set([
  ...CODES_ABSENCE,
  'denominateur.nul',
  'dossiers.indetermines',
  'dossiers.rejetes',
  'groupe.places',
  'groupe.taille_inconnue',
]);

/** Ce qui ne se constate que sur l'ensemble, ou s'y constate autrement. */
const PROPRES_A_L_ENSEMBLE: ReadonlySet<string> = new Set([
  'groupe.places',
  'groupe.taille_inconnue',
  'agenda.lecture',
]);

const NOMS_MONTRES = 4;
const NOMS_RESUMES = 2;

/** Ce qui manque : une phrase par cause, avec le geste. */
export function direManques(rapport: RapportIndicateurs): string[] {
  const constats = constatsDe(rapport).filter(({ code }) => MANQUES.has(code));
  return [...constats.map(direConstat), ...direProvisoires(rapport)];
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
    return `${fiche.titre}${direNombre(constat)}, ${nommer(constat.noms, NOMS_RESUMES)} (${constat.code})`;
  });
}

function hypothesesDe(rapport: RapportIndicateurs): Constat[] {
  return constatsDe(rapport).filter(({ code }) => !MANQUES.has(code));
}

function constatsDe({ resultats }: RapportIndicateurs): Constat[] {
  const fin = NIVEAUX.find((niveau) => resultats.some((r) => r.niveau === niveau));
  const lignes = fin ? lignesDe(resultats, fin) : [];
  const ensemble = fin === 'grappe' ? [] : lignesDe(resultats, 'grappe');
  return [
    ...rassembler(lignes),
    ...rassembler(ensemble.map((ligne) => ({ ...ligne, nom: 'ENSEMBLE' }))).filter(({ code }) =>
      PROPRES_A_L_ENSEMBLE.has(code),
    ),
  ];
}

function rassembler(lignes: readonly Ligne[]): Constat[] {
  const constats = new Map<string, Constat>();
  for (const ligne of lignes) {
    for (const [cle, avertissement] of avertissementsDe(ligne)) {
      const { noms, nombre } = constats.get(cle) ?? { noms: [], nombre: 0 };
      constats.set(cle, {
        ...avertissement,
        noms: [...noms, ligne.nom],
        nombre: nombre + avertissement.nombre,
      });
    }
  }
  return [...constats.values()];
}

/**
 * Un avertissement accompagne souvent plusieurs indicateurs d'un ESSMS : il ne compte qu'une fois. Ce qui
 * est absent se distingue par son message, qui dit la table.
 */
function avertissementsDe(ligne: Ligne): Map<string, AvertissementResultat> {
  const parCle = new Map<string, AvertissementResultat>();
  for (const avertissement of ligne.resultats.flatMap((r) => r.avertissements)) {
    const { code, message, nombre } = avertissement;
    const cle = CODES_ABSENCE.has(code) ? `${code} ${message}` : code;
    const connu = parCle.get(cle);
    if (!connu || connu.nombre < nombre) parCle.set(cle, avertissement);
  }
  return parCle;
}

function direConstat(constat: Constat): string {
  const { code, noms, message } = constat;
  const fiche = ficheDe(code);
  if (noms.length === 1 || CODES_ABSENCE.has(code) || !fiche) {
    return `${nommer(noms, NOMS_MONTRES)} : ${assainir(message)}`;
  }
  const qui = `${accorder(noms.length, 'ESSMS', 'ESSMS')} (${nommer(noms, NOMS_MONTRES)})`;
  return `${fiche.titre}${direNombre(constat)}, ${qui} ; ${fiche.aide}`;
}

/** Un par ESSMS : le nombre n'apprend rien. */
function direNombre({ noms, nombre }: Constat): string {
  return nombre === noms.length ? '' : ` : ${ecrireEntier(nombre)}`;
}

function ficheDe(code: string): FicheAnomalie | undefined {
  return (CATALOGUE as Readonly<Record<string, FicheAnomalie>>)[code];
}

/** D4 : des exports trop tôt ne prouvent rien. */
function direProvisoires({ resultats, fenetre }: RapportIndicateurs): string[] {
  const essms = lignesDe(resultats, 'essms');
  const provisoires = essms.filter(estProvisoire).map(({ nom }) => nom);
  if (provisoires.length === 0) return [];
  const qui = provisoires.length === essms.length ? 'tous les ESSMS' : nommer(provisoires, NOMS_MONTRES);
  const fin = ecrireDate(fenetre.fin);
  return [`Provisoire, ${qui} : des données d'avant le ${fin}, fin de la période ; réexportez après ce jour`];
}
