import { ajouterMoisCivils, type DateCivile } from '../domaine/date-civile.ts';
import type { Avertissement, TypeProjet } from '../domaine/financement/commun.ts';
import type { Echeancier, Etape } from '../domaine/financement/echeancier.ts';
import type { Centimes } from '../domaine/montant.ts';
import { type JeuDeRegles, type Resolution, resoudre } from '../regles/resolution.ts';
import { etapeFin, etapeSignature, etapesPreuve, etapesSons } from './etapes.ts';
import { premierMoisDePreuve } from './preuve.ts';
import { signalerFournies, sourcesDe, valeurOu } from './resolutions.ts';
import { resoudreVague } from './sons.ts';
import { debutAnnee } from './tarifs.ts';
import { PREUVES_ESMS, PREUVES_SONS, verser } from './versements.ts';

export interface DemandeEcheancier {
  readonly signature: DateCivile;
  readonly type: TypeProjet;
  readonly dateReference: DateCivile;
  /** L'année de l'instruction dont le projet relève ; par défaut, celle de la signature. */
  readonly annee?: number;
  /** Le délai de la convention, en mois civils ; il l'emporte sur la règle. */
  readonly delaiMois?: number;
  /** Le total des forfaits du porteur. */
  readonly montant?: Centimes;
  /** Le SONS de l'éditeur ; une montée de version seulement. */
  readonly montantSons?: Centimes;
  /** Le nom du projet, pour le reconnaître dans un agenda. */
  readonly nom?: string;
}

/** Les dates d'un projet depuis sa signature : versements, période de preuve, fin du délai, fenêtres du SONS. */
export function dresserEcheancier(jeu: JeuDeRegles, demande: DemandeEcheancier): Echeancier {
  const { signature, type, dateReference, nom = null, montant = null, montantSons = null } = demande;
  const annee = demande.annee ?? Number(signature.slice(0, 4));
  const regle = resoudre<number>(jeu, `delai.${type}`, debutAnnee(annee));
  const avance = resoudre<number>(jeu, 'versement.avance', debutAnnee(annee));
  const delai = demande.delaiMois ?? valeurOu(regle);
  const fin = delai === null ? null : ajouterMoisCivils(signature, delai);
  const [premier, second] = verser(montant, valeurOu(avance), PREUVES_ESMS);
  const provenance = demande.delaiMois === undefined ? regle.citation : null;
  // Les clôtures connues à la plus tardive des deux dates : un report publié depuis la signature compte.
  const [, vue = dateReference] = [signature, dateReference].sort();
  const vague = type === 'montee_de_version' ? resoudreVague(jeu, 1, vue) : null;
  const etapes: Omit<Etape, 'passee'>[] = [
    etapeSignature(signature, premier, avance.citation),
    ...(fin === null ? [] : [...etapesPreuve(fin, provenance), etapeFin(fin, second, provenance)]),
    ...(vague ? etapesSons(vague, verser(montantSons, vague.avance, PREUVES_SONS)) : []),
  ];
  const sources = [
    ...sourcesDe([...(demande.delaiMois === undefined ? [regle] : []), avance]),
    ...(vague?.sources.filter(({ regle: id }) => /\.(avance|fin_avances|fin_soldes)$/.test(id)) ?? []),
  ];
  return {
    nom,
    type,
    annee,
    signature,
    dateReference,
    delai,
    fin,
    etapes: etapes
      .map((etape) => ({ ...etape, passee: etape.fin < dateReference }))
      .sort((a, b) => (a.debut < b.debut ? -1 : a.debut > b.debut ? 1 : 0)),
    avertissements: [
      ...(delai === null ? delaiInconnu(annee, regle) : []),
      ...(fin === null ? [] : preuveTropCourte(signature, fin)),
      ...(avance.connue ? [] : avanceInconnue(annee)),
      ...signalerFournies(sources),
    ],
    sources,
  };
}

function delaiInconnu(annee: number, regle: Resolution<number>): Avertissement[] {
  const raison = regle.connue ? '' : ` : ${regle.raison}`;
  return [{ code: 'echeancier.delai_inconnu', message: `délai inconnu pour ${annee}${raison}` }];
}

function preuveTropCourte(signature: DateCivile, fin: DateCivile): Avertissement[] {
  if (`${premierMoisDePreuve(fin)}-01` >= signature) return [];
  const message = 'trois mois civils entiers ne tiennent pas entre la signature et la fin du délai';
  return [{ code: 'echeancier.preuve_trop_courte', message }];
}

function avanceInconnue(annee: number): Avertissement[] {
  return [{ code: 'versement.inconnu', message: `part de l'avance inconnue pour ${annee}` }];
}
