import type { Recueil } from '../../domaine/anomalie.ts';
import { analyser, type FichierTexte } from '../yaml.ts';
import type { NomenclatureCompilee } from './modele.ts';
import { schemaNomenclature } from './schema.ts';

/** Vérifie et compile la nomenclature ; `null` si une anomalie est notée, localisée dans le recueil. */
export function compilerNomenclature(fichier: FichierTexte, recueil: Recueil): NomenclatureCompilee | null {
  const analyse = analyser(fichier, recueil);
  if (analyse === null) return null;
  const lu = schemaNomenclature.safeParse(analyse.donnees);
  if (!lu.success) {
    for (const { path, message } of lu.error.issues) {
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
  for (const [fait, { source }] of Object.entries(preuves)) {
    if (Object.hasOwn(sources, source)) continue;
    recueil.ajouter({
      code: 'regles.source_inconnue',
      fichier: fichier.nom,
      ligne: analyse.situer(['preuves', fait, 'source']),
      colonne: `preuves.${fait}.source`,
      message: `source « ${source} » inconnue`,
    });
  }
  if (recueil.aRefus) return null;
  return {
    sources,
    preuves,
    categories: Object.entries(categories)
      .map(([code, { etat, fin = null, note = null, ...categorie }]) => ({
        code,
        ...categorie,
        active: etat,
        fin,
        note,
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
