import type { BilanSoumission, Echec } from '../../domaine/lot.ts';
import { creerDossierPrive } from '../../moteur/dossier-prive.ts';
import { decrireOutil } from '../../regles/outil.ts';
import { echouer } from '../echec.ts';
import type { Place } from '../inventaire.ts';
import type { Journal, ResultatSoumission } from '../journal.ts';
import type { OptionsLot } from '../lot.ts';
import { mener } from './mener.ts';

/** Ce que toutes les places ont donné ; dans l'ordre où elles ont fini. */
export interface Recolte {
  readonly bilans: readonly BilanSoumission[];
  readonly echecs: readonly Echec[];
  /** Soumissions que le journal avait déjà. */
  readonly reprises: number;
}

/** Fait traiter les soumissions d'un lot par une équipe, et garde chacune au journal dès qu'elle est finie. */
export async function traiterPlaces(
  options: OptionsLot,
  places: readonly Place[],
  journal: Journal | null,
): Promise<Recolte> {
  const { taches, coeurs, memoire, signal, avancer } = options;
  const { mois, dateReference, regles, preuve } = options;
  const bilans: BilanSoumission[] = [];
  const echecs: Echec[] = [];
  let reprises = 0;
  const garder = (resultat: ResultatSoumission): void => {
    if ('echec' in resultat) echecs.push(resultat.echec);
    else bilans.push(resultat.bilan);
  };
  const actifs = Math.max(1, Math.min(taches, places.length));
  const fils = Math.max(1, Math.floor(coeurs / actifs));
  const prive = places.some(({ nature }) => nature === 'depot') ? creerDossierPrive() : null;
  const env = prive === null ? {} : { TMPDIR: prive.chemin, TEMP: prive.chemin, TMP: prive.chemin };
  const equipe = {
    reglages: {
      mois,
      dateReference,
      regles,
      preuve,
      avecLignes: journal !== null,
      memoire,
      fils,
    },
    cleCommune: JSON.stringify([decrireOutil(regles), mois, dateReference, preuve]),
    taches,
    env,
    signal,
  };
  try {
    await mener(
      places.map((place) => ({ place, connue: journal?.cleDe(place.nom) ?? null })),
      equipe,
      (rendu) => {
        if (rendu.etat === 'echec') echecs.push(rendu.echec);
        else if (rendu.etat === 'traitee') {
          journal?.ajouter(rendu.enregistrement);
          garder(JSON.parse(rendu.resultat) as ResultatSoumission);
        } else {
          garder(relire(journal, rendu.nom));
          reprises++;
        }
        avancer?.(bilans.length + echecs.length, places.length);
      },
    );
  } finally {
    prive?.effacer();
  }
  return { bilans, echecs, reprises };
}

function relire(journal: Journal | null, nom: string): ResultatSoumission {
  const lu = journal?.resultatDe(nom) ?? null;
  if (lu !== null) return lu;
  return {
    echec: echouer(nom, 'lot.illisible', 'sa place au journal est abîmée : relancez sans --reprendre'),
  };
}
