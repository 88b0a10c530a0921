/** Les seuils des contrôles croisés, et l'unité de chacun. */
export const UNITES_SEUILS = {
  mois_recopie_denominateur: 'personnes',
  mois_recopie_indicateurs: 'indicateurs',
  mois_recopie_volume: 'actes',
  copie_essms_personnes: 'personnes',
  places_bas: 'pour_cent',
  places_haut: 'pour_cent',
  baisse_denominateur: 'pour_cent',
  effectif_ecart_part: 'pour_cent',
  effectif_ecart_personnes: 'personnes',
  tout_atteint_personnes: 'personnes',
  pile_cible_dessous: 'dossiers',
  pile_cible_dessus: 'dossiers',
  pile_cible_proches: 'essms',
  pile_cible_atteints: 'essms',
  saut_points: 'points',
  saut_ecarts_types: 'ecarts_types',
  part_minimum: 'dossiers',
  un_evenement_hebergement: 'pour_cent',
  un_evenement_service: 'pour_cent',
  meme_jour: 'pour_cent',
  saisies_tardives: 'pour_cent',
} as const;
export type NomSeuil = keyof typeof UNITES_SEUILS;

/** Ce que le compilateur écrit dans `dist/controles-lot.json` : des entiers, et de quoi reconnaître un hébergement permanent. */
export interface SeuilsLot {
  readonly valeurs: Readonly<Record<NomSeuil, number>>;
  /** Modes d'accueil normalisés. */
  readonly modesHebergement: readonly string[];
  /** Codes de catégorie FINESS. */
  readonly categoriesHebergement: readonly string[];
}
