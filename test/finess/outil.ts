import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SECTIONS } from '../../src/finess/historique/sections.ts';
import { importerFiness } from '../../src/finess/importer.ts';
import { type IndexFiness, ouvrirIndex } from '../../src/finess/index/ouvrir.ts';

type Champs<S extends keyof typeof SECTIONS> = Partial<Record<(typeof SECTIONS)[S][number], string>>;

/** Numéros fictifs à clé juste : les établissements et les entités juridiques du dépôt de démonstration. */
export const EJ = '630990018';
export const AUTRE_EJ = '030990014';
export const TILLEULS = '630991016';
export const PARC = '630991024';
export const ALIZES = '630991032';
export const HORIZON = '630991040';
export const SAD = '030991012';

function ligne<S extends keyof typeof SECTIONS>(section: S, champs: Champs<S>): string {
  const valeurs: Readonly<Record<string, string | undefined>> = { ...champs, section };
  return SECTIONS[section].map((nom) => citer(valeurs[nom] ?? '')).join(';');
}

function citer(valeur: string): string {
  return /[;"\n]/.test(valeur) ? `"${valeur.replaceAll('"', '""')}"` : valeur;
}

/** Une ligne `structureet` ; sans rien dire, l'EHPAD Les Tilleuls. */
export function etablissement(champs: Champs<'structureet'> = {}): string {
  return ligne('structureet', {
    nofinesset: TILLEULS,
    nofinessej: EJ,
    rs: 'EHPAD LES TILLEULS',
    departement: '63',
    ligneacheminement: '63100 CLERMONT FERRAND',
    categetab: '500',
    categagretab: '4401',
    siret: '12345678900011',
    dateouv: '1998-04-01',
    datemaj: '2024-01-02',
    ...champs,
  });
}

export function entite(champs: Champs<'structureej'> = {}): string {
  return ligne('structureej', {
    nofiness: EJ,
    rs: 'LIMAGNE SOLIDARITES',
    rslongue: 'ASSOCIATION LIMAGNE SOLIDARITÉS',
    siren: '123456789',
    datecrea: '1970-01-01',
    ...champs,
  });
}

export function geolocalisation(nofinesset: string): string {
  return ligne('geolocalisation', {
    nofinesset,
    coordxet: '707000',
    coordyet: '6520000',
    datemaj: '2024-01-02',
  });
}

/** Une extraction historique : sa première ligne, puis les lignes données. */
export function extraction(lignes: readonly string[], date = '2025-06-03'): string {
  return [`finess;etalab;97;${date}`, ...lignes, ''].join('\n');
}

/** Le petit répertoire des tests : trois ESSMS et un centre hospitalier d'un organisme, un service d'un autre. */
export const REPERTOIRE = extraction([
  etablissement(),
  etablissement({
    nofinesset: PARC,
    rs: 'E.H.P.A.D. ST-JEAN DU PARC',
    rslongue: 'RESIDENCE SAINT JEAN',
    ligneacheminement: '63000 CLERMONT FERRAND',
  }),
  etablissement({
    nofinesset: ALIZES,
    rs: 'IME LES ALIZÉS',
    categetab: '183',
    categagretab: '4101',
    ligneacheminement: '63200 RIOM',
  }),
  etablissement({
    nofinesset: HORIZON,
    rs: 'CH DE RIOM',
    categetab: '355',
    categagretab: '1102',
    ligneacheminement: '63200 RIOM',
  }),
  etablissement({
    nofinesset: SAD,
    nofinessej: AUTRE_EJ,
    rs: "SAD VAL D'ALLIER",
    categetab: '460',
    categagretab: '4605',
    departement: '03',
    ligneacheminement: '03000 MOULINS',
  }),
]);

export interface Place {
  readonly dossier: string;
  readonly index: string;
  /** Écrit un fichier, et rend ce que l'import en demande. */
  readonly ecrire: (nom: string, contenu: string | Buffer) => { chemin: string; nom: string };
}

export function place(): Place {
  const dossier = mkdtempSync(join(tmpdir(), 'esms-finess-'));
  return {
    dossier,
    index: join(dossier, 'donnees', 'finess.duckdb'),
    ecrire: (nom, contenu) => {
      const chemin = join(dossier, nom);
      writeFileSync(chemin, nom.endsWith('.gz') ? gzipSync(contenu) : contenu);
      return { chemin, nom };
    },
  };
}

/** Importe des contenus, un fichier chacun, dans un index neuf (ou celui de `ou`). */
export async function importer(
  contenus: Readonly<Record<string, string | Buffer>>,
  ou: Place = place(),
  options: { readonly tolererRejets?: number; readonly maxAnomalies?: number } = {},
) {
  const fichiers = Object.entries(contenus).map(([nom, contenu]) => ou.ecrire(nom, contenu));
  const rendu = await importerFiness({
    fichiers,
    index: ou.index,
    tolererRejets: 0,
    maxAnomalies: 100,
    ...options,
  });
  return { ...rendu, place: ou };
}

/** Un index ouvert sur le petit répertoire ; l'appelant le ferme. */
export async function indexDe(contenu: string = REPERTOIRE): Promise<IndexFiness> {
  const { place: ou } = await importer({ 'repertoire.csv': contenu });
  const ouverture = await ouvrirIndex(ou.index);
  if (ouverture.etat !== 'ouvert') throw new Error(`index ${ouverture.etat}`);
  return ouverture.index;
}
