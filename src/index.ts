export { type OptionsVerification, verifierDepot } from './controles/verifier.ts';
export type { Anomalie, Gravite } from './domaine/anomalie.ts';
export { type DateCivile, lireDate, lireMois, type Mois } from './domaine/date-civile.ts';
export type { CodeIndicateur, Etat, Niveau, Resultat } from './domaine/resultat.ts';
export { calculerIndicateurs, type OptionsCalcul } from './indicateurs/calculer.ts';
export type { Definitions } from './indicateurs/definitions.ts';
export type { RapportIndicateurs, RapportVerification } from './rapports/modele.ts';
