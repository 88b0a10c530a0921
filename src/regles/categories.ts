import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { Secteur } from '../domaine/secteur.ts';
import type { CategorieCompilee, Fait, NomenclatureCompilee, Preuve } from './categories/modele.ts';
import { chargerReglesLivrees } from './livrees.ts';
import { resoudre } from './resolution.ts';

/** Une catégorie d'établissement du répertoire FINESS (regles/finess-categories.yaml). */
export interface Categorie extends Omit<CategorieCompilee, 'preuves'> {
  /** Finançable par le SONS de la vague 1 : un ESSMS, d'un agrégat de la règle ; `null` : à vérifier. */
  readonly sons: boolean | null;
  /** Comment chaque fait est connu. */
  readonly preuves: Readonly<Record<Fait | 'sons', Preuve>>;
}

/** Écrit à la construction : au démarrage, ni YAML ni schéma à charger. */
const CHEMIN = fileURLToPath(new URL('../../dist/finess-categories.json', import.meta.url));

/** Un jour où la vague 1 était ouverte : sa règle n'a qu'une valeur. */
const VAGUE_1 = '2022-02-12' as DateCivile;

let parCode: ReadonlyMap<string, Categorie> | undefined;

/** Ce que le SONS finance : il faut les deux faits. Un seul, faux et vérifié, suffit à l'exclure. */
function deduireSons(faits: readonly { readonly valeur: boolean | null; readonly preuve: Preuve }[]): {
  readonly sons: boolean | null;
  readonly preuve: Preuve;
} {
  const faux = faits.filter(({ valeur }) => valeur === false);
  const verifie = (un: { readonly preuve: Preuve }): boolean => un.preuve === 'verifie';
  if (faux.length > 0) return { sons: false, preuve: faux.some(verifie) ? 'verifie' : 'propose' };
  const sons = faits.every(({ valeur }) => valeur === true) ? true : null;
  return { sons, preuve: faits.every(verifie) ? 'verifie' : 'propose' };
}

/**
 * Chaque catégorie, avec ses preuves (celles du fichier, puis les siennes) et ce que le SONS en finance. `agregats` :
 * ceux de la règle, deux chiffres et 00 ; `null` : la règle n'est pas connue.
 */
export function deduireCategories(
  { preuves, categories }: NomenclatureCompilee,
  agregats: readonly string[] | null,
): Categorie[] {
  return categories.map((une) => {
    const faits = Object.fromEntries(
      Object.entries({ ...preuves, ...une.preuves }).map(([fait, { preuve }]) => [fait, preuve]),
    ) as Record<Fait, Preuve>;
    const finance = une.agregat && agregats ? agregats.includes(`${une.agregat.slice(0, 2)}00`) : null;
    const { sons, preuve } = deduireSons([
      { valeur: finance, preuve: faits.agregat },
      { valeur: une.essms, preuve: faits.essms },
    ]);
    return { ...une, sons, preuves: { ...faits, sons: preuve } };
  });
}

function charger(): ReadonlyMap<string, Categorie> {
  if (parCode !== undefined) return parCode;
  const nomenclature = JSON.parse(readFileSync(CHEMIN, 'utf8')) as NomenclatureCompilee;
  const finances = resoudre<readonly string[]>(chargerReglesLivrees(), 'sons.vague_1.categories', VAGUE_1);
  const categories = deduireCategories(nomenclature, finances.connue ? finances.valeur : null);
  parCode = new Map(categories.map((une) => [une.code, une]));
  return parCode;
}

/** La catégorie d'un code, active ou fermée ; `null` si la nomenclature ne la connaît pas. */
export function categorieFiness(code: string): Categorie | null {
  return charger().get(code.trim()) ?? null;
}

export function toutesLesCategories(): readonly Categorie[] {
  return [...charger().values()];
}

/** Le secteur proposé d'une catégorie active, ou `null` : jamais deviné. Une catégorie fermée n'en a plus. */
export function secteurDeCategorie(code: string): Secteur | null {
  const categorie = categorieFiness(code);
  return categorie?.active === true ? categorie.secteur : null;
}
