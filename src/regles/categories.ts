import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DateCivile } from '../domaine/date-civile.ts';
import type { Secteur } from '../domaine/secteur.ts';
import type { CategorieCompilee, Fait, NomenclatureCompilee, Preuve } from './categories/modele.ts';
import { chargerReglesLivrees } from './livrees.ts';
import { resoudre } from './resolution.ts';

/** Une catégorie d'établissement du répertoire FINESS (regles/finess-categories.yaml). */
export interface Categorie extends CategorieCompilee {
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

function charger(): ReadonlyMap<string, Categorie> {
  if (parCode !== undefined) return parCode;
  const { preuves, categories } = JSON.parse(readFileSync(CHEMIN, 'utf8')) as NomenclatureCompilee;
  const finances = resoudre<readonly string[]>(chargerReglesLivrees(), 'sons.vague_1.categories', VAGUE_1);
  const agregats = finances.connue ? finances.valeur : [];
  const faits = Object.fromEntries(Object.entries(preuves).map(([fait, { preuve }]) => [fait, preuve]));
  parCode = new Map(
    categories.map((une) => {
      const dansLaRegle = une.agregat === null ? null : agregats.includes(`${une.agregat.slice(0, 2)}00`);
      const sons = dansLaRegle === false || une.essms === false ? false : une.essms && dansLaRegle;
      // Hors des agrégats lus, aucun texte ne finance : c'est vérifié, que ce soit ou non un ESSMS.
      const preuve = {
        ...faits,
        sons: dansLaRegle === false ? 'verifie' : faits.essms,
      } as Categorie['preuves'];
      return [une.code, { ...une, sons, preuves: preuve }] as const;
    }),
  );
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
