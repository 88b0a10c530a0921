import type { Recueil } from '../../domaine/anomalie.ts';
import { analyser, type FichierTexte } from '../yaml.ts';
import type { SeuilsLot } from './modele.ts';
import { schemaSeuilsLot } from './schema.ts';

/** Vérifie et compile les seuils de contrôle ; `null` si une anomalie est notée, localisée dans le recueil. */
export function compilerSeuilsLot(fichier: FichierTexte, recueil: Recueil): SeuilsLot | null {
  const analyse = analyser(fichier, recueil);
  if (analyse === null) return null;
  const lu = schemaSeuilsLot.safeParse(analyse.donnees);
  if (lu.success) {
    const { seuils: valeurs, hebergement } = lu.data;
    return {
      valeurs,
      modesHebergement: hebergement.modes,
      categoriesHebergement: hebergement.categories,
    };
  }
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
