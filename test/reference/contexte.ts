import { ajouterMois, dernierJour, lireMois, premierJour } from '../../src/domaine/date-civile.ts';
import { type Forme, formeDe } from './champs.ts';
import type { Demande, DepotLogique } from './depot-logique.ts';
import { declareCouvrir, type LigneTriee } from './ecarts.ts';
import type { EssmsReference } from './perimetre.ts';
import type { LigneRejetee } from './rejets.ts';

/** D1, D2 : la fenêtre F, bornes comprises. */
export interface FenetreReference {
  readonly debut: string;
  readonly fin: string;
  readonly mois: readonly string[];
}

export function fenetreDeReference(demande: Demande): FenetreReference {
  const m = lireMois(demande.mois);
  if (m === null) throw new Error(`mois impossible : ${demande.mois}`);
  const mois = demande.premiereMesure ? [ajouterMois(m, -2), ajouterMois(m, -1), m] : [m];
  return { debut: premierJour(mois[0] ?? m), fin: dernierJour(m), mois };
}

/** Tout ce que les règles regardent pour un ESSMS. */
export interface Contexte {
  readonly depot: DepotLogique;
  readonly demande: Demande;
  readonly fenetre: FenetreReference;
  readonly essms: EssmsReference;
  /** Lignes lisibles de l'ESSMS, retenues ou écartées pour leur dossier. */
  readonly lignes: readonly LigneTriee[];
  readonly rejetees: readonly LigneRejetee[];
}

export function estDansF(date: string | null | undefined, { debut, fin }: FenetreReference): boolean {
  return date != null && date >= debut && date <= fin;
}

/** Les lignes retenues d'une table pour cet ESSMS. */
export function retenues(contexte: Contexte, forme: Forme): LigneTriee[] {
  return contexte.lignes.filter((ligne) => ligne.forme === forme && ligne.sort === null);
}

/** N9 : une table de détail couvre l'ESSMS par une de ses lignes lisibles, ou par `depot.yaml`. */
export function estCouvert(contexte: Contexte, forme: Forme): boolean {
  if (contexte.lignes.some((ligne) => ligne.forme === forme)) return true;
  return contexte.depot.sources.some(
    (source) =>
      source.fichiers.some((fichier) => formeDe(source.table, fichier.colonnes) === forme) &&
      declareCouvrir(source, contexte.essms.finess, contexte.depot),
  );
}
