/** Secteurs du programme ESMS Numérique. */
export const SECTEURS = {
  PA: 'Personnes âgées',
  PH: 'Personnes en situation de handicap',
  DOM: 'Services à domicile',
  PDS: 'Personnes en difficultés spécifiques',
  PDE: "Protection de l'enfance",
  AHI: 'Accueil, hébergement, insertion',
  PJM: 'Protection juridique des majeurs',
} as const;

export type Secteur = keyof typeof SECTEURS;
