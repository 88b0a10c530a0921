import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import type {
  DepotLogique,
  Ecriture,
  FichierLogique,
  LigneLogique,
  SourceLogique,
} from '../reference/depot-logique.ts';

function entourer(cellule: string, { guillemets, separateur }: Ecriture): string {
  const necessaire = cellule.includes(separateur) || /["\r\n]/.test(cellule);
  if (guillemets === 'jamais' && necessaire)
    throw new Error(`cellule impossible sans guillemets : ${cellule}`);
  return guillemets === 'toujours' || necessaire ? `"${cellule.replaceAll('"', '""')}"` : cellule;
}

function ecrireLigne(ligne: LigneLogique, ecriture: Ecriture): string {
  const blanche = ligne.cellules.every((cellule) => cellule.trim() === '');
  const cellules = blanche
    ? [...ligne.cellules]
    : ligne.cellules.map((cellule) => entourer(cellule, ecriture));
  if (ligne.guillemetMalForme) cellules[cellules.length - 1] = '"mal"formé';
  return cellules.join(ecriture.separateur);
}

/** windows-1252 : latin-1, sauf ces caractères. */
const HORS_LATIN1: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '–': 0x96, œ: 0x9c, Œ: 0x8c };

function encoder(texte: string, encodage: Ecriture['encodage']): Buffer {
  switch (encodage) {
    case 'utf-8':
      return Buffer.from(texte, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${texte}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${texte}`, 'utf16le');
    case 'windows-1252':
      return Buffer.from([...texte].map((c) => HORS_LATIN1[c] ?? c.codePointAt(0) ?? 0));
  }
}

/** Les octets d'un fichier du dépôt. */
export function octetsDe(fichier: FichierLogique, source: SourceLogique): Buffer {
  const { ecriture } = fichier;
  const lignes = [
    ...(source.titres ?? []),
    ecrireLigne({ cellules: fichier.entetes }, ecriture),
    ...fichier.lignes.map((ligne) => ecrireLigne(ligne, ecriture)),
    ...(source.totaux ?? []),
  ];
  const texte = lignes.join(ecriture.finDeLigne) + (ecriture.sautFinal ? ecriture.finDeLigne : '');
  const octets = encoder(texte, ecriture.encodage);
  return ecriture.gzip ? gzipSync(octets) : octets;
}

function decrireSource(source: SourceLogique) {
  return {
    fichiers: source.motif ? [source.motif] : source.fichiers.map((fichier) => fichier.chemin),
    ...(source.dateExtraction ? { date_extraction: source.dateExtraction } : {}),
    ...(source.renommees ? { colonnes: source.renommees } : {}),
    ...(source.valeurs ? { valeurs: source.valeurs } : {}),
    ...(source.finessConstant ? { constantes: { finess_et: source.finessConstant } } : {}),
    ...(source.titres || source.totaux
      ? { lignes_ignorees: { debut: source.titres?.length ?? 0, fin: source.totaux?.length ?? 0 } }
      : {}),
    ...(source.typesExclus ? { types_exclus: source.typesExclus } : {}),
    ...(source.couvre ? { couvre: source.couvre } : {}),
  };
}

/** Le texte de `depot.yaml`, ou `null` si le dépôt s'en passe. */
export function depotYaml(depot: DepotLogique): string | null {
  const { aliasFiness, cibles, sources, tablesDeclarees } = depot;
  const tables = [...new Set(sources.map((s) => s.table))].map((table) => {
    const siennes = sources.filter((s) => s.table === table).map(decrireSource);
    return [table, siennes.length === 1 ? siennes[0] : siennes];
  });
  const contenu = {
    ...(Object.keys(cibles).length > 0
      ? {
          cibles: Object.fromEntries(
            Object.entries(cibles).map(([code, valeur]) => [
              code,
              { valeur, reference: 'convention, art. 4' },
            ]),
          ),
        }
      : {}),
    ...(Object.keys(aliasFiness).length > 0 ? { alias_finess: aliasFiness } : {}),
    ...(tablesDeclarees ? { tables: Object.fromEntries(tables) } : {}),
  };
  if (Object.keys(contenu).length === 0) return null;
  return stringify(
    { version: 1, ...contenu },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' },
  );
}

/** Écrit le dépôt dans un dossier : les fichiers, et `depot.yaml` s'il dit quelque chose. */
export function ecrireDepot(depot: DepotLogique, dossier: string): void {
  for (const source of depot.sources) {
    for (const fichier of source.fichiers) {
      const chemin = join(dossier, fichier.chemin);
      mkdirSync(dirname(chemin), { recursive: true });
      writeFileSync(chemin, octetsDe(fichier, source));
    }
  }
  const yaml = depotYaml(depot);
  if (yaml !== null) writeFileSync(join(dossier, 'depot.yaml'), yaml);
}
