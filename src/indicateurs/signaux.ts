import { grouper } from '../domaine/grouper.ts';
import type { CodeIndicateur } from '../domaine/resultat.ts';
import type { NomPublic } from '../tables/description.ts';
import { type Ecart, sommerEcarts } from './ecart.ts';

/**
 * Les avertissements qui s'additionnent d'un ESSMS à son groupe, dans l'ordre où un résultat les montre :
 * ce qui empêche le calcul, ce qui élargit les bornes, ce qui se vérifie. `nombre` compte :
 * des ESSMS (`table.*`, `effectifs.deduits`, `decompte.ignore`, `declare.*`, `dispense.a_verifier`), des mois
 * (`decompte.mois_absent`, `declare.mois_absent`), des lignes (`dossiers.rejetes`), des personnes (`dossiers.indetermines`), des
 * séjours (`sejour.*`) ou des projets (`projets.preparation_ancienne`).
 */
export const CODES_SIGNAUX = [
  'table.absente',
  'table.essms_absent',
  'decompte.mois_absent',
  'declare.mois_absent',
  'declare.premiere_mesure',
  'declare.seul',
  'effectifs.deduits',
  'dossiers.rejetes',
  'dossiers.indetermines',
  'sejour.entree_absente',
  'sejour.clos_sans_sortie',
  'sejour.sortie_avant_entree',
  'projets.preparation_ancienne',
  'decompte.ignore',
  'declare.denominateur',
  'declare.ecart',
  'dispense.a_verifier',
] as const;
export type CodeSignal = (typeof CODES_SIGNAUX)[number];

/** Un avertissement pas encore rédigé. */
export interface Signal {
  readonly code: CodeSignal;
  readonly nombre: number;
  /** Les tables en cause, pour `table.*`. */
  readonly tables: readonly NomPublic[];
  /** Nombre d'ESSMS concernés. */
  readonly essms: number;
  /** Pour `declare.denominateur` et `declare.ecart`. */
  readonly ecart?: Ecart;
}

/** Un signal d'un ESSMS. */
export function signal(code: CodeSignal, nombre = 1, tables: readonly NomPublic[] = []): Signal {
  return { code, nombre, tables, essms: 1 };
}

/** Additionne les signaux par code, dans l'ordre de `CODES_SIGNAUX`. */
export function sommerSignaux(signaux: readonly Signal[]): Signal[] {
  // Presque toujours : un ESSMS sans rien à dire.
  if (signaux.length === 0) return [];
  const groupes = grouper(
    signaux.filter(({ nombre }) => nombre > 0),
    ({ code }) => code,
  );
  return CODES_SIGNAUX.flatMap((code) => {
    const memes = groupes.get(code);
    if (memes === undefined) return [];
    const ecarts = memes.flatMap(({ ecart }) => ecart ?? []);
    return {
      code,
      nombre: memes.reduce((somme, s) => somme + s.nombre, 0),
      tables: [...new Set(memes.flatMap((s) => s.tables))].sort(),
      essms: memes.reduce((somme, s) => somme + s.essms, 0),
      ...(ecarts.length > 0 && { ecart: ecarts.reduce(sommerEcarts) }),
    };
  });
}

/** Ce qu'il faut savoir d'un résultat pour rédiger ses avertissements. */
export interface Cadre {
  readonly indicateur: CodeIndicateur;
  /** Faux pour le résultat d'un seul ESSMS. */
  readonly groupe: boolean;
  /** La ligne d'effectifs attendue : mois et période (P4). */
  readonly ligneEffectifs: string;
}
