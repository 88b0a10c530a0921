import type { DateCivile } from '../domaine/date-civile.ts';
import type { TypeProjet } from '../domaine/financement/commun.ts';
import {
  type Forfaits,
  type Heures,
  LECTURES_REDUIT,
  type LectureReduit,
  type LigneForfait,
} from '../domaine/financement/forfaits.ts';
import { additionner, type Centimes } from '../domaine/montant.ts';
import type { Secteur } from '../domaine/secteur.ts';
import { type JeuDeRegles, type Resolution, resoudre } from '../regles/resolution.ts';
import { avertirForfaits } from './avertir-forfaits.ts';
import { complementsDe } from './complements.ts';
import { jugerTaille } from './grappe.ts';
import type { Degressivite } from './lectures.ts';
import { ligneParEssms } from './ligne-par-essms.ts';
import { sourcesDe, valeurOu } from './resolutions.ts';
import { debutAnnee, type LigneTarifee, lecturesDe, tarifsDe } from './tarifs.ts';
import { PREUVES_ESMS, verser } from './versements.ts';

export interface DemandeForfaits {
  readonly annee: number;
  readonly type: TypeProjet;
  readonly secteur: Secteur;
  /** La taille du projet. */
  readonly essms: number;
  /** Combien d'entre eux relèvent d'OG de moins de 15 ESSMS. */
  readonly essmsPetitsOg?: number;
  readonly duiReference?: boolean;
  readonly lecture?: LectureReduit;
  /** Secteur DOM : le même rapport pour chaque ESSMS. */
  readonly heures?: Heures | null;
}

/** Le plan ESMS Numérique d'un projet : ses lignes, leur total s'il est connu, l'avance et le solde. */
export function calculerForfaits(jeu: JeuDeRegles, demande: DemandeForfaits): Forfaits {
  const { annee, type, secteur, essms } = demande;
  const { essmsPetitsOg = 0, duiReference = true, lecture = 'exemple_publie', heures = null } = demande;
  const date = debutAnnee(annee);
  const tarifs = tarifsDe(jeu, date, { type, secteur, duiReference });
  const taille = jugerTaille(jeu, date, { essms, outreMer: false });
  const lectures = lecturesDe(jeu, date);
  const complements = complementsDe(jeu, date, { type, essmsPetitsOg });
  const lignesSelon = (degressivite: Resolution<Degressivite>): LigneForfait[] => [
    ...tarifs.map((tarif) =>
      ligneParEssms(tarif, { essms, seuil: taille.seuilNational, degressivite, heures }),
    ),
    ...complements,
  ];
  const lignes = lignesSelon(lectures[lecture]);
  const total = totalDe(lignes);
  const avance = resoudre<number>(jeu, 'versement.avance', date);
  const parLecture = LECTURES_REDUIT.map((une) => ({
    lecture: une,
    total: totalDe(lignesSelon(lectures[une])),
  }));
  const lecturesUtiles = taille.national === true && !tarifs.some(({ code }) => code === 'amorcage');
  const sources = sourcesDe([
    ...tarifs.map(({ tarif }) => tarif),
    ...(lecturesUtiles ? [taille.seuilNational, lectures[lecture]] : []),
    ...(heures ? [resoudre(jeu, 'esms_numerique.prorata_domicile', date)] : []),
    ...citationsDesComplements(jeu, date, complements, essmsPetitsOg < essms),
    avance,
  ]);
  const forfaits: Omit<Forfaits, 'avertissements'> = {
    annee,
    type,
    secteur,
    essms,
    essmsPetitsOg,
    duiReference,
    lecture,
    lecturesUtiles,
    heures,
    lignes,
    total,
    versements: verser(total, valeurOu(avance), PREUVES_ESMS),
    parLecture,
    fourchette: fourchetteDe(parLecture.map((une) => une.total)),
    sources,
  };
  const avertissements = avertirForfaits(forfaits, { nonPrevues: nonPrevuesDe(tarifs), taille });
  return { ...forfaits, avertissements };
}

function citationsDesComplements(
  jeu: JeuDeRegles,
  date: DateCivile,
  complements: readonly LigneForfait[],
  mixte: boolean,
): Resolution<unknown>[] {
  if (complements.length === 0) return [];
  const ids = [...complements.map(({ code }) => code), 'petit_og', ...(mixte ? ['grappe_mixte'] : [])];
  return ids.map((id) => resoudre(jeu, `complements.${id}`, date));
}

function nonPrevuesDe(tarifs: readonly LigneTarifee[]): ReadonlySet<string> {
  return new Set(tarifs.filter(({ nonPrevue }) => nonPrevue).map(({ code }) => code));
}

/** Une ligne inconnue rend le total inconnu : jamais un total partiel qui passerait pour le vrai. */
function totalDe(lignes: readonly Pick<LigneForfait, 'montant'>[]): Centimes | null {
  const montants = lignes.flatMap(({ montant }) => montant ?? []);
  return montants.length === lignes.length ? additionner(montants) : null;
}

function fourchetteDe(totaux: readonly (Centimes | null)[]): Forfaits['fourchette'] {
  const connus = totaux.flatMap((total) => total ?? []);
  if (connus.length < totaux.length) return { min: null, max: null };
  const tries = connus.toSorted((a, b) => a - b);
  return { min: tries[0] ?? null, max: tries.at(-1) ?? null };
}

/** Les années dont les règles parlent, fût-ce pour dire que le montant n'a pas été lu. */
export function anneesConnues(jeu: JeuDeRegles): number[] {
  const annees = ['esms_numerique.amorcage.acquisition', 'esms_numerique.acquisition.usages'].flatMap((id) =>
    (jeu[id]?.valeurs ?? []).flatMap(({ debut, fin }) => anneesEntre(debut, fin ?? debut)),
  );
  return [...new Set(annees)].sort((a, b) => a - b);
}

function anneesEntre(debut: DateCivile, fin: DateCivile): number[] {
  const premiere = Number(debut.slice(0, 4));
  const derniere = Number(fin.slice(0, 4));
  return Array.from({ length: derniere - premiere + 1 }, (_, rang) => premiere + rang);
}
