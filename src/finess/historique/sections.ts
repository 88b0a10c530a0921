/**
 * Les trois sections des extractions historiques (etalab-cs1100501, cs1100502, cs1100507) et leurs champs, par position.
 * Source : notices des fichiers « etalab », gelés en mai 2026.
 */
export const SECTIONS = {
  structureet: [
    'section',
    'nofinesset',
    'nofinessej',
    'rs',
    'rslongue',
    'complrs',
    'compldistrib',
    'numvoie',
    'typvoie',
    'voie',
    'compvoie',
    'lieuditbp',
    'commune',
    'departement',
    'libdepartement',
    'ligneacheminement',
    'telephone',
    'telecopie',
    'categetab',
    'libcategetab',
    'categagretab',
    'libcategagretab',
    'siret',
    'codeape',
    'codemft',
    'libmft',
    'codesph',
    'libsph',
    'dateouv',
    'dateautor',
    'datemaj',
    'numuai',
  ],
  geolocalisation: ['section', 'nofinesset', 'coordxet', 'coordyet', 'sourcecoordet', 'datemaj'],
  structureej: [
    'section',
    'nofiness',
    'rs',
    'rslongue',
    'complrs',
    'numvoie',
    'typvoie',
    'voie',
    'compvoie',
    'compldistrib',
    'lieuditbp',
    'commune',
    'ligneacheminement',
    'departement',
    'libdepartement',
    'telephone',
    'statutjuridique',
    'libstatutjuridique',
    'categetab',
    'libcategetab',
    'siren',
    'codeape',
    'datecrea',
  ],
} as const;

export type NomSection = keyof typeof SECTIONS;

/** D'autres noms qu'une variante à en-tête donne aux mêmes champs. */
const AUTRES_NOMS: Readonly<Record<string, string>> = { categretab: 'categagretab' };

/** Le rang de chaque champ ; une variante à en-tête n'a pas de colonne `section`. */
export type Positions = ReadonlyMap<string, number>;

export function positionsDe(section: NomSection): Positions {
  return new Map(SECTIONS[section].map((nom, rang) => [nom, rang]));
}

/** Les champs d'une variante à en-tête, et la section dont elle relève ; `null` si ce n'en est pas une. */
export function reconnaitreEntete(
  entetes: readonly string[],
): { readonly section: NomSection; readonly positions: Positions } | null {
  const noms = entetes.map((entete) => {
    const nom = entete.trim().toLowerCase();
    return AUTRES_NOMS[nom] ?? nom;
  });
  const positions = new Map(noms.map((nom, rang) => [nom, rang]));
  if (['nofinesset', 'nofinessej', 'rs', 'categetab'].every((nom) => positions.has(nom))) {
    return { section: 'structureet', positions };
  }
  if (['nofiness', 'rs', 'siren'].every((nom) => positions.has(nom))) {
    return { section: 'structureej', positions };
  }
  return null;
}
