import type { Recueil } from '../domaine/anomalie.ts';
import type { JeuDeRegles } from './modele.ts';

type Objet = Readonly<Record<string, unknown>>;

/** Ce que le programme calcule dans une situation ; lève une erreur si elle est mal écrite. */
export type Evaluer = (jeu: JeuDeRegles, situation: Objet) => unknown;

/** Un exemple, là où il s'écrit. */
export interface ExempleSitue {
  readonly regle: string;
  readonly fichier: string;
  readonly ligne: number;
  /** À partir de 0. */
  readonly rang: number;
  readonly situation: Objet;
  readonly attendu: Objet;
}

/** Tous les exemples d'un jeu de règles, dans leur ordre. */
export function exemplesDe(jeu: JeuDeRegles): ExempleSitue[] {
  return Object.values(jeu).flatMap(({ id, fichier, exemples }) =>
    'aucun' in exemples
      ? []
      : exemples.map(({ situation, attendu, ligne }, rang) => {
          return { regle: id, fichier, ligne, rang, situation, attendu };
        }),
  );
}

/** Exécute des exemples : chaque écart est une anomalie. */
export function executerExemples(
  jeu: JeuDeRegles,
  exemples: readonly ExempleSitue[],
  evaluer: Evaluer,
  recueil: Recueil,
): void {
  for (const { regle, fichier, ligne, rang, situation, attendu } of exemples) {
    const message = dementir(attendu, () => evaluer(jeu, situation));
    if (message === null) continue;
    const colonne = `regles.${regle}.exemples.${rang}`;
    recueil.ajouter({ code: 'regles.exemple_faux', fichier, ligne, colonne, message });
  }
}

function dementir(attendu: Objet, calculer: () => unknown): string | null {
  try {
    const rendu = calculer();
    if (contient(rendu, attendu)) return null;
    return `attendu ${JSON.stringify(attendu)}, calculé ${JSON.stringify(rendu)}`;
  } catch (erreur) {
    return `la situation ne se calcule pas : ${erreur instanceof Error ? erreur.message : String(erreur)}`;
  }
}

/** Vrai si tout ce qui est attendu est dans le rendu, à l'identique. */
function contient(rendu: unknown, attendu: unknown): boolean {
  if (typeof attendu !== 'object' || attendu === null) return rendu === attendu;
  if (typeof rendu !== 'object' || rendu === null) return false;
  return Object.entries(attendu).every(([cle, valeur]) =>
    contient((rendu as Record<string, unknown>)[cle], valeur),
  );
}
