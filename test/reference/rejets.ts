import { CHAMPS, CLES, type Forme, formeDe } from './champs.ts';
import type {
  DepotLogique,
  FichierLogique,
  LigneLogique,
  SourceLogique,
  TableLogique,
} from './depot-logique.ts';
import { aFormeDeFiness, ILLISIBLE, lireValeur } from './valeurs.ts';

/** Une ligne lisible. Une colonne absente du fichier n'est pas dans `valeurs` ; une cellule vide y vaut `null`. */
export interface LigneLue {
  readonly source: SourceLogique;
  readonly fichier: FichierLogique;
  readonly forme: Forme;
  readonly valeurs: ReadonlyMap<string, string | null>;
}

/** Une ligne rejetée (E1, E3), avec son FINESS s'il se lit. */
export interface LigneRejetee {
  readonly fichier: FichierLogique;
  readonly table: TableLogique;
  readonly finess: string | null;
}

export interface Lecture {
  readonly lisibles: readonly LigneLue[];
  readonly rejetees: readonly LigneRejetee[];
}

/** E1 : une ligne d'espaces et de séparateurs n'est pas une ligne lue. */
export function estBlanche(ligne: LigneLogique): boolean {
  return ligne.cellules.every((cellule) => cellule.trim() === '');
}

function finessDe(ligne: LigneLogique, fichier: FichierLogique, source: SourceLogique): string | null {
  if (source.finessConstant !== undefined) return source.finessConstant;
  const cellule = ligne.cellules[fichier.colonnes.indexOf('finess_et')] ?? '';
  return aFormeDeFiness(cellule) ? cellule : null;
}

/** E1 : les valeurs de la ligne, ou `null` si elle est illisible. */
function lireLigne(ligne: LigneLogique, fichier: FichierLogique, source: SourceLogique, forme: Forme) {
  if (ligne.guillemetMalForme) return null;
  if (ligne.cellules.length !== fichier.colonnes.length) return null;
  if (ligne.cellules.every((cellule, i) => cellule === fichier.entetes[i])) return null;
  const valeurs = new Map<string, string | null>();
  for (const [nom, champ] of Object.entries(CHAMPS[forme])) {
    const rang = fichier.colonnes.indexOf(nom);
    const constante = nom === 'finess_et' ? source.finessConstant : undefined;
    if (rang < 0 && constante === undefined) continue;
    const brut = constante ?? ligne.cellules[rang] ?? '';
    const lu = lireValeur(source.valeurs?.[nom]?.[brut] ?? brut, champ.type);
    if (lu === ILLISIBLE || (lu === null && champ.obligatoire)) return null;
    valeurs.set(nom, lu);
  }
  return valeurs;
}

/** E3 : la clé d'avant `alias_finess` ; `periode` vide vaut « mois ». */
function cleDe(forme: Forme, valeurs: ReadonlyMap<string, string | null>): string | null {
  const colonnes = CLES[forme];
  if (!colonnes) return null;
  return [forme, ...colonnes.map((c) => valeurs.get(c) ?? (c === 'periode' ? 'mois' : ''))].join('/');
}

/** Lit toutes les lignes du dépôt, dans l'ordre des sources, des fichiers et des lignes (E1, E3). */
export function lireTout(depot: DepotLogique): Lecture {
  const lisibles: LigneLue[] = [];
  const rejetees: LigneRejetee[] = [];
  const vues = new Set<string>();
  for (const source of depot.sources) {
    for (const fichier of source.fichiers) {
      const forme = formeDe(source.table, fichier.colonnes);
      for (const ligne of fichier.lignes) {
        if (estBlanche(ligne)) continue;
        const valeurs = lireLigne(ligne, fichier, source, forme);
        const cle = valeurs && cleDe(forme, valeurs);
        if (valeurs === null || (cle !== null && vues.has(cle))) {
          rejetees.push({ fichier, table: source.table, finess: finessDe(ligne, fichier, source) });
          continue;
        }
        if (cle !== null) vues.add(cle);
        lisibles.push({ source, fichier, forme, valeurs });
      }
    }
  }
  return { lisibles, rejetees };
}
