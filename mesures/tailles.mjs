/** Ce qui est exigé : secondes, fois une référence du même tour, Mo. */
const GRAND_OG = { complete: 1.1, simple: 2, fenetres: 1.5, memoire: 500 };
const NATIONAL = { complete: 1.1, simple: 1.6, fenetres: 1.5, memoire: 1024 };

/** Les dépôts mesurés. `tours` : moins, là où chaque tour est long. `sales` : la part des lignes rejetées ou écartées. */
const ORDINAIRES = [
  {
    taille: 'petit OG',
    essms: 20,
    dossiers: 3_000,
    evenements: 300_000,
    seuils: { secondes: 1, memoire: 500 },
  },
  { taille: 'grand OG', essms: 300, dossiers: 30_000, evenements: 3_000_000, seuils: GRAND_OG },
  {
    taille: 'grand OG, lignes sales',
    essms: 300,
    dossiers: 30_000,
    evenements: 3_000_000,
    sales: 0.002,
    seuils: GRAND_OG,
  },
  {
    taille: 'région',
    essms: 5_000,
    dossiers: 110_000,
    evenements: 10_000_000,
    tours: 3,
    seuils: NATIONAL,
  },
];

const FRANCE = {
  taille: 'France',
  essms: 34_000,
  dossiers: 790_000,
  evenements: 70_000_000,
  tours: 3,
  seuils: NATIONAL,
};

/** Le prix fixe d'une mesure : démarrer, charger DuckDB, ne presque rien lire. */
export const VIDE = { essms: 1, dossiers: 10, evenements: 10 };

/** `ESMS_NATIONAL=1` ajoute la France (3,4 Go) ; `ESMS_DEPUIS` et `ESMS_EVENEMENTS` bornent les dépôts. */
export function tailles({ ESMS_NATIONAL, ESMS_DEPUIS, ESMS_EVENEMENTS }) {
  const toutes = ESMS_NATIONAL === '1' ? [...ORDINAIRES, FRANCE] : ORDINAIRES;
  const [depuis, jusque] = [Number(ESMS_DEPUIS ?? 0), Number(ESMS_EVENEMENTS ?? Number.POSITIVE_INFINITY)];
  return toutes.filter(({ evenements }) => evenements >= depuis && evenements <= jusque);
}
