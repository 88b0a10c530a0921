import { CATALOGUE, type FicheAnomalie } from '../../domaine/catalogue.ts';
import { grouper } from '../../domaine/grouper.ts';
import { type AvertissementResultat, NIVEAUX } from '../../domaine/resultat.ts';
import type { RapportIndicateurs } from '../modele.ts';
import { enumerer } from '../texte.ts';
import { CODES_ABSENCE } from './cellule.ts';
import { type Ligne, lignesDe } from './lignes.ts';

/** Un même avertissement, rassemblé sur les lignes du niveau le plus fin montré. */
export interface Constat extends AvertissementResultat {
  readonly noms: readonly string[];
}

/** Ce qui ne se constate que sur l'ensemble, ou s'y constate autrement. */
const PROPRES_A_L_ENSEMBLE: ReadonlySet<string> = new Set([
  'groupe.places',
  'groupe.taille_inconnue',
  'agenda.lecture',
]);

/** Tous les avertissements du rapport, chacun une fois. */
export function constatsDe({ resultats }: RapportIndicateurs): Constat[] {
  const fin = NIVEAUX.find((niveau) => resultats.some((r) => r.niveau === niveau));
  const lignes = fin ? lignesDe(resultats, fin) : [];
  const grappe = fin === 'grappe' ? [] : lignesDe(resultats, 'grappe');
  const ensemble = rassembler(grappe.map((ligne) => ({ ...ligne, nom: 'ENSEMBLE' })));
  return [...rassembler(lignes), ...ensemble.filter(({ code }) => PROPRES_A_L_ENSEMBLE.has(code))];
}

/** La fiche du catalogue, si ce code y est : un avertissement de résultat n'y est pas toujours. */
export function ficheDe(code: string): FicheAnomalie | undefined {
  return (CATALOGUE as Readonly<Record<string, FicheAnomalie>>)[code];
}

function rassembler(lignes: readonly Ligne[]): Constat[] {
  const dits = lignes.flatMap((ligne) =>
    [...avertissementsDe(ligne)].map(([cle, avertissement]) => ({ cle, nom: ligne.nom, avertissement })),
  );
  return [...grouper(dits, ({ cle }) => cle).values()].flatMap((memes) => {
    const dernier = memes.at(-1);
    if (dernier === undefined) return [];
    return {
      ...dernier.avertissement,
      noms: memes.map(({ nom }) => nom),
      nombre: memes.reduce((somme, { avertissement }) => somme + avertissement.nombre, 0),
    };
  });
}

/**
 * Un avertissement accompagne souvent plusieurs indicateurs d'un ESSMS : il ne compte qu'une fois. Ce qui
 * est absent se distingue par son message, qui dit les tables.
 */
function avertissementsDe(ligne: Ligne): Map<string, AvertissementResultat> {
  const parCle = new Map<string, AvertissementResultat>();
  for (const brut of ligne.resultats.flatMap((r) => r.avertissements)) {
    const avertissement = direTables(brut, ligne);
    const { code, message, nombre } = avertissement;
    const cle = CODES_ABSENCE.has(code) ? `${code} ${message}` : code;
    const connu = parCle.get(cle);
    if (!connu || connu.nombre < nombre) parCle.set(cle, avertissement);
  }
  return parCle;
}

/** Une seule phrase pour toutes les tables qui manquent à un ESSMS pour la même raison (N9). */
function direTables(avertissement: AvertissementResultat, { resultats }: Ligne): AvertissementResultat {
  const { code } = avertissement;
  const fiche = ficheDe(code);
  if (avertissement.tables === undefined || fiche === undefined) return avertissement;
  const memes = resultats.flatMap((r) => r.avertissements).filter((autre) => autre.code === code);
  const tables = [...new Set(memes.flatMap((autre) => autre.tables ?? []))].map((nom) => `« ${nom} »`);
  const constat = code === 'table.essms_absent' ? 'aucune ligne dans' : 'le dépôt ne donne pas';
  return { ...avertissement, message: `${constat} ${enumerer(tables)} ; ${fiche.aide}` };
}
