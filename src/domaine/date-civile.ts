/** Date civile « AAAA-MM-JJ », sans heure ni fuseau (règle D3) : l'ordre des chaînes est l'ordre des dates. */
export type DateCivile = string & { readonly __marque: 'DateCivile' };

/** Mois civil « AAAA-MM ». */
export type Mois = string & { readonly __marque: 'Mois' };

const JOURS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function estBissextile(annee: number): boolean {
  return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0);
}

function joursDuMois(annee: number, mois: number): number {
  return mois === 2 && estBissextile(annee) ? 29 : (JOURS[mois - 1] ?? 0);
}

function deuxChiffres(n: number): string {
  return String(n).padStart(2, '0');
}

/** Lit « AAAA-MM-JJ » ; rend `null` si ce n'est pas un jour du calendrier entre 1900 et 2200. */
export function lireDate(texte: string): DateCivile | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte);
  if (!m) return null;
  const [annee, mois, jour] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (annee < 1900 || annee > 2200) return null;
  return jour >= 1 && jour <= joursDuMois(annee, mois) ? (texte as DateCivile) : null;
}

/** Lit « AAAA-MM » ou « MM/AAAA » ; rend `null` sinon. */
export function lireMois(texte: string): Mois | null {
  const m = /^(?:(\d{4})-(\d{2})|(\d{2})\/(\d{4}))$/.exec(texte);
  if (!m) return null;
  const annee = Number(m[1] ?? m[4]);
  const mois = Number(m[2] ?? m[3]);
  if (annee < 1900 || annee > 2200 || mois < 1 || mois > 12) return null;
  return `${annee}-${deuxChiffres(mois)}` as Mois;
}

/** Le mois qui suit de `nombre` mois (négatif pour reculer). */
export function ajouterMois(mois: Mois, nombre: number): Mois {
  const rang = Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5)) - 1 + nombre;
  return `${Math.floor(rang / 12)}-${deuxChiffres((rang % 12) + 1)}` as Mois;
}

export function premierJour(mois: Mois): DateCivile {
  return `${mois}-01` as DateCivile;
}

export function dernierJour(mois: Mois): DateCivile {
  const jours = joursDuMois(Number(mois.slice(0, 4)), Number(mois.slice(5)));
  return `${mois}-${deuxChiffres(jours)}` as DateCivile;
}

const NOMS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** « septembre 2025 » */
export function nommerMois(mois: Mois): string {
  return `${NOMS[Number(mois.slice(5)) - 1]} ${mois.slice(0, 4)}`;
}

/** « 30/09/2025 » */
export function ecrireDate(date: DateCivile): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
