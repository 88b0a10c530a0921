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

/** Mois civils, prudents en fin de mois : le 31 août et un mois font le 30 septembre. */
export function ajouterMoisCivils(date: DateCivile, nombre: number): DateCivile {
  const mois = ajouterMois(date.slice(0, 7) as Mois, nombre);
  const fin = dernierJour(mois);
  const meme = `${mois}-${date.slice(8)}`;
  return (meme < fin ? meme : fin) as DateCivile;
}

/** Le jour qui suit de `nombre` jours calendaires (négatif pour reculer). */
export function ajouterJours(date: DateCivile, nombre: number): DateCivile {
  return dateDuRang(rangDuJour(date) + nombre);
}

/** Jours calendaires de `debut` à `fin` : 0 pour le même jour, négatif si `fin` précède. */
export function joursEntre(debut: DateCivile, fin: DateCivile): number {
  return rangDuJour(fin) - rangDuJour(debut);
}

/** Rang d'un jour du calendrier grégorien ; l'année y commence en mars, le jour bissextile est le dernier. */
function rangDuJour(date: DateCivile): number {
  const [annee, mois, jour] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const depuisMars = (mois + 9) % 12;
  const an = mois > 2 ? annee : annee - 1;
  const bissextiles = Math.floor(an / 4) - Math.floor(an / 100) + Math.floor(an / 400);
  return 365 * an + bissextiles + Math.floor((153 * depuisMars + 2) / 5) + jour;
}

function dateDuRang(rang: number): DateCivile {
  let an = Math.floor(rang / 365.2425);
  while (rangDuJour(`${an}-03-01` as DateCivile) > rang) an -= 1;
  while (rangDuJour(`${an + 1}-03-01` as DateCivile) <= rang) an += 1;
  let mois = `${an}-03` as Mois;
  while (rangDuJour(premierJour(ajouterMois(mois, 1))) <= rang) mois = ajouterMois(mois, 1);
  const jour = rang - rangDuJour(premierJour(mois)) + 1;
  return `${mois}-${deuxChiffres(jour)}` as DateCivile;
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

/** « de septembre 2025 », « d'avril 2025 » */
export function deMois(mois: Mois): string {
  const nom = nommerMois(mois);
  return /^[ao]/.test(nom) ? `d'${nom}` : `de ${nom}`;
}
