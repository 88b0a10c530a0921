import fc from 'fast-check';
import type { TableLogique } from '../reference/depot-logique.ts';
import { essms } from './essms.ts';

const presentation = fc.record({
  encodage: fc.constantFrom('utf-8', 'utf-8', 'utf-8-bom', 'windows-1252', 'windows-1252', 'utf-16le'),
  separateur: fc.constantFrom(';', ';', ',', '\t', '|'),
  finDeLigne: fc.constantFrom('\n', '\r\n'),
  guillemets: fc.constantFrom('jamais', 'toujours', 'au_besoin', 'au_besoin'),
  sautFinal: fc.constantFrom(true, true, false),
  gzip: fc.constantFrom(false, false, false, true),
  datesFrancaises: fc.boolean(),
  moisFrancais: fc.boolean(),
  /** Un bit par colonne facultative : celles que le fichier n'a pas. */
  omises: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 255 }), fc.constantFrom(0, 0, 255)),
  /** Décalage circulaire des colonnes. */
  rotation: fc.nat({ max: 7 }),
  inconnue: fc.boolean(),
  commentaires: fc.boolean(),
  styleEntetes: fc.constantFrom('canonique', 'canonique', 'majuscules', 'espaces', 'accents'),
  /** Casse des codes des listes fermées. */
  styleCodes: fc.constantFrom('canonique', 'canonique', 'Capitale', 'MAJUSCULES'),
  blanches: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }),
});
export type Presentation = typeof presentation extends fc.Arbitrary<infer T> ? T : never;

const disposition = fc.record({
  mode: fc.constantFrom('unique', 'unique', 'eclate', 'par_essms'),
  presentations: fc.array(presentation, { minLength: 3, maxLength: 3 }),
  /** Une source pour tous les fichiers, ou une par fichier. */
  regroupee: fc.boolean(),
  motif: fc.boolean(),
  titres: fc.nat({ max: 2 }),
  totaux: fc.nat({ max: 1 }),
  renommee: fc.boolean(),
  valeursPropres: fc.boolean(),
  /** Un bit par ESSMS que `couvre` nomme. */
  couvre: fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 63 })),
  typesExclus: fc.boolean(),
  extraction: fc.constantFrom(null, null, 'apres', 'apres', 'fin', 'avant'),
  absente: fc.integer({ min: 0, max: 11 }).map((n) => n === 11),
  /** Un fichier par ESSMS, même s'il n'a que son en-tête. */
  entetesSeuls: fc.boolean(),
});
export type Disposition = typeof disposition extends fc.Arbitrary<infer T> ? T : never;

const TABLES: readonly TableLogique[] = [
  'essms',
  'effectifs',
  'dossiers',
  'activites',
  'projets',
  'agenda',
  'mss',
  'dmp',
];

const DEFAUTS = [
  'date_impossible',
  'date_inconnue',
  'colonne_en_trop',
  'deux_colonnes_en_trop',
  'colonne_en_moins',
  'obligatoire_vide',
  'finess_vide',
  'finess_faux',
  'code_inconnu',
  'entete_repete',
  'guillemet',
  'hors_perimetre',
  'hors_perimetre_cle_fausse',
  'dossier_inconnu',
  'copie',
] as const;
export type Defaut = (typeof DEFAUTS)[number];

const defaut = fc.record({
  table: fc.constantFrom(...TABLES, 'dossiers' as const, 'dossiers' as const),
  /** La ligne qui sert de modèle, et où la nouvelle se glisse. */
  modele: fc.nat({ max: 40 }),
  place: fc.nat({ max: 40 }),
  genre: fc.constantFrom(...DEFAUTS),
});
export type LigneFautive = typeof defaut extends fc.Arbitrary<infer T> ? T : never;

/** Tout ce qui se tire au sort : la construction du dépôt n'a plus de hasard. */
export const scenario = fc.record({
  mois: fc.constantFrom('2025-08', '2025-09', '2025-09', '2025-10', '2025-11', '2024-02', '2025-01'),
  premiereMesure: fc.constantFrom(false, false, true),
  referenceAvantFin: fc.constantFrom(false, false, false, true),
  toutesDatees: fc.boolean(),
  definitions: fc.record({
    dossier_actif: fc.constantFrom('activite', 'activite', 'activite', 'ouvert', 'statut'),
    population: fc.constantFrom('presence', 'presence', 'fin_de_periode'),
    evenement_agenda: fc.constantFrom('periode', 'periode', 'existence'),
  }),
  cibles: fc.record({
    dossiers_actifs: fc.constantFrom(null, null, null, 50, 72.5),
    mssante: fc.constantFrom(null, null, null, 100),
    dmp: fc.constantFrom(null, null, null, 20, 33.33),
  }),
  /** Noms canoniques à la racine, une source par table, rien dans `tables`. */
  canonique: fc.constantFrom(false, false, false, true),
  essms: fc.array(essms, { minLength: 2, maxLength: 6, size: 'medium' }),
  ogs: fc.integer({ min: 1, max: 3 }),
  dispositions: fc.record({
    essms: disposition,
    effectifs: disposition,
    dossiers: disposition,
    activites: disposition,
    projets: disposition,
    agenda: disposition,
    mss: disposition,
    dmp: disposition,
  }),
  defauts: fc.array(defaut, { maxLength: 5, size: 'medium' }),
});
export type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;
