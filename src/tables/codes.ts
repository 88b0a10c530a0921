import type { NomTable } from './description.ts';
import { TABLES } from './index.ts';
import { normaliserValeur } from './normaliser.ts';
import { VALEURS_USUELLES } from './valeurs-usuelles.ts';

/** Ce qui s'écrit pour oui et pour non, et rien d'autre (conception, « Oui/non »). */
export const VALEURS_OUI = ['oui', 'o', 'vrai', '1', 'x'] as const;
export const VALEURS_NON = ['non', 'n', 'faux', '0'] as const;

const BOOLEENS: ReadonlyMap<string, string> = new Map([
  ...VALEURS_OUI.map((valeur) => [valeur, 'oui'] as const),
  ...VALEURS_NON.map((valeur) => [valeur, 'non'] as const),
]);

/**
 * Les écritures admises d'une liste fermée : valeur normalisée (`normaliserValeur`) → code.
 * Un booléen a les codes `oui` et `non` ; un champ libre n'a rien.
 */
export function codesDe(table: NomTable, champ: string): ReadonlyMap<string, string> {
  const description = TABLES[table].champs.find((c) => c.nom === champ);
  if (description?.type === 'booleen') return BOOLEENS;
  const codes = new Map<string, string>();
  for (const code of description?.valeurs ?? []) codes.set(normaliserValeur(code), code);
  for (const { code, valeurs } of VALEURS_USUELLES[`${table}.${champ}`] ?? []) {
    if (code === null) continue;
    for (const valeur of valeurs) codes.set(normaliserValeur(valeur), code);
  }
  return codes;
}

/** Pourquoi une valeur connue n'a volontairement pas de code ; `null` si elle n'est simplement pas connue. */
export function pourquoiSansCode(table: NomTable, champ: string, valeur: string): string | null {
  const voulue = normaliserValeur(valeur);
  const fiche = VALEURS_USUELLES[`${table}.${champ}`]?.find(
    ({ code, valeurs }) => code === null && valeurs.some((connue) => normaliserValeur(connue) === voulue),
  );
  return fiche?.pourquoi ?? null;
}
