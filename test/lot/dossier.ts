import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rendreReleve } from '../../src/rapports/releve/json.ts';
import { fabriquer, type ReleveFabrique, recevoir } from '../suivi/fabrique.ts';

/** Le texte d'un relevé, scellé. */
export function texteReleve(mois: string, demande: ReleveFabrique = {}): string {
  const { releve, empreinte } = recevoir(fabriquer(mois, demande)).scelle;
  return rendreReleve(releve, empreinte);
}

export const TROIS_MOIS = ['2025-07', '2025-08', '2025-09'] as const;

/** Un dossier temporaire, et les fichiers qu'on y met ; `null` : un dossier vide. */
export function ecrireDossier(fichiers: Readonly<Record<string, string | null>>): string {
  const racine = mkdtempSync(join(tmpdir(), 'esms-lot-'));
  for (const [nom, texte] of Object.entries(fichiers)) {
    const chemin = join(racine, nom);
    mkdirSync(texte === null ? chemin : dirname(chemin), { recursive: true });
    if (texte !== null) writeFileSync(chemin, texte);
  }
  return racine;
}

/** Les fichiers d'une soumission, rangés sous son nom. */
export function sous(nom: string, fichiers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fichiers).map(([un, texte]) => [`${nom}/${un}`, texte]));
}
