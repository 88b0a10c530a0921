import type { Anomalie } from '../../src/domaine/anomalie.ts';
import { anomalie } from '../../src/domaine/anomalie.ts';
import type { CodeAnomalie } from '../../src/domaine/catalogue.ts';
import { lireDate, lireMois } from '../../src/domaine/date-civile.ts';
import { fenetreDe } from '../../src/domaine/fenetre.ts';
import type { AvertissementResultat, Etat, Niveau, Resultat } from '../../src/domaine/resultat.ts';
import { CODES_INDICATEURS } from '../../src/domaine/resultat.ts';
import type { Secteur } from '../../src/domaine/secteur.ts';
import type { SourceLue } from '../../src/domaine/source.ts';
import type { RapportIndicateurs, RapportVerification } from '../../src/rapports/modele.ts';

function exiger<T>(valeur: T | null): T {
  if (valeur === null) throw new Error('exemple mal écrit');
  return valeur;
}

const MOIS = exiger(lireMois('2025-09'));
const DATE_REFERENCE = exiger(lireDate('2026-01-05'));
const EXTRACTION = exiger(lireDate('2025-10-02'));

/** état, numérateur, dénominateur, bornes (absentes : la valeur), reste à faire. */
type Mesure = readonly [
  Etat,
  n?: number,
  d?: number,
  basse?: number | undefined,
  haute?: number | null | undefined,
  reste?: number,
];

interface Groupe {
  readonly niveau?: Niveau;
  readonly id: string;
  readonly nom: string;
  readonly secteur?: Secteur;
  readonly mesures: readonly [Mesure, Mesure, Mesure, Mesure, Mesure];
  readonly avertissements?: Readonly<Record<number, readonly AvertissementResultat[]>>;
  readonly provisoire?: true;
  readonly manquants?: Readonly<Record<number, readonly string[]>>;
}

function resultatsDe(groupe: Groupe): Resultat[] {
  const niveau = groupe.niveau ?? 'essms';
  return CODES_INDICATEURS.map((indicateur, rang) => {
    const [etat, n, d, basse, haute, reste] = groupe.mesures[rang] ?? ['hors_periode'];
    const taux = n === undefined || d === undefined ? null : Math.floor((n * 10_000) / d) / 100;
    return {
      niveau,
      identifiant: groupe.id,
      libelle: groupe.nom,
      secteur: groupe.secteur ?? null,
      indicateur,
      numerateur: n ?? null,
      denominateur: d ?? null,
      taux,
      borneBasse: taux === null ? null : (basse ?? taux),
      borneHaute: taux === null ? null : haute === undefined ? taux : haute,
      cible: indicateur === 'mssante' || indicateur === 'dmp' ? 70 : 90,
      etat,
      resteAFaire: taux === null ? null : (reste ?? 0),
      provisoire: groupe.provisoire ?? false,
      avertissements: groupe.avertissements?.[rang] ?? [],
      ...(niveau !== 'essms' && {
        agregat: {
          essmsEvalues: 6,
          essmsAtteints: 3,
          plusBas: taux === null ? null : { identifiant: '630000099', taux: 48.78 },
          manquants: groupe.manquants?.[rang] ?? [],
        },
      }),
    };
  });
}

function avertir(code: string, nombre: number, message: string): AvertissementResultat {
  return { code, nombre, message };
}

const INDETERMINES = avertir(
  'dossiers.indetermines',
  40,
  '40 dossiers indéterminés : exportez le dernier jour du mois, ou fournissez activites',
);
const absent = (table: string): AvertissementResultat => ({
  ...avertir('table.essms_absent', 1, `aucune ligne pour cet ESSMS dans « ${table} »`),
  tables: [table],
});

/** Six états, un dispensé, un hors période : l'essentiel de ce que rencontre un OG de huit ESSMS. */
const GROUPES: readonly Groupe[] = [
  {
    id: '630781227',
    nom: 'EHPAD Mon Repos',
    secteur: 'PA',
    mesures: [
      ['atteint', 270, 300, 90, 92.66],
      ['atteint', 250, 270],
      ['atteint', 260, 270],
      ['atteint', 3609, 300],
      ['atteint', 211, 300],
    ],
  },
  {
    id: '630781235',
    nom: "SAD Val d'Allier",
    secteur: 'DOM',
    mesures: [
      ['non_atteint', 171, 214, undefined, undefined, 22],
      ['non_atteint', 150, 171, undefined, undefined, 4],
      ['atteint', 170, 171],
      ['atteint', 151, 214],
      ['non_atteint', 149, 214, undefined, undefined, 1],
    ],
    avertissements: { 0: [avertir('sejour.entree_absente', 3, "3 séjours sans date d'entrée")] },
  },
  {
    id: '630781243',
    nom: 'EHPAD Les Tilleuls',
    secteur: 'PA',
    mesures: [
      ['atteint', 77, 82],
      ['atteint', 71, 77],
      ['atteint', 75, 77],
      ['atteint', 92, 82],
      ['non_atteint', 40, 82, undefined, undefined, 18],
    ],
  },
  {
    id: '630781250',
    nom: 'IME Les Alizés',
    secteur: 'PH',
    mesures: [
      ['incertain', 19, 60, 31.66, 98.33, 35],
      ['incertain', 15, 19, 25.42, 94.91, 3],
      ['incertain', 17, 19, 28.81, 96.61, 1],
      ['atteint', 45, 60],
      ['atteint', 43, 60],
    ],
    avertissements: { 0: [INDETERMINES], 1: [INDETERMINES], 2: [INDETERMINES] },
  },
  {
    id: '630781268',
    nom: 'SAVS Horizon',
    secteur: 'PH',
    mesures: [
      ['atteint', 43, 45],
      ['atteint', 40, 43],
      ['atteint', 39, 43],
      ['non_evaluable'],
      ['non_evaluable'],
    ],
    avertissements: { 3: [absent('mss')], 4: [absent('dmp')] },
  },
  {
    id: '630781276',
    nom: 'CHRS La Passerelle',
    secteur: 'AHI',
    mesures: [['atteint', 39, 42], ['atteint', 36, 39], ['atteint', 38, 39], ['dispense'], ['dispense']],
    avertissements: { 0: [avertir('effectifs.deduits', 1, 'personnes déduites des dossiers')] },
  },
  {
    id: '630781284',
    nom: 'SESSAD Arc-en-ciel',
    secteur: 'PH',
    mesures: [['hors_periode'], ['hors_periode'], ['hors_periode'], ['hors_periode'], ['hors_periode']],
  },
  {
    niveau: 'og',
    id: '630000529',
    nom: 'Limagne Solidarités',
    mesures: [
      ['non_atteint', 619, 743, 83.31, 88.69, 50],
      ['incertain', 562, 599, 87.94, 94.2],
      ['atteint', 599, 619, 93.5, 96.9],
      ['atteint', 3897, 701, 521.0, null],
      ['non_atteint', 443, 656, 63.19, 69.61, 17],
    ],
    manquants: { 3: ['630781268'], 4: ['630781268'] },
  },
  {
    niveau: 'grappe',
    id: 'grappe',
    nom: 'Grappe Limagne',
    mesures: [
      ['non_atteint', 619, 743, 83.31, 88.69, 50],
      ['incertain', 562, 599, 87.94, 94.2],
      ['atteint', 599, 619, 93.5, 96.9],
      ['atteint', 3897, 701, 521.0, null],
      ['non_atteint', 443, 656, 63.19, 69.61, 17],
    ],
    manquants: { 3: ['630781268'], 4: ['630781268'] },
  },
];

function source(fichier: string, logiciel: string, comptes: readonly [number, number, number]): SourceLue {
  const [retenues, rejetees, ecartees] = comptes;
  return {
    table: fichier.replace(/^.*\/|\.csv$/g, ''),
    fichier,
    logiciel,
    dateExtraction: EXTRACTION,
    sha256: 'ab'.repeat(32),
    octets: 1_234_567,
    encodage: 'windows-1252',
    separateur: ';',
    lignes: retenues + rejetees + ecartees,
    retenues,
    rejetees,
    ecartees,
  };
}

const DATE_IMPOSSIBLE = anomalie({
  code: 'champ.date_invalide',
  fichier: 'exports/dossiers.csv',
  ligne: 12,
  colonne: 'date_entree',
  valeur: '31/02/2025',
  message: "n'est pas un jour du calendrier",
});

export const DETAILS: readonly Anomalie[] = [
  DATE_IMPOSSIBLE,
  { ...DATE_IMPOSSIBLE, fichier: 'exports/agenda.csv', ligne: 4017, colonne: 'date_debut', valeur: '=1+1|x' },
  {
    ...DATE_IMPOSSIBLE,
    ligne: 40,
    gravite: 'avertissement',
    colonne: 'id_dossier',
    valeur: 'DUPONT Jeanne',
    message: 'dossier inconnu de la table dossiers',
    aide: 'vérifiez que les deux exports portent le même identifiant',
  },
];

const OUTIL = { nom: 'esms', version: '0.1.0', regles: '3f9c'.repeat(16) } as const;
const SOURCES = [
  source('exports/dossiers.csv', 'DUI A', [1478, 2, 0]),
  source('exports/agenda.csv', 'DUI A', [410_392, 10, 236]),
];
const ANOMALIES = {
  erreurs: 12,
  avertissements: 236,
  details: DETAILS,
  parCode: new Map<CodeAnomalie, number>([['champ.date_invalide', 12]]),
};

/** Le rapport d'exemple, que chaque test ajuste. */
export function rapportExemple(ecarts: Partial<RapportIndicateurs> = {}): RapportIndicateurs {
  const cible = (indicateur: (typeof CODES_INDICATEURS)[number], valeur: number) => ({
    indicateur,
    valeur,
    reference: 'kit SESAN, partie 3, § 6',
  });
  return {
    outil: OUTIL,
    dateReference: DATE_REFERENCE,
    fenetre: fenetreDe(MOIS),
    definitions: { dossier_actif: 'activite', population: 'presence', evenement_agenda: 'periode' },
    grappe: { nom: 'Grappe Limagne', porteurFinessEj: '630000529', niveauPreuve: 'grappe' },
    cibles: [
      cible('dossiers_actifs', 90),
      cible('projets', 90),
      cible('agenda', 90),
      cible('mssante', 70),
      cible('dmp', 70),
    ],
    resultats: GROUPES.flatMap(resultatsDe),
    anomalies: ANOMALIES,
    sources: SOURCES,
    ...ecarts,
  };
}

export function verificationExemple(ecarts: Partial<RapportVerification> = {}): RapportVerification {
  return {
    outil: OUTIL,
    dateReference: DATE_REFERENCE,
    grappe: { nom: 'Grappe Limagne', porteurFinessEj: '630000529', niveauPreuve: 'grappe' },
    anomalies: ANOMALIES,
    sources: SOURCES,
    ...ecarts,
  };
}
