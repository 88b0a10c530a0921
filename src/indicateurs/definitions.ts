/** Les choix que les textes lus laissent ouverts : paramètres nommés, affichés par chaque résultat. */
export const DEFINITIONS = {
  dossier_actif: ['activite', 'ouvert', 'statut'],
  population: ['presence', 'fin_de_periode'],
  evenement_agenda: ['periode', 'existence'],
} as const;

export type CleDefinition = keyof typeof DEFINITIONS;
export type Definitions = { readonly [C in CleDefinition]: (typeof DEFINITIONS)[C][number] };

/** Première valeur de chaque liste. */
export const DEFINITIONS_PAR_DEFAUT: Definitions = {
  dossier_actif: 'activite',
  population: 'presence',
  evenement_agenda: 'periode',
};
