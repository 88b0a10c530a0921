import { CATALOGUE, type FicheAnomalie } from '../../domaine/catalogue.ts';
import { type AvertissementResultat, NIVEAUX } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { accorder, ecrireEntier } from '../nombres.ts';
import { assainir, nommer } from '../texte.ts';
import { CODES_ABSENCE } from './cellule.ts';
import { type Ligne, lignesDe } from './lignes.ts';

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

/** Ce qui manque : une phrase par cause. */
export function direManques(rapport: RapportIndicateurs): string[] {
  return constatsDe(rapport)
    .filter(({ code }) => MANQUES.has(code))
    .map(dire);
}

/** Ce que le calcul a supposé : une phrase par hypothèse. */
export function direHypotheses(rapport: RapportIndicateurs): string[] {
  return constatsDe(rapport)
    .filter(({ code }) => !MANQUES.has(code))
    .map(dire);
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

function dire({ code, noms, nombre, message }: Constat): string {
  const fiche = (CATALOGUE as Readonly<Record<string, FicheAnomalie>>)[code];
  if (noms.length === 1 || CODES_ABSENCE.has(code) || !fiche) {
    return `${nommer(noms, NOMS_MONTRES)} : ${assainir(message)}`;
  }
  const total = nombre === noms.length ? '' : ` : ${ecrireEntier(nombre)}`;
  const qui = `${accorder(noms.length, 'ESSMS', 'ESSMS')} (${nommer(noms, NOMS_MONTRES)})`;
  return `${fiche.titre}${total}, ${qui} ; ${fiche.aide}`;
}
