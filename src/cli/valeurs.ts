import { ajouterMois, type DateCivile, lireDate, lireMois, type Mois } from '../domaine/date-civile.ts';
import { NIVEAUX, type Niveau } from '../domaine/resultat.ts';
import { type CleDefinition, DEFINITIONS, type Definitions } from '../indicateurs/definitions.ts';
import { ErreurUsage } from './erreurs.ts';
import { vouliezVousDire } from './suggestion.ts';

/** Une valeur prise dans une liste fermée. */
export function choix<T extends string>(option: string, permis: readonly T[]): (valeur: string) => T {
  return (valeur) => {
    const trouve = permis.find((candidat) => candidat === valeur);
    if (trouve !== undefined) return trouve;
    throw new ErreurUsage(
      `${option} : « ${valeur} » n'est pas permis (${permis.join(', ')}).${vouliezVousDire(valeur, permis)}`,
    );
  };
}

/** Un entier positif ou nul. */
export function entier(option: string): (valeur: string) => number {
  return (valeur) => {
    if (/^\d{1,9}$/.test(valeur)) return Number(valeur);
    throw new ErreurUsage(`${option} : « ${valeur} » n'est pas un entier (0 ou plus).`);
  };
}

export function lireOptionMois(valeur: string): Mois {
  const mois = lireMois(valeur);
  if (mois !== null) return mois;
  throw new ErreurUsage(`--mois : « ${valeur} » n'est pas un mois ; écrivez AAAA-MM, par exemple 2025-09.`);
}

export function lireOptionDate(valeur: string): DateCivile {
  const date = lireDate(valeur);
  if (date !== null) return date;
  throw new ErreurUsage(
    `--date-reference : « ${valeur} » n'est pas une date ; écrivez AAAA-MM-JJ, par exemple 2025-10-02.`,
  );
}

/** « tous » ou un seul des trois niveaux (A1). */
export function lireNiveaux(valeur: string): readonly Niveau[] {
  const niveau = choix('--niveau', [...NIVEAUX, 'tous'])(valeur);
  return niveau === 'tous' ? NIVEAUX : [niveau];
}

/** Ajoute « cle=valeur » aux définitions déjà lues. */
export function ajouterDefinition(texte: string, lues: Partial<Definitions> = {}): Partial<Definitions> {
  const egal = texte.indexOf('=');
  if (egal < 0) {
    throw new ErreurUsage(
      `--definition : « ${texte} » ; écrivez cle=valeur, par exemple dossier_actif=ouvert.`,
    );
  }
  const cle = choix('--definition', Object.keys(DEFINITIONS) as CleDefinition[])(texte.slice(0, egal));
  const valeur = choix<string>(`--definition ${cle}`, DEFINITIONS[cle])(texte.slice(egal + 1));
  return { ...lues, [cle]: valeur };
}

/** Le mois est une décision, pas un défaut : sans lui on refuse, avec un exemple qui marche. */
export function exigerMois(mois: Mois | undefined, depot: string, aujourdhui: DateCivile): Mois {
  if (mois !== undefined) return mois;
  const precedent = ajouterMois(aujourdhui.slice(0, 7) as Mois, -1);
  throw new ErreurUsage(
    `il manque --mois AAAA-MM, le mois à mesurer. Exemple : esms indicateurs ${depot} --mois ${precedent}`,
  );
}

/** `--detail` ne change que le CSV : les autres formats montrent déjà chaque dépense. */
export function exigerCsvPourDetail(options: { readonly detail?: true; readonly format: string }): void {
  if (options.detail && options.format !== 'csv') {
    throw new ErreurUsage('--detail va avec --format csv.');
  }
}

/** `--excel` ne change que le CSV : ailleurs, c'est sans doute un oubli de `--format csv`. */
export function exigerCsvPourExcel(options: { readonly excel?: true; readonly format: string }): void {
  if (options.excel && options.format !== 'csv') {
    throw new ErreurUsage('--excel va avec --format csv.');
  }
}
