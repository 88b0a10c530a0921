import { z } from 'zod';
import { normaliser } from '../../tables/normaliser.ts';
import { FORMES, texte } from '../formes.ts';
import { type NomSeuil, UNITES_SEUILS } from './modele.ts';

/** Le schéma de `regles/controles-lot.yaml` : tous les seuils, chacun avec son unité et son pourquoi, et aucun autre. */

function seuil(unite: string) {
  return z
    .strictObject({
      valeur: FORMES.seuil,
      unite: z.literal(unite, `unité attendue : ${unite}`),
      pourquoi: texte,
    })
    .transform(({ valeur }) => valeur);
}

const seuils = z.strictObject(
  Object.fromEntries(Object.entries(UNITES_SEUILS).map(([nom, unite]) => [nom, seuil(unite)])) as Record<
    NomSeuil,
    ReturnType<typeof seuil>
  >,
);

const ordonnes = seuils
  .refine(({ places_bas, places_haut }) => places_bas < places_haut, {
    path: ['places_haut'],
    error: 'au-dessus de places_bas',
  })
  .refine(({ pile_cible_atteints, pile_cible_proches }) => pile_cible_atteints <= pile_cible_proches, {
    path: ['pile_cible_atteints'],
    error: 'au plus pile_cible_proches',
  });

export const schemaSeuilsLot = z.strictObject({
  origine: z.literal(
    'choix_du_projet',
    "choix_du_projet est attendu : aucun seuil de contrôle ne vient d'une source",
  ),
  seuils: ordonnes,
  hebergement: z.strictObject({
    pourquoi: texte,
    modes: z.array(texte.transform(normaliser)).min(1),
    categories: z.array(z.string().regex(/^\d{3}$/, 'un code de catégorie a trois chiffres')).min(1),
  }),
});
