import type { Champ } from './description.ts';
import { TABLES } from './index.ts';
import { normaliser } from './normaliser.ts';

const ECRITURES = new WeakMap<Champ, readonly string[]>();

/** Toutes les écritures d'un champ dans un en-tête, normalisées ; la première est son nom canonique. */
export function ecrituresDe(champ: Champ): readonly string[] {
  const connues = ECRITURES.get(champ) ?? [
    ...new Set([champ.nom, champ.titre, ...champ.alias].map(normaliser)),
  ];
  ECRITURES.set(champ, connues);
  return connues;
}

const CONNUES: ReadonlySet<string> = new Set(
  Object.values(TABLES).flatMap((table) => table.champs.flatMap(ecrituresDe)),
);

/** Vrai si une table ou une autre connaît cet en-tête : « FINESS EJ » n'est pas « finess_et » mal écrit. */
export function estEnteteConnu(entete: string): boolean {
  return CONNUES.has(normaliser(entete));
}
