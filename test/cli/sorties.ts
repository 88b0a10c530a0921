import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { lancer } from './faux-contexte.ts';

/** Une sortie sans ses sources : leur texte et l'empreinte des règles changent avec les règles. */
export function sansSources(sortie: string): string {
  return sortie.replace(/^(## )?Sources.*/ms, '');
}

/** Ce que rend la commande suit le schéma que le programme publie. */
export async function validerJson(schema: string, argv: readonly string[]): Promise<void> {
  const publie = JSON.parse((await lancer(['schema', schema])).sortie) as object;
  const { sortie } = await lancer([...argv, '--format', 'json']);
  const valider = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(publie);
  valider(JSON.parse(sortie));
  expect(valider.errors).toBeNull();
}
