import type { Recueil } from '../domaine/anomalie.ts';
import type { DateCivile, Mois } from '../domaine/date-civile.ts';
import type { Convention, Echec } from '../domaine/lot.ts';
import type { ReglagesPreuve, ReleveRecu } from '../domaine/suivi.ts';
import { lireConvention } from '../lecture/depot/convention.ts';
import { lireDepotYaml } from '../lecture/depot/lire.ts';
import type { JeuDeRegles } from '../regles/resolution.ts';
import { recevoirReleve } from '../suivi/lire.ts';
import type { Contenus } from './contenus.ts';
import { echouer } from './echec.ts';
import type { Place } from './inventaire.ts';

/** Ce que toutes les soumissions d'un lot partagent. */
export interface Reglages {
  /** Du plus ancien au plus récent ; `null` : tous ceux des relevés. */
  readonly mois: readonly Mois[] | null;
  readonly dateReference: DateCivile;
  readonly regles: JeuDeRegles;
  readonly preuve: ReglagesPreuve;
  /** Faux : personne n'écrira lot.csv. */
  readonly avecLignes: boolean;
  /** Ce qu'un ouvrier peut prendre, en Mio, et les fils que DuckDB lui donne. */
  readonly memoire: number;
  readonly fils: number;
}

/** Les relevés d'une soumission, calculés ou reçus, et sa convention. */
export interface Lue {
  readonly releves: readonly ReleveRecu[];
  readonly convention: Convention | null;
}

/** Lit une soumission. Ce qui la fait refuser est au recueil ; un échec qui n'est pas un constat est rendu. */
export async function lireSoumission(
  place: Place,
  reglages: Reglages,
  contenus: Contenus,
  recueil: Recueil,
  signal?: AbortSignal,
): Promise<Lue | Echec> {
  const lu = await lireDepotYaml(place.dossier, recueil);
  const convention = lu && (await lireConvention(place.dossier, lu, recueil));
  if (recueil.aRefus) return { releves: [], convention };
  if (place.nature === 'releves') {
    const tous = recevoir(place, contenus, recueil);
    const { mois } = reglages;
    const releves = mois === null ? tous : tous.filter(({ scelle }) => mois.includes(scelle.releve.mois));
    if (releves.length === 0 && tous.length > 0) {
      return echouer(place.nom, 'lot.mois_absent', `aucun relevé de ${mois?.join(', ')}`);
    }
    return { releves, convention };
  }
  // DuckDB ne se charge que s'il y a des exports à lire.
  const { lireDepot } = await import('./depot.ts');
  return { releves: await lireDepot(place, reglages, recueil, signal), convention };
}

function recevoir({ nom }: Place, contenus: Contenus, recueil: Recueil): ReleveRecu[] {
  return [...contenus].flatMap(([fichier, octets]) => {
    const recu = recevoirReleve(`${nom}/${fichier}`, octets.toString('utf8'));
    if (!('code' in recu)) return [recu];
    recueil.ajouter(recu);
    return [];
  });
}
