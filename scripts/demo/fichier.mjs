/**
 * Un fichier d'export en cours d'écriture, qui tient le compte attendu de ses lignes (E1, E2) et la ligne
 * physique de chaque anomalie.
 *
 * @typedef {'retenue' | 'rejetee' | 'ecartee'} Sort
 * @typedef {{ cellules: readonly string[], sort: Sort, note: string }} Ligne
 * @typedef {object} Forme
 * @property {string} chemin relatif au dépôt
 * @property {string} table nom public
 * @property {'utf-8' | 'utf-8-bom' | 'windows-1252'} encodage
 * @property {',' | ';'} separateur
 * @property {'\n' | '\r\n'} fin
 * @property {readonly string[]} [preambule]
 * @property {(total: number) => string} [pied]
 */

/**
 * L'en-tête de chaque colonne et ce qu'elle écrit.
 *
 * @template T
 * @typedef {readonly (readonly [string, (ligne: T) => string])[]} Colonnes
 */

/** Hors de Latin-1, ce que Windows-1252 sait écrire et que la démonstration emploie. */
const CP1252 = new Map([
  ['€', 0x80],
  ['’', 0x92],
  ['œ', 0x9c],
]);

/** @param {string} texte @param {Forme['encodage']} encodage */
function encoder(texte, encodage) {
  if (encodage === 'utf-8') return Buffer.from(texte, 'utf8');
  if (encodage === 'utf-8-bom') return Buffer.from(`\ufeff${texte}`, 'utf8');
  return Buffer.from(
    Array.from(texte, (lettre) => {
      const octet = CP1252.get(lettre) ?? lettre.codePointAt(0) ?? 0;
      if (octet > 0xff) throw new Error(`« ${lettre} » n'existe pas en Windows-1252`);
      return octet;
    }),
  );
}

/** @param {string} cellule @param {string} separateur */
function citer(cellule, separateur) {
  const aCiter = cellule.includes(separateur) || cellule.includes('"') || cellule.includes('\n');
  return aCiter ? `"${cellule.replaceAll('"', '""')}"` : cellule;
}

/**
 * @template T
 * @param {readonly T[]} lignes @param {Colonnes<T>} colonnes
 * @returns {Ligne[]}
 */
export function mettreEnLignes(lignes, colonnes) {
  return lignes.map((l) => ({ cellules: colonnes.map(([, lire]) => lire(l)), sort: 'retenue', note: '' }));
}

/** Glisse une ligne fautive au milieu. @param {Ligne[]} lignes @param {number} rang @param {Sort} sort @param {string} note @param {readonly string[]} cellules */
export function glisser(lignes, rang, sort, note, cellules) {
  lignes.splice(rang, 0, { cellules, sort, note });
}

/**
 * Les octets du fichier et ce que l'outil doit en dire.
 *
 * @param {Forme} forme @param {readonly string[]} entete @param {readonly Ligne[]} lignes
 */
export function rendre(forme, entete, lignes) {
  const ecrire = (/** @type {readonly string[]} */ cellules) =>
    cellules.map((c) => citer(c, forme.separateur)).join(forme.separateur);
  const textes = [...(forme.preambule ?? []), ecrire(entete)];
  /** @type {{ ligne: number, sort: Sort, note: string, valeur: string }[]} */
  const anomalies = [];
  let physique = textes.length;
  for (const { cellules, sort, note } of lignes) {
    const texte = ecrire(cellules);
    if (sort !== 'retenue') anomalies.push({ ligne: physique + 1, sort, note, valeur: texte });
    physique += texte.split('\n').length;
    textes.push(texte);
  }
  if (forme.pied) textes.push(forme.pied(lignes.length));
  const nombre = (/** @type {Sort} */ sort) => lignes.filter((l) => l.sort === sort).length;
  return {
    chemin: forme.chemin,
    octets: encoder(textes.map((t) => t + forme.fin).join(''), forme.encodage),
    anomalies,
    comptes: {
      table: forme.table,
      fichier: forme.chemin,
      lignes: lignes.length,
      retenues: nombre('retenue'),
      rejetees: nombre('rejetee'),
      ecartees: nombre('ecartee'),
    },
  };
}

/** @typedef {ReturnType<typeof rendre>} Fichier */
