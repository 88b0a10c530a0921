import type { z } from 'zod';
import type { Recueil } from '../../domaine/anomalie.ts';
import { analyser, type FichierTexte } from '../yaml.ts';
import type { NomenclatureCompilee, Preuves } from './modele.ts';
import { schemaNomenclature } from './schema.ts';

/** Ce qui ne va pas, en français : zod ne dit d'une clé que ce qu'il en pense en anglais. */
function dire(probleme: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  const { path, message } = probleme;
  if (probleme.code === 'unrecognized_keys') {
    return probleme.keys.map((cle) => ({ path: [...path, cle], message: `clé « ${cle} » inconnue` }));
  }
  const detail = probleme.code === 'invalid_key' ? probleme.issues[0] : undefined;
  return [{ path, message: detail?.message ?? message }];
}

/** Les sources que des preuves citent, et où. */
function citer(chemin: readonly string[], preuves: Partial<Preuves>) {
  return Object.entries(preuves).map(([fait, { source }]) => ({
    chemin: [...chemin, fait, 'source'],
    source,
  }));
}

/** Vérifie et compile la nomenclature ; `null` si une anomalie est notée, localisée dans le recueil. */
export function compilerNomenclature(fichier: FichierTexte, recueil: Recueil): NomenclatureCompilee | null {
  const analyse = analyser(fichier, recueil);
  if (analyse === null) return null;
  const lu = schemaNomenclature.safeParse(analyse.donnees);
  if (!lu.success) {
    for (const { path, message } of lu.error.issues.flatMap(dire)) {
      recueil.ajouter({
        code: 'regles.valeur_invalide',
        fichier: fichier.nom,
        ligne: analyse.situer(path),
        colonne: path.join('.') || null,
        message,
      });
    }
    return null;
  }
  const { sources, preuves, categories } = lu.data;
  const citees = [
    ...citer(['preuves'], preuves),
    ...Object.entries(categories).flatMap(([code, une]) =>
      citer(['categories', code, 'preuves'], une.preuves ?? {}),
    ),
  ];
  for (const { chemin, source } of citees) {
    if (Object.hasOwn(sources, source)) continue;
    recueil.ajouter({
      code: 'regles.source_inconnue',
      fichier: fichier.nom,
      ligne: analyse.situer(chemin),
      colonne: chemin.join('.'),
      message: `source « ${source} » inconnue`,
    });
  }
  if (recueil.aRefus) return null;
  return {
    sources,
    preuves,
    categories: Object.entries(categories)
      .map(([code, { etat, fin = null, note = null, preuves = {}, ...categorie }]) => ({
        code,
        ...categorie,
        active: etat,
        fin,
        note,
        preuves,
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
