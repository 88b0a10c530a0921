import { createHash } from 'node:crypto';
import { toutesLesRequetes } from '../moteur/requetes.ts';
import { VERSION } from '../version.ts';
import { toutesLesCategories } from './categories.ts';
import type { JeuDeRegles } from './modele.ts';

/** Ce qui identifie le programme et ses règles dans toute sortie. */
export interface Outil {
  readonly nom: 'esms';
  readonly version: string;
  /** SHA-256 de ce qui décide d'un résultat hors des données : deux sorties de même empreinte se comparent. */
  readonly regles: string;
  /** Les règles que l'usager a fournies, s'il en a fourni. */
  readonly fournies?: readonly string[];
}

/** L'outil, et l'empreinte de ses requêtes et des règles en vigueur, celles de l'usager comprises. */
export function decrireOutil(jeu: JeuDeRegles): Outil {
  const empreinte = createHash('sha256');
  for (const [nom, texte] of toutesLesRequetes()) empreinte.update(`${nom}\n${texte}\n`);
  for (const id of Object.keys(jeu).sort()) {
    // Ni le fichier, ni les exemples : récrire un commentaire ou ajouter un exemple ne change aucun résultat.
    const { titre, type, unite, valeurs } = jeu[id] ?? {};
    empreinte.update(`${JSON.stringify([id, titre, type, unite, valeurs])}\n`);
  }
  // La nomenclature décide du secteur, donc d'une dispense (T6).
  for (const { code, active, secteur, essms } of toutesLesCategories()) {
    empreinte.update(`${JSON.stringify([code, active, secteur, essms])}\n`);
  }
  const fournies = reglesFournies(jeu);
  return {
    nom: 'esms',
    version: VERSION,
    regles: empreinte.digest('hex'),
    ...(fournies.length > 0 && { fournies }),
  };
}

/** Les identifiants des règles dont une valeur au moins vient de l'usager. */
export function reglesFournies(jeu: JeuDeRegles): string[] {
  return Object.values(jeu)
    .filter(({ valeurs }) => valeurs.some(({ fournie }) => fournie))
    .map(({ id }) => id)
    .sort();
}
