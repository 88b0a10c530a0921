import type { DateCivile } from '../domaine/date-civile.ts';
import type { TypeProjet } from '../domaine/financement/commun.ts';
import {
  type CodeLigne,
  type Heures,
  LECTURES_REDUIT,
  type LectureReduit,
} from '../domaine/financement/forfaits.ts';
import { additionner, type Centimes, multiplier, proratiser } from '../domaine/montant.ts';
import type { Secteur } from '../domaine/secteur.ts';
import { type JeuDeRegles, type Resolution, resoudre } from '../regles/resolution.ts';
import type { Degressivite, Rangs } from './lectures.ts';

/** Un forfait par ESSMS : au plein tarif, puis au tarif réduit. */
export interface Tarif {
  readonly plein: Centimes;
  readonly reduit: Centimes;
}

/** Ce dont dépend le tarif d'un ESSMS. */
export interface CasTarif {
  readonly type: TypeProjet;
  readonly secteur: Secteur;
  readonly duiReference: boolean;
}

/** Une ligne payée par ESSMS, et son tarif à une date. */
export interface LigneTarifee {
  readonly code: Extract<CodeLigne, 'amorcage' | 'usages' | 'logiciel'>;
  readonly tarif: Resolution<Tarif>;
  /** Vrai si la source ne prévoit rien pour ce cas : ce n'est pas un montant qu'on n'aurait pas lu. */
  readonly nonPrevue?: true;
}

/** Seuls ces secteurs ont un tarif pour un DUI non référencé (ARS Occitanie 2022, diapositives 63 et 64). */
const NON_REFERENCE_PREVU: ReadonlySet<Secteur> = new Set(['PA', 'PH', 'DOM']);

/** Le premier jour d'une année : les règles d'ESMS Numérique valent pour une année entière. */
export function debutAnnee(annee: number): DateCivile {
  return `${annee}-01-01` as DateCivile;
}

/** Les lignes par ESSMS d'un cas : l'amorçage s'il vaut à cette date, sinon usages, et logiciel en acquisition. */
export function tarifsDe(jeu: JeuDeRegles, date: DateCivile, cas: CasTarif): LigneTarifee[] {
  const amorcage = amorcageDe(jeu, date, cas.type);
  if (amorcage) return [amorcage];
  if (cas.type === 'montee_de_version') return [usagesMontee(jeu, date, cas.duiReference)];
  const usages = resoudre<Tarif>(jeu, 'esms_numerique.acquisition.usages', date);
  return [{ code: 'usages', tarif: usages }, logicielDe(jeu, date, cas, usages.connue)];
}

function amorcageDe(jeu: JeuDeRegles, date: DateCivile, type: TypeProjet): LigneTarifee | null {
  const nom = type === 'acquisition' ? 'acquisition' : 'mise_en_conformite';
  const forfait = resoudre<Centimes>(jeu, `esms_numerique.amorcage.${nom}`, date);
  if (forfait.citation === null) return null;
  if (!forfait.connue) return { code: 'amorcage', tarif: forfait };
  // La phase d'amorçage n'a pas de tarif réduit.
  return {
    code: 'amorcage',
    tarif: { ...forfait, valeur: { plein: forfait.valeur, reduit: forfait.valeur } },
  };
}

function usagesMontee(jeu: JeuDeRegles, date: DateCivile, duiReference: boolean): LigneTarifee {
  const tarif = resoudre<Tarif>(jeu, 'esms_numerique.montee_de_version.usages', date);
  if (duiReference || !tarif.connue) return { code: 'usages', tarif };
  const raison = 'une montée de version demande un DUI référencé Ségur';
  return { code: 'usages', tarif: { connue: false, raison, citation: tarif.citation }, nonPrevue: true };
}

/** `anneeLue` : la source de l'année est lue ; alors seulement on peut dire qu'elle ne prévoit rien. */
function logicielDe(
  jeu: JeuDeRegles,
  date: DateCivile,
  { secteur, duiReference }: CasTarif,
  anneeLue: boolean,
): LigneTarifee {
  const cas = duiReference ? 'reference' : 'non_reference';
  const prevu = duiReference || NON_REFERENCE_PREVU.has(secteur);
  const id = `esms_numerique.acquisition.logiciel.${cas}${prevu ? '' : '_social'}`;
  const tarif = resoudre<Tarif>(jeu, id, date);
  return { code: 'logiciel', tarif, ...(prevu || !anneeLue ? {} : { nonPrevue: true }) };
}

/** Les trois lectures à une date. */
export function lecturesDe(
  jeu: JeuDeRegles,
  date: DateCivile,
): Readonly<Record<LectureReduit, Resolution<Degressivite>>> {
  const lire = (lecture: LectureReduit) =>
    [lecture, resoudre<Degressivite>(jeu, `esms_numerique.degressivite.${lecture}`, date)] as const;
  return Object.fromEntries(LECTURES_REDUIT.map(lire)) as Record<LectureReduit, Resolution<Degressivite>>;
}

/** Le tarif après prorata des heures : tronqué au centime, ESSMS par ESSMS. */
export function auProrata({ plein, reduit }: Tarif, heures: Heures | null): Tarif {
  if (heures === null) return { plein, reduit };
  const { eligibles, totales } = heures;
  return { plein: proratiser(plein, eligibles, totales), reduit: proratiser(reduit, eligibles, totales) };
}

export function montantDesRangs({ plein, reduit }: Tarif, { pleins, reduits }: Rangs): Centimes {
  return additionner([multiplier(plein, pleins), multiplier(reduit, reduits)]);
}
