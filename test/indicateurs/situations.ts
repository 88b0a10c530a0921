import type { DateCivile, Mois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';
import type { CodeIndicateur, Resultat } from '../../src/domaine/resultat.ts';
import { resoudreCibles, resoudreDispense, valeursCibles } from '../../src/indicateurs/cibles.ts';
import type { Comptes, Decompte, Essms } from '../../src/indicateurs/comptes.ts';
import type { Contexte } from '../../src/indicateurs/contexte.ts';
import { DEFINITIONS_PAR_DEFAUT, type Definitions } from '../../src/indicateurs/definitions.ts';
import { evaluerEssms } from '../../src/indicateurs/evaluer.ts';
import { evaluerPerimetre, type Ligne } from '../../src/indicateurs/perimetre.ts';
import { chargerReglesLivrees } from '../../src/regles/livrees.ts';
import type { NomTable } from '../../src/tables/description.ts';

export const TABLES_COMPLETES: readonly NomTable[] = [
  'essms',
  'effectifs',
  'dossiers',
  'projets',
  'agenda',
  'mss_detail',
  'dmp_detail',
];

/** Un EHPAD ouvert, éligible, de FINESS 630781227. */
function essms(ecarts: Partial<Essms> = {}): Essms {
  return {
    finessEt: '630781227',
    finessEj: '630000529',
    libelle: 'EHPAD MON REPOS',
    secteur: 'PA',
    eligibleSons: null,
    places: null,
    dateOuverture: null,
    dateFermeture: null,
    ...ecarts,
  };
}

interface Ecarts extends Omit<Partial<Comptes>, 'couvert'> {
  readonly couvert?: Partial<Comptes['couvert']>;
  /** G et J₁ dans les deux lectures à la fois. */
  readonly evenements?: number;
}

/** Cent personnes déclarées, cent dossiers actifs, tout couvert, aucun avertissement. */
function comptes({ couvert, evenements, ...ecarts }: Ecarts = {}): Comptes {
  const actifs = ecarts.actifs ?? 100;
  const g = evenements ?? actifs;
  return {
    finessEt: '630781227',
    couvert: {
      dossiers: true,
      activites: false,
      projets: true,
      agenda: true,
      mss: true,
      dmp: true,
      ...couvert,
    },
    effectifPersonnes: 100,
    effectifEligibles: 100,
    population: 100,
    populationEligible: 100,
    rejetes: 0,
    actifs,
    indetermines: 0,
    actifsAvecProjet: actifs,
    indeterminesAvecProjet: 0,
    actifsAvecEvenement: { periode: g, existence: g },
    indeterminesAvecEvenement: { periode: 0, existence: 0 },
    messages: 100,
    messagesDecompte: null,
    dmp: 100,
    dmpDecompte: null,
    declares: {},
    sejoursEntreeAbsente: 0,
    sejoursClosSansSortie: 0,
    sejoursSortieAvantEntree: 0,
    preparationsAnciennes: 0,
    provisoire: false,
    ...ecarts,
  };
}

/** Une table `dossiers` qui ne parle pas de l'ESSMS : rien n'en vient. */
export const SANS_DOSSIERS = {
  couvert: { dossiers: false },
  population: 0,
  populationEligible: 0,
  actifs: 0,
  actifsAvecProjet: 0,
  evenements: 0,
  dmp: 0,
} as const;

export const SANS_EFFECTIFS = { effectifPersonnes: null, effectifEligibles: null } as const;

/** Les décomptes mensuels d'un ESSMS ; `null` pour un mois absent. */
export function decompte(...mois: (number | null)[]): Decompte {
  const presents = mois.filter((nombre) => nombre !== null);
  return {
    somme: presents.reduce((a, b) => a + b, 0),
    maximum: Math.max(0, ...presents),
    moisAbsents: mois.length - presents.length,
  };
}

interface Cadre {
  readonly mois?: string;
  readonly premiereMesure?: boolean;
  readonly definitions?: Partial<Definitions>;
  readonly cibles?: Partial<Record<CodeIndicateur, number>>;
  readonly tables?: readonly NomTable[];
}

export function contexte(cadre: Cadre = {}): Contexte {
  const regles = chargerReglesLivrees();
  const fenetre = fenetreDe((cadre.mois ?? '2025-09') as Mois, cadre.premiereMesure);
  return {
    fenetre,
    definitions: { ...DEFINITIONS_PAR_DEFAUT, ...cadre.definitions },
    cibles: { ...valeursCibles(resoudreCibles(regles, fenetre.fin).citees), ...cadre.cibles },
    dispense: resoudreDispense(regles, fenetre.fin),
    tables: new Set(cadre.tables ?? TABLES_COMPLETES),
  };
}

export function date(texte: string): DateCivile {
  return texte as DateCivile;
}

/** Le résultat d'un indicateur pour un ESSMS. */
export function mesurer(
  indicateur: CodeIndicateur,
  ecarts: Ecarts = {},
  cadre: Cadre = {},
  portrait: Partial<Essms> = {},
): Resultat {
  return choisir(evaluerEssms(essms(portrait), comptes(ecarts), contexte(cadre)), indicateur);
}

/** Une ligne de périmètre ; le FINESS est porté par l'ESSMS et par ses comptes. */
export function ligne(finessEt: string, ecarts: Ecarts = {}, portrait: Partial<Essms> = {}): Ligne {
  return { essms: essms({ finessEt, ...portrait }), comptes: comptes({ finessEt, ...ecarts }) };
}

/** Le résultat d'un indicateur pour la grappe faite de ces lignes. */
export function grappe(indicateur: CodeIndicateur, lignes: readonly Ligne[], cadre: Cadre = {}): Resultat {
  return choisir(evaluerPerimetre(lignes, contexte(cadre), { niveaux: ['grappe'] }), indicateur);
}

export function choisir(resultats: readonly Resultat[], indicateur: CodeIndicateur): Resultat {
  const resultat = resultats.find((r) => r.indicateur === indicateur);
  if (resultat === undefined) throw new Error(`aucun résultat pour ${indicateur}`);
  return resultat;
}

/** L'avertissement d'un code, s'il y est. */
export function avertissement({ avertissements }: Resultat, code: string) {
  return avertissements.find((a) => a.code === code);
}

export function codes({ avertissements }: Resultat): string[] {
  return avertissements.map(({ code }) => code);
}
