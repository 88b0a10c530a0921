import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';
import type { Releve } from '../../src/domaine/releve.ts';
import {
  type AvertissementResultat,
  CODES_INDICATEURS,
  type CodeIndicateur,
  type Etat,
  type Niveau,
  type Resultat,
} from '../../src/domaine/resultat.ts';
import type { Secteur } from '../../src/domaine/secteur.ts';
import type { PreuveIdentifiant, ReglagesPreuve, ReleveRecu, SerieSuivie } from '../../src/domaine/suivi.ts';
import { jsonReleve } from '../../src/rapports/releve/json.ts';
import { etablirSuivi } from '../../src/suivi/preuve/etablir.ts';
import { empreinteDe } from '../../src/suivi/releve/empreinte.ts';

const EJ = '630990018';
const ET = '630991016';

/** Un chiffre : son état, et au besoin numérateur, dénominateur, bornes. */
export interface Chiffre {
  readonly etat: Etat;
  readonly n?: number;
  readonly d?: number;
  readonly basse?: number;
  readonly haute?: number | null;
  readonly reste?: number;
  readonly provisoire?: true;
  readonly avertissements?: readonly AvertissementResultat[];
}

/** Un état pour les cinq, ou un par indicateur (les autres atteints). */
export type Etats = Etat | Partial<Record<CodeIndicateur, Etat | Chiffre>>;

export interface LigneFabriquee {
  readonly id: string;
  readonly nom?: string;
  readonly ej?: string;
  readonly secteur?: Secteur;
  readonly etats?: Etats;
}

export interface ReleveFabrique {
  readonly premiereMesure?: boolean;
  readonly provisoire?: boolean;
  readonly grappe?: Etats;
  readonly og?: readonly LigneFabriquee[];
  readonly essms?: readonly LigneFabriquee[];
  readonly nom?: string | null;
  readonly porteur?: string | null;
  readonly niveauPreuve?: Niveau | null;
  readonly definitions?: Readonly<Record<string, string>>;
  readonly cibleDmp?: number;
  readonly regles?: string;
  readonly version?: string;
  readonly dateReference?: string;
}

const CHIFFRES_PAR_DEFAUT: Readonly<Record<Etat, Partial<Chiffre>>> = {
  atteint: { n: 95, d: 100 },
  non_atteint: { n: 40, d: 100, reste: 50 },
  incertain: { n: 80, d: 100, basse: 60, haute: 96 },
  non_evaluable: {},
  dispense: {},
  hors_periode: {},
};

/** Un relevé d'une grappe d'un ESSMS, tout atteint, que chaque test ajuste. */
export function fabriquer(mois: string, demande: ReleveFabrique = {}): Releve {
  const { premiereMesure = false, grappe = 'atteint', porteur = EJ, niveauPreuve = 'grappe' } = demande;
  const { essms = [{ id: ET, etats: grappe }], og = [{ id: EJ, etats: grappe }] } = demande;
  const { debut, fin } = fenetreDe(mois as Mois, premiereMesure);
  const { definitions = { dossier_actif: 'activite', population: 'presence', evenement_agenda: 'periode' } } =
    demande;
  const lignes: readonly (readonly [Niveau, LigneFabriquee])[] = [
    ...essms.map((ligne) => ['essms', ligne] as const),
    ...og.map((ligne) => ['og', ligne] as const),
    ['grappe', { id: 'grappe', nom: demande.nom ?? 'Grappe Limagne', etats: grappe }],
  ];
  return {
    outil: { nom: 'esms', version: demande.version ?? '0.1.0', regles: demande.regles ?? 'ab'.repeat(32) },
    grappe: {
      nom: demande.nom === undefined ? 'Grappe Limagne' : demande.nom,
      porteurFinessEj: porteur,
      niveauPreuve,
    },
    mois: mois as Mois,
    fenetre: { debut, fin, premiereMesure },
    dateReference: (demande.dateReference ?? fin) as DateCivile,
    definitions,
    cibles: CODES_INDICATEURS.map((indicateur) => ({
      indicateur,
      valeur: cibleDe(indicateur, demande),
      reference: 'kit SESAN, partie 3 § 6',
    })),
    perimetre: essms.map(({ id, nom, ej, secteur }) => ({
      finessEt: id,
      finessEj: ej ?? EJ,
      libelle: nom ?? id,
      categorie: null,
      secteur: secteur ?? null,
      modeAccueil: null,
      departement: null,
      typeProjet: null,
      logiciel: null,
      places: null,
      personnesDeclarees: 100,
      population: 100,
      preuve: 'calcule',
      declares: [],
    })),
    resultats: lignes.flatMap(([niveau, ligne]) =>
      CODES_INDICATEURS.map((indicateur) => resultatDe(niveau, ligne, indicateur, demande)),
    ),
    tableauVa: [],
    qualite: [],
    anomalies: { erreurs: 0, avertissements: 0, parCode: {} },
    sources: [],
  };
}

function cibleDe(indicateur: CodeIndicateur, { cibleDmp = 70 }: ReleveFabrique): number {
  if (indicateur === 'dmp') return cibleDmp;
  return indicateur === 'mssante' ? 70 : 90;
}

function resultatDe(
  niveau: Niveau,
  { id, nom, secteur, etats = 'atteint' }: LigneFabriquee,
  indicateur: CodeIndicateur,
  demande: ReleveFabrique,
): Resultat {
  const dit = typeof etats === 'string' ? etats : (etats[indicateur] ?? 'atteint');
  const brut = typeof dit === 'string' ? { etat: dit } : dit;
  const chiffre: Chiffre = brut.n === undefined ? { ...CHIFFRES_PAR_DEFAUT[brut.etat], ...brut } : brut;
  const { etat, n, d, basse, haute, reste } = chiffre;
  const taux = n === undefined || d === undefined ? null : Math.floor((n * 10_000) / d) / 100;
  return {
    niveau,
    identifiant: id,
    libelle: nom ?? id,
    secteur: secteur ?? null,
    indicateur,
    numerateur: n ?? null,
    denominateur: d ?? null,
    taux,
    borneBasse: taux === null ? null : (basse ?? taux),
    borneHaute: taux === null ? null : haute === undefined ? taux : haute,
    cible: cibleDe(indicateur, demande),
    etat,
    resteAFaire: taux === null ? null : (reste ?? 0),
    provisoire: chiffre.provisoire ?? demande.provisoire ?? false,
    avertissements: chiffre.avertissements ?? [],
    ...(niveau !== 'essms' && {
      agregat: { essmsEvalues: 1, essmsAtteints: 1, plusBas: null, manquants: [] },
    }),
  };
}

/** Le relevé tel qu'on le reçoit. */
export function recevoir(
  releve: Releve,
  { fichier = `releves/releve-${releve.mois}.json`, intact = true } = {},
): ReleveRecu {
  return { fichier, intact, scelle: { releve, empreinte: empreinteDe(jsonReleve(releve)) } };
}

export const PAR_DEFAUT: ReglagesPreuve = { lecture: 'trois_atteints', premiereMesureCompte: true };

/** Une suite de mois à partir de janvier 2025, chacun dans l'état donné au niveau de la grappe ; `null` : sans relevé. */
export function suite(...etats: readonly (Etats | null)[]): ReleveRecu[] {
  return etats.flatMap((etat, rang) =>
    etat === null ? [] : recevoir(fabriquer(`2025-${String(rang + 1).padStart(2, '0')}`, { grappe: etat })),
  );
}

/** Ce que la grappe prouve. */
export function prouver(
  recus: readonly ReleveRecu[],
  reglages: Partial<ReglagesPreuve> = {},
): PreuveIdentifiant {
  const { niveaux } = etablirSuivi(recus, { ...PAR_DEFAUT, ...reglages });
  const preuve = niveaux.find(({ niveau }) => niveau === 'grappe')?.identifiants[0];
  if (preuve === undefined) throw new Error('pas de grappe');
  return preuve;
}

/** La série du DMP de la grappe : la seule que la plupart des tests font varier. */
export function serieDmp(recus: readonly ReleveRecu[], reglages: Partial<ReglagesPreuve> = {}): SerieSuivie {
  const serie = prouver(recus, reglages).series.find(({ indicateur }) => indicateur === 'dmp');
  if (serie === undefined) throw new Error('pas de DMP');
  return serie;
}
