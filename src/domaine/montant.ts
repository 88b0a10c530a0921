/** Un montant exact, en centimes d'euro : toute l'arithmétique de l'argent est entière. */
export type Centimes = number & { readonly __marque: 'Centimes' };

export const ZERO = 0 as Centimes;

/** Un entier de centimes ; refuse ce qui ne serait plus exact. */
export function centimes(nombre: number): Centimes {
  if (!Number.isSafeInteger(nombre)) throw new RangeError(`montant inexact : ${nombre} centimes`);
  return nombre as Centimes;
}

/** Des euros (deux décimales au plus) en centimes. */
export function enCentimes(euros: number): Centimes {
  const lus = lireEuros(String(euros));
  if (lus === null) throw new RangeError(`pas un montant en euros : ${euros}`);
  return lus;
}

/** Lit « 12936 », « 26611.20 », « -5,5 » ; `null` sinon (plus de deux décimales, notation scientifique). */
export function lireEuros(texte: string): Centimes | null {
  const m = /^(-?)(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(texte);
  if (!m) return null;
  const valeur = Number(m[2]) * 100 + Number((m[3] ?? '').padEnd(2, '0'));
  return centimes(m[1] && valeur > 0 ? -valeur : valeur);
}

/** En euros pour une sortie JSON ou CSV : deux décimales au plus. */
export function enEuros(montant: Centimes): number {
  return montant / 100;
}

export function additionner(montants: Iterable<Centimes>): Centimes {
  let somme = 0;
  for (const montant of montants) somme += montant;
  return centimes(somme);
}

export function soustraire(montant: Centimes, autre: Centimes): Centimes {
  return centimes(montant - autre);
}

/** Un montant unitaire, autant de fois qu'il y a d'unités. */
export function multiplier(montant: Centimes, quantite: number): Centimes {
  return centimes(montant * quantite);
}

/** Le prorata `numerateur / denominateur`, tronqué au centime ; le dénominateur est positif. */
export function proratiser(montant: Centimes, numerateur: number, denominateur: number): Centimes {
  if (!(denominateur > 0)) throw new RangeError(`prorata sur ${denominateur}`);
  return centimes(Number((BigInt(montant) * BigInt(numerateur)) / BigInt(denominateur)));
}

export interface Partage {
  readonly avance: Centimes;
  readonly solde: Centimes;
}

/** L'avance, tronquée au centime, et le reste : les deux parts font toujours le total. */
export function partager(total: Centimes, pourcentAvance: number): Partage {
  const avance = proratiser(total, Math.round(pourcentAvance * 100), 10_000);
  return { avance, solde: soustraire(total, avance) };
}

/** « 43 120,00 € » : à la française, sans dépendre de la locale du poste. */
export function ecrireEuros(montant: Centimes): string {
  const absolu = Math.abs(montant);
  const euros = String(Math.floor(absolu / 100)).replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${montant < 0 ? '-' : ''}${euros},${String(absolu % 100).padStart(2, '0')} €`;
}
