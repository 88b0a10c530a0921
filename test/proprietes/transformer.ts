import type { Cas } from '../aleatoire/construire.ts';
import { formeDe } from '../reference/champs.ts';
import type { FichierLogique, LigneLogique, SourceLogique } from '../reference/depot-logique.ts';

/** Les tables où l'ordre des lignes est sans effet : ailleurs, E3 garde la première d'une clé. */
function estSansOrdre(source: SourceLogique): boolean {
  const [fichier] = source.fichiers;
  const forme = fichier ? formeDe(source.table, fichier.colonnes) : source.table;
  return !['essms', 'effectifs', 'mss_decomptes', 'dmp_decomptes'].includes(forme);
}

function surFichiers(cas: Cas, changer: (source: SourceLogique) => readonly FichierLogique[]): Cas {
  const sources = cas.depot.sources.map((source) => ({ ...source, fichiers: changer(source) }));
  return { ...cas, depot: { ...cas.depot, sources } };
}

/** Retourne et décale les lignes de chaque fichier sans ordre. */
export function permuter(cas: Cas, decalage: number): Cas {
  return surFichiers(cas, (source) => {
    if (!estSansOrdre(source)) return source.fichiers;
    return source.fichiers.map((fichier) => {
      const lignes = [...fichier.lignes].reverse();
      const coupe = lignes.length === 0 ? 0 : decalage % lignes.length;
      return { ...fichier, lignes: [...lignes.slice(coupe), ...lignes.slice(0, coupe)] };
    });
  });
}

/** Ajoute une colonne inconnue : deux moitiés n'ont jamais les mêmes octets. */
function marquer(fichier: FichierLogique, chemin: string, lignes: readonly LigneLogique[]): FichierLogique {
  const colonnes = [null, ...fichier.colonnes];
  const entetes = ['Moitié', ...fichier.entetes];
  const blanche = (ligne: LigneLogique) => ligne.cellules.every((cellule) => cellule.trim() === '');
  const enTete = (ligne: LigneLogique) =>
    ligne.cellules.every((cellule, i) => cellule === fichier.entetes[i]);
  const marquees = lignes.map((ligne) => {
    if (blanche(ligne)) return ligne;
    return { ...ligne, cellules: [enTete(ligne) ? 'Moitié' : 'b', ...ligne.cellules] };
  });
  return { ...fichier, chemin, colonnes, entetes, lignes: marquees };
}

/** Coupe en deux chaque fichier d'au moins deux lignes. */
export function couper(cas: Cas): Cas {
  return surFichiers(cas, (source) => {
    if (!cas.depot.tablesDeclarees) return source.fichiers;
    return source.fichiers.flatMap((fichier) => {
      if (fichier.lignes.length < 2) return [fichier];
      const milieu = Math.ceil(fichier.lignes.length / 2);
      const suite = fichier.chemin.replace(/\.csv/, '_b.csv');
      return [
        { ...fichier, lignes: fichier.lignes.slice(0, milieu) },
        marquer(fichier, suite, fichier.lignes.slice(milieu)),
      ];
    });
  });
}

/** Glisse dans `dossiers` une ligne au FINESS lisible et sans identifiant ; `null` si aucun fichier ne s'y prête. */
export function ajouterRejet(cas: Cas, finess: string): Cas | null {
  const source = cas.depot.sources.find((s) => s.table === 'dossiers' && s.finessConstant === undefined);
  const fichier = source?.fichiers[0];
  if (!source || !fichier) return null;
  const cellules = fichier.colonnes.map((colonne) => (colonne === 'finess_et' ? finess : ''));
  const change = { ...fichier, lignes: [...fichier.lignes, { cellules }] };
  return surFichiers(cas, (s) => (s === source ? [change, ...s.fichiers.slice(1)] : s.fichiers));
}
