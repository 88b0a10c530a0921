import { createHash } from 'node:crypto';
import { toutesLesRequetes } from '../moteur/requetes.ts';
import { VERSION } from '../version.ts';
import { type Categorie, toutesLesCategories } from './categories.ts';
import type { JeuDeRegles } from './modele.ts';
import { chargerSeuilsLot } from './seuils-lot.ts';

/** Ce qui identifie le programme et ses règles dans toute sortie. */
export interface Outil {
  readonly nom: 'esms';
  readonly version: string;
  /** SHA-256 de ce qui décide d'un résultat hors des données : deux sorties de même empreinte se comparent. */
  readonly regles: string;
  /** Les règles que l'usager a fournies, s'il en a fourni. */
  readonly fournies?: readonly string[];
}

/** L'outil, et l'empreinte de ses requêtes et des règles en vigueur, celles de l'usager et la nomenclature comprises. */
export function decrireOutil(
  jeu: JeuDeRegles,
  categories: readonly Categorie[] = toutesLesCategories(),
): Outil {
  const empreinte = createHash('sha256');
  for (const [nom, texte] of toutesLesRequetes()) empreinte.update(`${nom}\n${texte}\n`);
  for (const id of Object.keys(jeu).sort()) {
    // Ni le fichier, ni les exemples : récrire un commentaire ou ajouter un exemple ne change aucun résultat.
    const { titre, type, unite, valeurs } = jeu[id] ?? {};
    empreinte.update(`${JSON.stringify([id, titre, type, unite, valeurs])}\n`);
  }
  // La nomenclature décide du secteur, donc d'une dispense (T6) ; de ce que le SONS finance ; d'une éligibilité.
  for (const { code, agregat, active, secteur, essms, preuves } of categories) {
    empreinte.update(`${JSON.stringify([code, agregat, active, secteur, essms, preuves.essms])}\n`);
  }
  // Les seuils de contrôle décident des constats d'un lot, et des propositions.
  empreinte.update(`${JSON.stringify(chargerSeuilsLot())}\n`);
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
