/** Formes de date reconnues : leur nom d'usage, leur motif (partie date seule) et leur format DuckDB. */
export const FORMATS_DATE = {
  'AAAA-MM-JJ': { motif: '[0-9]{4}-[0-9]{2}-[0-9]{2}', strptime: '%Y-%m-%d', longueur: 10 },
  'JJ/MM/AAAA': { motif: '[0-9]{2}/[0-9]{2}/[0-9]{4}', strptime: '%d/%m/%Y', longueur: 10 },
  'JJ-MM-AAAA': { motif: '[0-9]{2}-[0-9]{2}-[0-9]{4}', strptime: '%d-%m-%Y', longueur: 10 },
  'JJ.MM.AAAA': { motif: '[0-9]{2}\\.[0-9]{2}\\.[0-9]{4}', strptime: '%d.%m.%Y', longueur: 10 },
  'AAAA/MM/JJ': { motif: '[0-9]{4}/[0-9]{2}/[0-9]{2}', strptime: '%Y/%m/%d', longueur: 10 },
  AAAAMMJJ: { motif: '[0-9]{8}', strptime: '%Y%m%d', longueur: 8 },
} as const;

export type FormatDate = keyof typeof FORMATS_DATE;

/** Les seules que la détection automatique propose : les autres se demandent dans `depot.yaml`. */
const AUTOMATIQUES: readonly FormatDate[] = ['AAAA-MM-JJ', 'JJ/MM/AAAA'];

/** Une heure, après la date : elle est lue et ignorée (D3). */
export const MOTIF_HEURE =
  '([ T][0-9]{1,2}[:h][0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?( ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?)?';

const FORMES = AUTOMATIQUES.map(
  (nom) => [nom, new RegExp(`^${FORMATS_DATE[nom].motif}${MOTIF_HEURE}$`)] as const,
);

/** Valeurs qui tiennent lieu de vide dans bien des exports : lues comme vides, avec un avertissement. */
export const DATES_NULLES = ['00/00/0000', '0000-00-00'] as const;

function frequences(valeurs: Iterable<string>): Map<FormatDate, number> {
  const comptes = new Map<FormatDate, number>();
  for (const brute of valeurs) {
    const valeur = brute.trim();
    if (valeur === '' || DATES_NULLES.some((nulle) => valeur.startsWith(nulle))) continue;
    const forme = FORMES.find(([, motif]) => motif.test(valeur))?.[0];
    if (forme) comptes.set(forme, (comptes.get(forme) ?? 0) + 1);
  }
  return comptes;
}

function plusFrequent(comptes: ReadonlyMap<FormatDate, number>): FormatDate | null {
  let meilleur: FormatDate | null = null;
  for (const nom of AUTOMATIQUES) {
    const compte = comptes.get(nom) ?? 0;
    if (compte > (meilleur ? (comptes.get(meilleur) ?? 0) : 0)) meilleur = nom;
  }
  return meilleur;
}

/**
 * Le format de chaque colonne de dates : le plus fréquent de ses valeurs non vides en tête de fichier, sinon
 * celui des autres colonnes du fichier, sinon les deux.
 */
export function reconnaitreFormats<C>(
  colonnes: ReadonlyMap<C, readonly string[]>,
): Map<C, readonly FormatDate[]> {
  const parColonne = new Map([...colonnes].map(([nom, valeurs]) => [nom, frequences(valeurs)] as const));
  const ensemble = new Map<FormatDate, number>();
  for (const comptes of parColonne.values()) {
    for (const [nom, compte] of comptes) ensemble.set(nom, (ensemble.get(nom) ?? 0) + compte);
  }
  const defaut = plusFrequent(ensemble);
  return new Map(
    [...parColonne].map(([nom, comptes]) => {
      const format = plusFrequent(comptes) ?? defaut;
      return [nom, format ? [format] : AUTOMATIQUES];
    }),
  );
}
