import { Recueil } from '../../src/domaine/anomalie.ts';
import type { DateCivile } from '../../src/domaine/date-civile.ts';
import type { JeuDeRegles, ReglesCompilees, ValeurDatee } from '../../src/regles/modele.ts';
import { compiler } from '../../src/regles/verifier.ts';

export function date(texte: string): DateCivile {
  return texte as DateCivile;
}

/** Compile un fichier de règles écrit dans le test ; les anomalies en « ligne code chemin ». */
export function compilerTexte(texte: string, base?: ReglesCompilees) {
  const recueil = new Recueil(100);
  const compilees = compiler([{ nom: 'essai.yaml', texte }], recueil, base);
  return {
    compilees,
    anomalies: recueil.details.map(({ ligne, code, colonne }) =>
      [ligne, code, colonne].filter(Boolean).join(' '),
    ),
    details: recueil.details,
  };
}

/** Une valeur lue, de 10 €, pour une période. */
export function valeur(debut: string, fin: string | null, ecarts: Partial<ValeurDatee> = {}): ValeurDatee {
  return {
    debut: date(debut),
    fin: fin === null ? null : date(fin),
    valeur: 1000,
    lecture: 'lue',
    source: { titre: 'un texte', date: '2022-04' },
    lieu: 'page 1',
    verifieLe: date('2026-01-01'),
    fournie: false,
    ...ecarts,
  };
}

/** Un jeu d'une seule règle, `essai.un`. */
export function jeu(...valeurs: readonly ValeurDatee[]): JeuDeRegles {
  return {
    'essai.un': {
      id: 'essai.un',
      titre: 'Essai',
      type: 'montant',
      unite: 'euros',
      fichier: 'essai.yaml',
      valeurs,
      exemples: { aucun: 'essai' },
    },
  };
}
