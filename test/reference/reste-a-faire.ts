import { aUnEvenement } from './agenda.ts';
import { type Contexte, estCouvert, estDansF, retenues } from './contexte.ts';
import { depotsReussis } from './dmp.ts';
import { estDispense, estHorsPeriode } from './etats.ts';
import { estEligible, lirePopulation, type Personne } from './population.ts';
import { aUnProjet } from './projets.ts';
import { estActif, estIndetermine } from './traces.ts';

export interface DossierAttendu {
  readonly idDossier: string;
  readonly situation: 'actif' | 'inactif' | 'indetermine';
  readonly manques: readonly string[];
}

const JAMAIS = ['preadmission', 'attente', 'refuse'];

/** Encore là à la date de référence : un séjour qui peut couvrir un jour, commencé, et dont la sortie n'est pas passée. */
function estEncoreLa({ sejours }: Personne, { demande, fenetre }: Contexte): boolean {
  const { dateReference } = demande;
  const plusTard = dateReference > fenetre.fin ? dateReference : fenetre.fin;
  return sejours.some(({ valeurs }) => {
    const statut = valeurs.get('statut') ?? '';
    const entree = valeurs.get('date_entree') ?? null;
    const sortie = valeurs.get('date_sortie') ?? null;
    if (JAMAIS.includes(statut)) return false;
    if (entree === null && valeurs.has('date_entree') && statut !== 'actif') return false;
    return (entree === null || entree <= plusTard) && (sortie === null || sortie >= dateReference);
  });
}

function aUnDmp({ id }: Personne, contexte: Contexte): boolean {
  return depotsReussis(contexte).some(
    ({ valeurs }) =>
      valeurs.get('id_dossier') === id && estDansF(valeurs.get('date_depot'), contexte.fenetre),
  );
}

/** La liste de travail d'un ESSMS, par identifiant, et combien de personnes sorties elle tait. */
export function lister(contexte: Contexte): {
  readonly dossiers: readonly DossierAttendu[];
  readonly sortis: number;
} {
  if (estHorsPeriode(contexte.essms, contexte.fenetre)) return { dossiers: [], sortis: 0 };
  const lecture = contexte.demande.definitions.evenement_agenda;
  const [projets, agenda] = [estCouvert(contexte, 'projets'), estCouvert(contexte, 'agenda')];
  const dmp = estCouvert(contexte, 'dmp_detail') && !estDispense(contexte.essms, contexte.fenetre);
  const manquants = lirePopulation(contexte)
    .map((personne) => {
      const situation = estActif(personne, contexte)
        ? ('actif' as const)
        : estIndetermine(personne, contexte)
          ? ('indetermine' as const)
          : ('inactif' as const);
      const manques = [
        ...(situation === 'actif' ? [] : ['dossiers_actifs']),
        ...(projets && !aUnProjet(personne, contexte) ? ['projets'] : []),
        ...(agenda && !aUnEvenement(personne, contexte, lecture) ? ['agenda'] : []),
        ...(dmp && estEligible(personne) && !aUnDmp(personne, contexte) ? ['dmp'] : []),
      ];
      return { personne, dossier: { idDossier: personne.id, situation, manques } };
    })
    .filter(({ dossier }) => dossier.manques.length > 0);
  const restent = manquants.filter(({ personne }) => estEncoreLa(personne, contexte));
  return {
    dossiers: restent
      .map(({ dossier }) => dossier)
      .sort((a, b) => (a.idDossier < b.idDossier ? -1 : Number(a.idDossier > b.idDossier))),
    sortis: manquants.length - restent.length,
  };
}

/** Les lignes de `dossiers` d'un ESSMS, pour lire soi-même les dates de sortie. */
export function lignesDossiers(contexte: Contexte) {
  return retenues(contexte, 'dossiers').map(({ valeurs }) => valeurs);
}
